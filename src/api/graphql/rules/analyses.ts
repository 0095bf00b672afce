import { atMost } from './at-most.ts';
import { sum } from './measure.ts';

/** Bounds `analyze`, the one field that costs real work. */
export const analyses = atMost('analyses', 'times the field analyze', {
  field: ({ name }) => (name.value === 'analyze' ? 1 : 0),
  join: sum,
});
