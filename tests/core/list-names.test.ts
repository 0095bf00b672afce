import { listNames } from '../../src/core/list-names.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
])('%j', (names, want) => {
  expect(listNames(names)).toBe(want);
});
