import { listLines, toRange } from '../../src/manifest/lines.ts';
import { splitDocuments } from '../../src/manifest/split.ts';

const split = (text: string, from = 0) =>
  splitDocuments(text, from).map(({ start, end, failure }) =>
    failure === null ? text.slice(start, end) : [text.slice(start, end), failure.at],
  );

test.each([
  ['', []],
  ['\n \t\r\n# c\n', []],
  ['a', ['a']],
  ['a\n---\nb\n', ['a\n', 'b\n']],
  ['---\na\n---\n---\n# c\n---\nb', ['---\na\n', 'b']],
  ['a\n---\n---\nb\n', ['a\n', '---\nb\n']],
  ['--- # c\ra\r', ['--- # c\ra\r']],
  ['a\n--- # c\nb\n---  \t\nc\n---', ['a\n', 'b\n', 'c\n']],
  ['a\r\n---\r\nb\r\n', ['a\r\n', 'b\r\n']],
  ['a\n ---\nb\n', ['a\n ---\nb\n']],
  ['a\r---\rb\r', ['a\r---\rb\r']],
  ['a: |\n  b\n---\n  c\n', ['a: |\n  b\n', '  c\n']],
  ['a\n--- b\nc\n', ['a\n', ['c\n', 2]]],
  ['----\n', [['', 0]]],
  ['--- x\n---\na\n', [['', 0], 'a\n']],
  ['# c\r\u2028a', ['# c\r\u2028a']],
  ['\ufeff# c\n', []],
])('%j', (text, expected) => {
  expect(split(text)).toEqual(expected);
});

test('starts where it is told to', () => {
  expect(split('\ufeffa\n---\nb', 1)).toEqual(['a\n', 'b']);
});

test.each([
  ['ab\ncd', 4, [2, 2]],
  ['ab\r\ncd', 4, [2, 1]],
  ['ab\rcd', 3, [2, 1]],
  ['ab\n\r\ncd', 3, [2, 1]],
  ['ab\n\r\ncd', 5, [3, 1]],
  ['\ufeffab', 0, [1, 1]],
  ['\ufeffab', 2, [1, 2]],
  ['ab', 9, [1, 10]],
  ['', 0, [1, 1]],
  ['😀b', 2, [1, 3]],
])('%j at %d', (text, start, [line, column]) => {
  expect(toRange(listLines(text), { start, end: start }).start).toEqual({ line, column });
});
