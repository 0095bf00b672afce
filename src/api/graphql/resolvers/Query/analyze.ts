import type { Context } from '../../context.ts';
import { readOptions } from '../../read-options.ts';
import { toUnion } from '../../to-union.ts';

/** A bad manifest is a `Rejection` in the data, a bad option an entry in `errors`. */
export const analyze = (
  _parent: unknown,
  { manifest, options }: { readonly manifest: string; readonly options?: object | null },
  context: Context,
) => toUnion('Analysis', context.analyze(manifest, readOptions(options)));
