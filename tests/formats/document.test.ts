import { joinLines, type Line, nameList } from '../../src/formats/document/block.ts';

const code = (name: string) => ({ code: name });

test.each<[string[], number, Line]>([
  [[], 6, []],
  [['a'], 6, [code('a')]],
  [['a', 'b'], 6, [code('a'), ' and ', code('b')]],
  [['a', 'b', 'c'], 6, [code('a'), ', ', code('b'), ' and ', code('c')]],
  [['a', 'b', 'c'], 2, [code('a'), ', ', code('b'), ' and 1 more']],
  [['a', 'b', 'c'], 1, [code('a'), ' and 2 more']],
])('%j, at most %d', (names, most, want) => {
  expect(nameList(names, most)).toStrictEqual(want);
});

test('lines are joined with a piece between them', () => {
  expect(joinLines([['a', code('b')], ['c']], '; ')).toStrictEqual(['a', code('b'), '; ', 'c']);
});
