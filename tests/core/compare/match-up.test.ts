import { matchUp } from '../../../src/core/compare/match-up.ts';

const first = (text: string) => text.slice(0, 1);
const whole = (text: string) => text;

const show = (before: string[], after: string[]) =>
  matchUp(before, after, [whole, first]).map((match) => `${match.before ?? '-'} ${match.after ?? '-'}`);

test.each<[string, string[], string[], string[]]>([
  ['nothing', [], [], []],
  ['new and gone, the gone ones last', ['a1'], ['b1'], ['- b1', 'a1 -']],
  ['the strictest key first, whatever the order', ['a1', 'a2'], ['a2', 'a1'], ['a2 a2', 'a1 a1']],
  [
    'what is left by the next key, in order',
    ['a1', 'a2', 'a3'],
    ['a4', 'a2', 'a5'],
    ['a1 a4', 'a2 a2', 'a3 a5'],
  ],
  ['equal ones in the order of their lists, each once', ['a1', 'a1'], ['a1'], ['a1 a1', 'a1 -']],
])('%s', (_, before, after, want) => {
  expect(show(before, after)).toStrictEqual(want);
  const mirrored = show(after, before).map((match) => match.split(' ').reverse().join(' '));
  expect(mirrored.sort()).toStrictEqual([...want].sort());
});
