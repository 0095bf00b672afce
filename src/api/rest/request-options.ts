import type { Options } from '../../model/options.ts';
import type { Result } from '../../model/problem.ts';
import type { ApiRequest } from '../../runtime/api.ts';
import { parseOptions } from '../options.ts';

export type RequestOptions = {
  readonly options: Options;
  /** The format asked for by name, if any; not judged here. */
  readonly format: unknown;
};

/** Reads the options of a request. Those in the query win over those in the body. */
export function readRequestOptions(inBody: object, query: ApiRequest['query']): Result<RequestOptions> {
  // `m` is the manifest of a link; elsewhere it is left to callers who must make a URL unique.
  const { format, m: _, ...given }: Readonly<Record<string, unknown>> = { ...inBody, ...query };
  const options = parseOptions(given);
  return options.ok ? { ok: true, value: { options: options.value, format } } : options;
}
