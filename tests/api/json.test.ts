import fc from 'fast-check';

import { parseJson } from '../../src/api/json.ts';
import { findJsonError } from '../../src/api/json-error.ts';
import { startCpuTimer } from '../support/cpu-time.cjs';

/** `‸` stands before the token at which the text stops being JSON. */
test.each([
  '‸',
  '  ‸',
  '‸not json',
  '{"a": 1‸',
  '{"a" ‸1}',
  '{"a": ‸b}',
  '{"a": 1 ‸"b": 2}',
  '{"a": 1, ‸}',
  '{‸a: 1}',
  '{‸,}',
  '[1, ‸]',
  '[1 ‸2]',
  '[1‸}',
  '{"a": 1‸]',
  '‸]',
  '{} ‸{}',
  '[‸"a\nb"]',
  '[‸"\\x"]',
  '[‸"\\u12g4"]',
  '[‸"open]',
  '[‸01]',
  '[‸1.]',
  '[‸.5]',
  '[‸+1]',
  '[‸-]',
  '[‸truey]',
  "[‸'a']",
  '[1,‸,2]',
  '{"a": {"b": [1, {"c": ‸}]}}',
])('%j', (marked) => {
  const text = marked.replace('‸', '');
  expect(findJsonError(text)).toBe(marked.indexOf('‸'));
});

test('it finds an error where JSON.parse does, and none where that finds none', () => {
  const mutated = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '1', 'x', ' ', '\\', '\n'))
    .map(([text, place, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + (put === '' ? 1 : 0));
    });
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(fc.json(), mutated), (text) => {
      const message = messageOf(text);
      const place = /position (\d+)/.exec(message)?.[1];
      const error = findJsonError(text);
      if (message === '') expect(error).toBe(text.length);
      else if (message.startsWith('Unexpected end')) expect(text.slice(error)).toMatch(/^[\w.+-]*$/);
      // Inside a number it names the character, we the start of the number.
      else if (place && message.startsWith('Expected'))
        expect(text.slice(error, Number(place))).toMatch(/^[\w.+-]*$/);
      else expect(error).toBeLessThan(text.length);
      compared += place ? 1 : 0;
    }),
    { seed: 1, numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(200);
});

/** @returns What JSON.parse has to say; empty when it is content. */
function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
}

test('a value is read, a byte order mark left out', () => {
  expect(parseJson('\uFEFF{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } });
});

test.each([
  ['{\n  "a": oops\n}', 2, 8],
  ['{\r\n  "a": 1,\r\n}', 3, 1],
  ['\uFEFF{x}', 1, 3],
  ['{"a":', 1, 6],
])('%j is bad from line %d, column %d on', (text, line, column) => {
  expect(parseJson(text)).toMatchObject({
    ok: false,
    problem: {
      code: 'INVALID_JSON',
      detail: `The body is not JSON from line ${line}, column ${column} on.`,
      range: { start: { line, column }, end: { line, column: column + 1 } },
    },
  });
});

test.each([
  ['brackets', '['.repeat(1_000_000)],
  ['a string without end', `"${'a'.repeat(1_000_000)}`],
  ['a string of escapes', `["${'\\n'.repeat(500_000)}`],
  ['digits', `[${'1'.repeat(1_000_000)}x]`],
  ['spaces', ' '.repeat(1_000_000)],
  ['lines', `{${'\n'.repeat(1_000_000)}`],
])('a megabyte of %s takes no time', (_, text) => {
  const spent = startCpuTimer();
  expect(parseJson(text).ok).toBe(false);
  expect(spent()).toBeLessThan(2_000);
});
