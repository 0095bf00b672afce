import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';

import type { Problem, Result } from '../../model/problem.ts';
import type { Answer, ApiReply, ApiRequest } from '../../runtime/api.ts';
import { parseJson } from '../json.ts';
import { isObject } from '../members.ts';
import { isWithinOutputLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import { type ListedOperation, withListedQuery } from './allow-list.ts';
import { createContext } from './context.ts';
import { createServer } from './server.ts';

/**
 * Answers GraphQL requests: `POST` with a JSON body, `GET` with `query`, `variables` and `operationName` in the URL.
 *
 * - What is wrong with the request as HTTP gets problem details, as everywhere; what is wrong with the query is in
 *   `errors`, with the status that Apollo gives it.
 * - A bug is thrown, so that the edge deals with it as with any other.
 * - The server starts once, with the process, not with a request.
 *
 * @param sdl - The schema. One that the resolvers do not fit throws.
 * @param allowList - Operations that a request may name by their hash.
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function createGraphqlAnswer(sdl: string, allowList: readonly ListedOperation[]): Answer {
  const server = createServer(sdl);
  const started = server.start();

  return async (request) => {
    const body = readBody(request);
    if (!body.ok) return problemReply(request, body.problems);

    await started;
    const context = createContext();
    const response = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method === 'HEAD' ? 'GET' : request.method,
        headers: new HeaderMap(Object.entries(request.headers)),
        search: new URLSearchParams(withListedQuery(request.query, allowList)).toString(),
        body: isObject(body.value) ? withListedQuery(body.value, allowList) : body.value,
      },
      context: async () => context,
    });
    if (context.bugs.length > 0) throw context.bugs[0];

    const whole = toReply(response);
    const reply = isWithinOutputLimit(whole.body) ? whole : problemReply(request, [outputTooLarge]);
    const counts = context.counts();
    return counts ? { ...reply, counts } : reply;
  };
}

/** @returns The body as JSON, undefined for a `GET`. What the JSON must hold is Apollo's to judge. */
function readBody({ method, headers, body }: ApiRequest): Result<unknown> {
  if (method !== 'POST') return { ok: true, value: undefined };
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return { ok: false, problems: [notJson] };
  const json = parseJson(body ?? '');
  return json.ok ? json : { ok: false, problems: [json.problem] };
}

function toReply({ status, headers, body }: HTTPGraphQLResponse): ApiReply {
  // Only `@defer` and `@stream` are answered in parts, and the schema has neither.
  if (body.kind === 'chunked') throw new Error('GraphQL answered in parts');
  return {
    status: status ?? 200,
    headers: Object.fromEntries(headers),
    body: body.string,
  };
}

const notJson: Problem = {
  code: 'UNSUPPORTED_MEDIA_TYPE',
  detail: 'Send the query as application/json: { "query": "…", "variables": { … } }.',
};
