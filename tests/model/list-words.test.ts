import { listWords } from '../../src/model/list-words.ts';

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
])('%j, three of them', (words, want) => {
  expect(listWords(words, 3)).toBe(want);
});

test('all of them', () => {
  expect(listWords([...'abcdefgh'])).toBe('a, b, c, d, e, f, g and h');
});
