import type { Outcome } from '../outcome.ts';

/** Says an outcome as the union of the graph that holds it: what was wrong with a manifest is a `Rejection` in the data. */
export const toUnion = <T extends object>(
  name: 'Analysis' | 'Comparison' | 'Generated' | 'Repair',
  outcome: Outcome<T>,
) =>
  outcome.ok
    ? { __typename: name, ...outcome.answer }
    : { __typename: 'Rejection', problems: outcome.problems };
