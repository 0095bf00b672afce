import type { Change } from '../../model/compare.ts';
import type { Place } from './place.ts';

/** A change, the list it belongs to, and a place that is not looked up in the text yet. */
export type ChangeDraft = Omit<Change, 'side' | 'pointer' | 'value' | 'document' | 'range'> & {
  readonly outcome: 'gained' | 'lost' | 'changed';
  readonly place: Place;
};

/** What was said before and what is said after, as far as there was anything to say. */
export const beforeAndAfter = (
  before: string | undefined,
  after: string | undefined,
): Pick<Change, 'before' | 'after'> => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/** Says what became of a thing that is shared where it has words. */
export const outcomeOf = (before: string | undefined, after: string | undefined): ChangeDraft['outcome'] => {
  if (before === undefined) return 'gained';
  return after === undefined ? 'lost' : 'changed';
};
