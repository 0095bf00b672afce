import { runsOf, stack } from '../../../src/formats/svg/columns.ts';

test.each<[number[], { first: number; last: number }[]]>([
  [[], []],
  [[2], [{ first: 2, last: 2 }]],
  [[0, 1, 2], [{ first: 0, last: 2 }]],
  [
    [0, 1, 3],
    [
      { first: 0, last: 1 },
      { first: 3, last: 3 },
    ],
  ],
])('%j in runs', (indexes, want) => {
  expect(runsOf(indexes)).toStrictEqual(want);
});

test.each<[[number, number][], number[]]>([
  [[], []],
  [[[0, 2]], [0]],
  [
    [
      [0, 2],
      [3, 4],
    ],
    [0, 0],
  ],
  [
    [
      [0, 2],
      [1, 3],
      [3, 4],
    ],
    [0, 1, 0],
  ],
  [
    [
      [0, 2],
      [2, 3],
      [1, 1],
    ],
    [0, 1, 1],
  ],
])('%j on levels', (spans, want) => {
  expect(stack(spans.map(([first, last]) => ({ first, last })))).toStrictEqual(want);
});
