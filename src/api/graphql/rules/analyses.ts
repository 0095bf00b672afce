import type { FrontDoor } from '../context.ts';
import { atMost } from './at-most.ts';
import { sum } from './measure.ts';

/** How many analyses a field of the root comes to. The others cost next to nothing. */
const costs = new Map<string, number>(
  Object.entries({ analyze: 1, generate: 1, compare: 2, fix: 2 } satisfies Record<FrontDoor, number>),
);

/** Bounds the analyses a query asks for: what costs real work. */
export const analyses = atMost('analyses', 'analyses: compare and fix are two each', {
  field: ({ name }) => costs.get(name.value) ?? 0,
  join: sum,
});
