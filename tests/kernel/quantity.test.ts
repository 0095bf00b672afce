import { bytesOf } from './quantity.ts';

test.each([
  ['64Mi', 67_108_864],
  ['1Gi', 1_073_741_824],
  ['1.5k', 1_500],
  ['10M', 10_000_000],
  ['1024', 1_024],
  [2_048, 2_048],
  [undefined, undefined],
  ['64MB', undefined],
  ['-1', undefined],
])('%p', (quantity, bytes) => expect(bytesOf(quantity)).toBe(bytes));
