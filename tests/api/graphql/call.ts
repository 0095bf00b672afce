import { listOperations } from '../../../scripts/graphql-operations.ts';
import { createApi } from '../../../src/api/edge.ts';
import { createGraphqlAnswer } from '../../../src/api/graphql/answer.ts';
import type { ApiReply, ApiRequest } from '../../../src/runtime/api.ts';
import { readEvent } from '../../../src/runtime/lambda-event.ts';
import type { LogEntry } from '../../../src/runtime/log.ts';
import { sdl } from './sdl.ts';

const answer = createGraphqlAnswer(sdl, listOperations());

/** Sends one request, a `POST` of JSON but for what is said otherwise. */
export const send = async (request: Partial<ApiRequest>): Promise<ApiReply> =>
  answer({
    method: 'POST',
    path: '/graphql',
    route: 'POST /graphql',
    params: {},
    query: {},
    headers: { 'content-type': 'application/json' },
    body: undefined,
    requestId: 'abc=',
    ...request,
  });

/** Sends a query. */
export const ask = (query: string, variables?: Readonly<Record<string, unknown>>): Promise<ApiReply> =>
  send({ body: JSON.stringify({ query, variables }) });

/** Sends a query and reads the answer. */
export async function answerTo(query: string, variables?: Readonly<Record<string, unknown>>) {
  const { body } = await ask(query, variables);
  return JSON.parse(body);
}

/** Posts a body through the edge, as the function does, and says what was logged. */
export async function postThroughEdge(body: string) {
  const log: LogEntry[] = [];
  const api = createApi({ answer, log: (entry) => log.push(entry) });
  const event = {
    routeKey: 'POST /graphql',
    rawPath: '/graphql',
    headers: { 'content-type': 'application/json' },
    requestContext: { requestId: 'abc=', http: { method: 'POST' } },
    body,
  };
  return { reply: await api(readEvent(event)), log };
}
