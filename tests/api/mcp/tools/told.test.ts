import fc from 'fast-check';
import { placeBlock } from '../../../../src/api/mcp/tools/block.ts';
import { clip } from '../../../../src/api/mcp/tools/clip.ts';
import { briefCharacters, frameCharacters, tellBriefly } from '../../../../src/api/mcp/tools/told.ts';

const runs = { numRuns: 200, seed: 20_261_126 };
const entry = (size: number, name = 'x') => ({ text: name.repeat(size), data: name });
const frame = { text: 'Frame.', data: { frame: true } };

test('what fits is told whole, and nothing is said of leaving out', () => {
  const told = tellBriefly(frame, {
    pods: { noun: 'Pod', entries: [entry(3, 'p')] },
    findings: { heading: '**Findings**', noun: 'finding', entries: [entry(2, 'f'), entry(4, 'g')] },
    problems: { heading: '**Problems**', noun: 'problem', entries: [] },
  });
  expect(told).toEqual({
    text: 'Frame.\n\nppp\n\n**Findings**\n\nff\ngggg',
    data: { frame: true, pods: ['p'], findings: ['f', 'g'], problems: [] },
  });
});

test('lists share the room: what one does not need the other has', () => {
  const many = Array.from({ length: 100 }, () => entry(100));
  const { data, text } = tellBriefly(frame, {
    few: { noun: 'Pod', entries: [entry(1000, 'f')] },
    many: { noun: 'finding', entries: many },
  });
  // Each of the many takes 107 characters; 1007 are the one's, 31 the frame's.
  const shown = Math.floor((frameCharacters - 31 - 1007) / 107);
  expect(data).toEqual({
    frame: true,
    few: ['f'],
    many: Array(shown).fill('x'),
    leftOut: { many: 100 - shown },
  });
  expect(text.split('\n').at(-1)).toBe(
    `_Left out to be short: ${100 - shown} findings. Detail "full" has everything._`,
  );
});

test('one that is too large by itself keeps nothing else out', () => {
  const { data } = tellBriefly(frame, {
    all: { noun: 'finding', entries: [entry(9000, 'huge'), entry(1, 's')] },
  });
  expect(data).toEqual({ frame: true, all: ['s'], leftOut: { all: 1 } });
});

test('law: it is never longer than a short answer, keeps order, and counts what is missing', () => {
  const entries = fc.array(fc.tuple(fc.nat(3000), fc.constantFrom('a', '"', '\n', '😀')), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(entries, { minLength: 1, maxLength: 4 }), (lists) => {
      const sections = Object.fromEntries(
        lists.map((list, i) => [
          `list${i}`,
          {
            heading: '**Heading**',
            noun: 'cross-Pod sharing',
            entries: list.map(([size, name], place) => ({ text: name.repeat(size), data: place })),
          },
        ]),
      );
      const { text, data } = tellBriefly(frame, sections);
      // The data of this test has these members and no others.
      const told = data as Record<string, number[]> & { leftOut?: Record<string, number> };
      expect(
        JSON.stringify([{ type: 'text', text }]).length + JSON.stringify(data).length,
      ).toBeLessThanOrEqual(briefCharacters);
      for (const [name, { entries: all }] of Object.entries(sections)) {
        const shown = told[name] ?? [];
        expect(shown).toEqual(shown.toSorted((x, y) => x - y));
        expect(shown.length + (told.leftOut?.[name] ?? 0)).toBe(all.length);
      }
    }),
    runs,
  );
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc… (1 more characters)'],
  ['a😀b', 2, 'a… (3 more characters)'],
  ['', 0, ''],
])('clip %j to %d', (text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped);
});

test.each([
  [200, { data: { manifest: 'a: 1\n' }, leftOut: {} }],
  [60, { data: {}, leftOut: { manifest: 5 } }],
])('a block with room for %d characters', (room, expected) => {
  expect(placeBlock('manifest', 'yaml', 'a: 1\n', room)).toEqual({ text: '```yaml\na: 1\n```', ...expected });
});

test('a block without room is not cut', () => {
  expect(placeBlock('manifest', 'yaml', 'a: 1\n', 10)).toEqual({
    text: '_The manifest has 5 characters. Detail "full" has it._',
    data: {},
    leftOut: { manifest: 5 },
  });
});
