import type { ToCompare } from '../../../compare.ts';
import type { Context } from '../../context.ts';
import { readOptions } from '../../read-options.ts';
import { toUnion } from '../../to-union.ts';

/** Manifests that cannot be read are a `Rejection` in the data, a bad option an entry in `errors`. */
export const compare = (
  _parent: unknown,
  { before, after, options }: ToCompare & { readonly options?: object | null },
  context: Context,
) => toUnion('Comparison', context.compare({ before, after }, readOptions(options)));
