import { atMost } from './at-most.ts';
import { sum } from './measure.ts';

/** Bounds aliases, the only way to have one thing answered many times: an answer is at most so many reports large. */
export const aliases = atMost('aliases', 'aliases, each counted wherever its fragment is spread', {
  field: ({ alias }, inside) => (alias === undefined ? 0 : 1) + inside(),
  join: sum,
});
