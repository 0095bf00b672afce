import type { Problem } from '../../model/problem.ts';
import type { Answer, ApiReply, ApiRequest } from '../../runtime/api.ts';
import { readContentType } from '../content-type.ts';
import { parseJson } from '../json.ts';
import { isWithinOutputLimit, outputTooLarge } from '../output-limit.ts';
import { problemReply } from '../problems.ts';
import { type AnsweredMessage, answerMessage, failedWith } from './answer-message.ts';
import { answerBatch } from './batch.ts';
import { errorCodes, type Failure, readMessage } from './json-rpc.ts';
import { createMethods, type Documents } from './methods.ts';
import { isAllowedOrigin } from './origin.ts';

/**
 * Answers `POST /mcp`: the Model Context Protocol over Streamable HTTP, each request by itself and with one JSON object.
 *
 * It speaks 2026-07-28 and the revisions of 2025. The protocol is written here and not taken from its SDK, which costs a cold
 * start more than everything else in this function does, for a handful of methods; it is tested with the official client. What
 * is wrong with the request as HTTP gets problem details as everywhere; what is wrong with a message is a JSON-RPC error.
 *
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http
 */
export function createMcpAnswer(documents: Documents): Answer {
  const methodsOf = createMethods(documents);

  return (request) => {
    if (!isAllowedOrigin(request.headers['origin'])) return reply(request, failedWith(undefined, forbidden));
    if (readContentType(request.headers['content-type']).type !== 'application/json')
      return problemReply(request, [notJson], { 'accept-post': 'application/json' });

    const json = parseJson(request.body ?? '');
    if (!json.ok)
      return reply(request, failedWith(undefined, { ...unreadable, message: json.problem.detail }));
    return reply(
      request,
      Array.isArray(json.value)
        ? answerBatch(json.value, request.headers, methodsOf)
        : answerMessage(readMessage(json.value), request.headers, methodsOf),
    );
  };
}

/** A message that is accepted and needs no response leaves nothing to say. */
function reply(request: ApiRequest, { status, response, counts }: AnsweredMessage): ApiReply {
  if (response === undefined) return { status, headers: {}, body: '' };
  const body = JSON.stringify(response);
  const sent = isWithinOutputLimit(body)
    ? { status, headers: { 'content-type': 'application/json' }, body }
    : problemReply(request, [outputTooLarge]);
  return counts ? { ...sent, counts } : sent;
}

const forbidden: Failure = {
  status: 403,
  code: errorCodes.invalidRequest,
  message: 'The Origin header is not an origin.',
};

const unreadable = { status: 400, code: errorCodes.parseError };

const notJson: Problem = {
  code: 'UNSUPPORTED_MEDIA_TYPE',
  detail: 'Send each JSON-RPC message as application/json.',
};
