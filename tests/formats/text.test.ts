import fc from 'fast-check';
import { layOutTable } from '../../src/formats/text/table.ts';
import { wrap } from '../../src/formats/text/wrap.ts';
import { widthOf } from '../../src/formats/visible.ts';
import { analysisOf, render } from './rendering.ts';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 80, ['one two three']],
  ['', 5, ['']],
  ['a  b', 5, ['a b']],
  ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['日本語の', 5, ['日本', '語の']],
  ['e\u0301e\u0301', 1, ['e\u0301', 'e\u0301']],
])('%j in %d columns', (text, width, want) => {
  expect(wrap(text, width)).toStrictEqual(want);
});

test('wrapping keeps every word and no line is wider than it may be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 2, max: 20 }),
      (text, width) => {
        const lines = wrap(text, width);
        expect(lines.filter((line) => widthOf(line) > width)).toStrictEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});

test('a table takes what it needs', () => {
  expect(layOutTable(['A', 'Bee'], [['one', '']], 80)).toStrictEqual(['A    Bee', '---  ---', 'one']);
});

test('in a narrow place the widest columns give way', () => {
  expect(layOutTable(['A', 'B'], [['one', 'two three four']], 12)).toStrictEqual([
    'A    B',
    '---  -------',
    'one  two',
    '     three',
    '     four',
  ]);
});

test('a finding has its line and column, a reason against says no', () => {
  const text = render(
    'text',
    analysisOf(
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostPID: true\n  containers: [{name: a}, {name: b}]\n',
    ),
  );
  expect(text).toMatch(/^- warning host-pid \(5:3\): /m);
  expect(text).toMatch(/^- No: Exchange files through a volume/m);
});
