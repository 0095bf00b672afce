import { joinLines, type Line, nameList } from '../../src/formats/document/block.ts';

const code = (name: string) => ({ code: name });

test.each<[string[], Line]>([
  [[], []],
  [['a'], [code('a')]],
  [
    ['a', 'b'],
    [code('a'), ' and ', code('b')],
  ],
  [
    ['a', 'b', 'c'],
    [code('a'), ', ', code('b'), ' and ', code('c')],
  ],
  [[...'abcdefgh'], [code('a'), ...[...'bcdef'].flatMap((name) => [', ', code(name)]), ' and 2 more']],
])('%j', (names, want) => {
  expect(nameList(names)).toStrictEqual(want);
});

test('lines are joined with a piece between them', () => {
  expect(joinLines([['a', code('b')], ['c']], '; ')).toStrictEqual(['a', code('b'), '; ', 'c']);
});
