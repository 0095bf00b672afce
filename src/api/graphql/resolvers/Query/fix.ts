import type { FixRequest } from '../../../fix.ts';
import type { Context } from '../../context.ts';
import { readOptions } from '../../read-options.ts';

/** A manifest that cannot be read is a `Rejection` in the data, a bad option an entry in `errors`. */
export const fix = (
  _parent: unknown,
  { manifest, findings, options }: FixRequest & { readonly options?: object | null },
  context: Context,
) => {
  const outcome = context.fix({ manifest, findings }, readOptions(options));
  return outcome.ok
    ? { __typename: 'Repair', ...outcome.answer }
    : { __typename: 'Rejection', problems: outcome.problems };
};
