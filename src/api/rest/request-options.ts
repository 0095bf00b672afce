import type { Options } from '../../model/options.ts';
import type { Problem, Result } from '../../model/problem.ts';
import type { ApiRequest } from '../../runtime/api.ts';
import { parseOptions } from '../options.ts';

export type RequestOptions = {
  readonly options: Options;
  /** The format asked for by name, if any; whether it is offered is not judged here. */
  readonly format: string | undefined;
};

/** Reads the options of a request. Those in the query win over those in the body, which must be right all the same. */
export function readRequestOptions(inBody: object, query: ApiRequest['query']): Result<RequestOptions> {
  const { format = null, ...own }: Readonly<Record<string, unknown>> = { ...inBody };
  const judged = parseOptions(own);
  if (!judged.ok) return judged;
  if (typeof format !== 'string' && format !== null) return { ok: false, problems: [formatNotText] };

  // `m` is the manifest of a link; elsewhere it is left to callers who must make a URL unique.
  const { format: wanted = format ?? undefined, m: _, ...given } = query;
  const options = parseOptions({ ...own, ...given });
  return options.ok ? { ok: true, value: { options: options.value, format: wanted } } : options;
}

const formatNotText: Problem = { code: 'INVALID_OPTION', detail: '`format` must be text.' };
