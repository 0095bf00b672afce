import { parseOptions } from '../../../options.ts';
import { badUserInput } from '../../bad-user-input.ts';
import type { Context } from '../../context.ts';

/** A bad manifest is a `Rejection` in the data, a bad option an entry in `errors`. */
export const analyze = (
  _parent: unknown,
  { manifest, options }: { readonly manifest: string; readonly options?: object | null },
  context: Context,
) => {
  const parsed = parseOptions(options ?? {});
  if (!parsed.ok) throw badUserInput(parsed.problems);

  const outcome = context.analyze(manifest, parsed.value);
  return outcome.ok
    ? { __typename: 'Analysis', ...outcome.analysis }
    : { __typename: 'Rejection', problems: outcome.problems };
};
