import { renderJson } from '../formats/json.ts';
import { type LimitName, limits } from '../model/limits.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { ApiReply, ApiRequest } from '../runtime/api.ts';
import { isWithinOutputLimit } from './output-limit.ts';

type ProblemType = { readonly status: number; readonly title: string };

/** The one table from problem to HTTP status and title. A new code without a row does not compile. */
export const problemTypes = {
  INVALID_JSON: { status: 400, title: 'The body is not JSON.' },
  INVALID_ENCODING: { status: 400, title: 'What was sent is not UTF-8 text.' },
  INVALID_REQUEST: { status: 400, title: 'The request does not have the form this endpoint takes.' },
  INVALID_OPTION: { status: 400, title: 'An option has a name or value that is not known.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The media type of the body is not supported.' },
  NOT_ACCEPTABLE: { status: 406, title: 'The format asked for is not offered.' },
  NOT_FOUND: { status: 404, title: 'There is nothing here.' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This endpoint does not take that method.' },
  BODY_TOO_LARGE: { status: 413, title: 'What was sent is too large.' },
  OUTPUT_TOO_LARGE: { status: 413, title: 'The answer would be too large.' },
  EMPTY_MANIFEST: { status: 422, title: 'The manifest is empty.' },
  YAML_SYNTAX: { status: 422, title: 'The manifest is not YAML.' },
  YAML_UNSUPPORTED: { status: 422, title: 'The manifest uses YAML that Kubernetes does not read.' },
  BAD_ALIAS: { status: 422, title: 'The manifest has an alias that leads nowhere or to itself.' },
  BAD_KEY: { status: 422, title: 'The manifest has a key that is not text.' },
  TOO_MANY_DOCUMENTS: { status: 422, title: 'The manifest has too many documents.' },
  TOO_MANY_PODS: { status: 422, title: 'The manifest has too many Pods.' },
  TOO_MANY_CONTAINERS: { status: 422, title: 'A Pod has too many containers.' },
  TOO_DEEP: { status: 422, title: 'The manifest nests too deep.' },
  TOO_MANY_ALIASES: { status: 422, title: 'The manifest has too many aliases.' },
  TOO_MANY_NODES: { status: 422, title: 'The manifest holds too many values.' },
  NOT_AN_OBJECT: { status: 422, title: 'The document is not a Kubernetes object.' },
  MISSING_KIND: { status: 422, title: 'The document does not say what kind of object it is.' },
  MISSING_POD_SPEC: { status: 422, title: 'The object has no Pod spec where its kind has one.' },
  WRONG_TYPE: { status: 422, title: 'A field has a value of the wrong type.' },
  INVALID_INTENT: { status: 422, title: 'The intent does not say what can be built.' },
  IMPOSSIBLE_WISH: { status: 422, title: 'Kubernetes cannot do what is wished for.' },
  INTERNAL_ERROR: { status: 500, title: 'podshare made a mistake.' },
} as const satisfies Record<ProblemCode, ProblemType>;

/**
 * Answers with problem details. The first problem decides status, type and title; all of them are listed, or the first half,
 * quarter, … that an answer can carry.
 *
 * `instance` is the endpoint and the id of the request. It is built from the route, not from the path that was sent,
 * so that nothing a caller wrote comes back in an error.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function problemReply(
  request: Pick<ApiRequest, 'route' | 'requestId'>,
  problems: readonly [Problem, ...Problem[]],
  headers: Readonly<Record<string, string>> = {},
): ApiReply {
  const [{ code, detail }] = problems;
  const { status, title } = problemTypes[code];
  const passed = limitsPassed(problems);
  const details = {
    type: problemTypeUri(code),
    title,
    status,
    detail,
    instance: `${endpointOf(request.route)}#${encodeURIComponent(request.requestId)}`,
    code,
  };
  const render = (listed: readonly Problem[]) =>
    renderJson({ ...details, problems: listed, ...(passed && { limits: passed }) });
  let body = render(problems);
  for (let count = problems.length >>> 1; count > 0 && !isWithinOutputLimit(body); count >>>= 1)
    body = render(problems.slice(0, count));
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
}

/** The identifier of a kind of problem. It is a name to compare with; no page need stand there. */
export function problemTypeUri(code: ProblemCode): string {
  return `https://podshare.dev/problems/${code.toLowerCase().replaceAll('_', '-')}`;
}

/** The path of a route up to its first parameter; the root when the gateway knew no route. */
function endpointOf(route: string): string {
  return /^[A-Z]+ (\/[^{]*)/.exec(route)?.[1] ?? '/';
}

function limitsPassed(problems: readonly Problem[]): Partial<Record<LimitName, number>> | undefined {
  const names = problems.flatMap(({ limit }) => limit ?? []);
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, limits[name]]));
}
