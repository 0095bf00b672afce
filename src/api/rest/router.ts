import type { Answer, ApiReply, ApiRequest } from '../../runtime/api.ts';
import { preflightHeaders } from '../cors.ts';
import { problemReply } from '../problems.ts';
import { routes } from './routes.ts';

/** Answers by route key; those of one function, or of several together. */
type AnswersByKey = Readonly<Partial<Record<string, Answer>>>;

/**
 * Gives a request to the answer of its route. The gateway has chosen the route already; what it could not place it sends
 * as `$default`, and that is sorted out here: `HEAD` as the `GET` it belongs to, `OPTIONS` with the methods there are,
 * 405 with `Allow` for a path that exists, 404 for the rest.
 */
export const createRouter =
  (answers: AnswersByKey): Answer =>
  (request) => {
    const answer = answerOf(answers, request.route);
    return answer ? answer(request) : answerUnrouted(answers, request);
  };

/** `Object.hasOwn`, because the key is not ours: an emulator may send any. */
function answerOf(answers: AnswersByKey, key: string): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function answerUnrouted(answers: AnswersByKey, request: ApiRequest): ReturnType<Answer> {
  const matches = routes.flatMap(({ key }) => {
    const [method = '', path = ''] = key.split(' ');
    const params = matchPath(path, request.path);
    return params ? [{ key, method, params }] : [];
  });
  if (matches.length === 0) return problemReply(request, [notFound]);

  const wanted = request.method === 'HEAD' ? 'GET' : request.method;
  for (const { key, method, params } of matches) {
    const answer = method === wanted ? answerOf(answers, key) : undefined;
    if (answer) return answer({ ...request, route: key, params });
  }
  return replyWithAllowed(request, matches);
}

/** Another function may be the one that takes them: the gateway knows which. */
function replyWithAllowed(
  request: ApiRequest,
  matches: readonly { readonly key: string; readonly method: string }[],
): ApiReply {
  const allowed = matches.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = [...allowed, 'OPTIONS'].join(', ');
  if (request.method === 'OPTIONS')
    return { status: 204, headers: { allow, ...preflightHeaders(allow) }, body: '' };
  const detail = `This endpoint takes ${allow}.`;
  return problemReply(
    { ...request, route: matches[0]?.key ?? '' },
    [{ code: 'METHOD_NOT_ALLOWED', detail }],
    { allow },
  );
}

/** @returns What stands in the braces of the template, decoded; undefined when the path does not fit. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const names = template.split('/');
  const parts = path.split('/');
  if (names.length !== parts.length) return undefined;

  const params: Record<string, string> = Object.create(null);
  for (const [i, name] of names.entries()) {
    const part = parts[i] ?? '';
    const param = /^\{(.+)\}$/.exec(name)?.[1];
    if (param === undefined ? name !== part : part === '') return undefined;
    if (param !== undefined) params[param] = decode(part);
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // A percent sign that starts no escape: then it stands for itself.
    if (!(error instanceof URIError)) throw error;
    return part;
  }
}

const notFound = {
  code: 'NOT_FOUND',
  detail: 'No endpoint has this path. All of them are listed in /openapi.json.',
} as const;
