import type { FixRequest } from '../../../fix.ts';
import type { Context } from '../../context.ts';
import { readOptions } from '../../read-options.ts';
import { toUnion } from '../../to-union.ts';

/** A manifest that cannot be read is a `Rejection` in the data, a bad option an entry in `errors`. */
export const fix = (
  _parent: unknown,
  { manifest, findings, options }: FixRequest & { readonly options?: object | null },
  context: Context,
) => toUnion('Repair', context.fix({ manifest, findings }, readOptions(options)));
