import { clip, clipMiddle, clipStart, visible, widthOf } from '../../src/formats/visible.ts';

test.each([
  ['plain', 'plain'],
  ['a\nb\tc\rd', 'a\\nb\\tc\\u000dd'],
  ['\u001b[31m', '\\u001b[31m'],
  ['a\u202eb\u200cc', 'a\\u202eb\\u200cc'],
  ['\u2028\u2029\u0085', '\\u2028\\u2029\\u0085'],
  ['\ud83d', '\\ud83d'],
  ['🙂', '🙂'],
  ['\ufffe\uffff\ufffd', '\\ufffe\\uffff\ufffd'],
  ['\u{e0001}', '\\udb40\\udc01'],
  ['日本', '日本'],
])('%j is shown as %j', (text, want) => {
  expect(visible(text)).toBe(want);
});

test.each([
  ['', 0],
  ['abc', 3],
  ['ünï', 3],
  ['e\u0301', 1],
  ['日本', 4],
  ['한글', 4],
  ['🙂', 2],
  ['✅', 2],
  ['→…', 2],
  ['ｆｕｌｌ', 8],
])('%j is %d columns wide', (text, want) => {
  expect(widthOf(text)).toBe(want);
});

test.each([
  ['shared-logs', 20, 'shared-logs'],
  ['shared-logs', 11, 'shared-logs'],
  ['shared-logs', 8, 'shared-…'],
  ['shared-logs', 1, '…'],
  ['日本語', 6, '日本語'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
  [`a${'\u0301'.repeat(9)}b`, 5, `a${'\u0301'.repeat(4)}…`],
])('%j cut to %d columns is %j', (text, width, want) => {
  expect(clip(text, width)).toBe(want);
});

test.each([
  ['/var/log/nginx', 20, '/var/log/nginx', '/var/log/nginx'],
  ['/var/log/nginx', 8, '…g/nginx', '/var…inx'],
  ['/var/log/nginx', 7, '…/nginx', '/va…inx'],
  ['shared', 2, '…d', 's…'],
  ['shared', 1, '…', '…'],
  ['日本語', 5, '…本語', '日…語'],
  [`abe\u0301c`, 3, `…e\u0301c`, 'a…c'],
  [`abe\u0301c`, 2, '…c', 'a…'],
])('%j cut at the start to %d columns is %j, in the middle %j', (text, width, start, middle) => {
  expect(clipStart(text, width)).toBe(start);
  expect(clipMiddle(text, width)).toBe(middle);
});
