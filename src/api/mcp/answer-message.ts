import type { ApiRequest, Counts } from '../../runtime/api.ts';
import { chooseByHeader, chooseRevision } from './choose-revision.ts';
import {
  errorCodes,
  errorResponse,
  type Failure,
  type Message,
  type Request,
  resultResponse,
} from './json-rpc.ts';
import type { Method } from './method.ts';
import { type Revision, statelessRevision } from './revisions.ts';

/** The methods of a revision, by name. */
export type MethodsOf = (revision: Revision) => ReadonlyMap<string, Method>;

/** What a message comes to: a response and the HTTP status it has when it stands alone; no response where none is due. */
export type AnsweredMessage = {
  readonly status: number;
  readonly response?: object;
  readonly counts?: Counts;
};

/**
 * Answers one message. Notifications are taken note of and need no response; neither does an answer to a question nobody
 * asked, which 2026-07-28 refuses and its predecessors accept.
 */
export function answerMessage(
  message: Message,
  headers: ApiRequest['headers'],
  methodsOf: MethodsOf,
): AnsweredMessage {
  if (message.type === 'invalid') return failedWith(message.id, invalidRequest);
  if (message.type === 'request') return answerRequest(message, headers, methodsOf);
  const chosen = chooseByHeader(headers['mcp-protocol-version']?.trim());
  if (!chosen.ok) return failedWith(undefined, chosen.failure);
  return message.type === 'response' && chosen.revision === statelessRevision
    ? failedWith(undefined, invalidRequest)
    : { status: 202 };
}

function answerRequest(
  request: Request,
  headers: ApiRequest['headers'],
  methodsOf: MethodsOf,
): AnsweredMessage {
  const { id, method: name, params } = request;
  const chosen = chooseRevision(request, headers);
  if (!chosen.ok) return failedWith(id, chosen.failure);

  const { revision } = chosen;
  const method = methodsOf(revision).get(name);
  if (method === undefined)
    return failedWith(id, { ...methodNotFound, status: revision === statelessRevision ? 404 : 200 });

  const outcome = method(params, revision);
  if (!outcome.ok) return failedWith(id, outcome.failure);
  return {
    status: 200,
    response: resultResponse(id, outcome.result),
    ...(outcome.counts && { counts: outcome.counts }),
  };
}

/** What a message that failed comes to; without an id when none could be read. */
export const failedWith = (id: Request['id'] | undefined, failure: Failure): AnsweredMessage => ({
  status: failure.status,
  response: errorResponse(id, failure),
});

const invalidRequest: Failure = {
  status: 400,
  code: errorCodes.invalidRequest,
  message: 'The body is not a JSON-RPC 2.0 request or notification.',
};

const methodNotFound = { code: errorCodes.methodNotFound, message: 'There is no such method.' };
