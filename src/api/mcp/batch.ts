import type { ApiRequest } from '../../runtime/api.ts';
import { type AnsweredMessage, answerMessage, failedWith, type MethodsOf } from './answer-message.ts';
import { chooseByHeader } from './choose-revision.ts';
import { errorCodes, type Failure, type Message, readMessage } from './json-rpc.ts';
import { unnamedRevision } from './revisions.ts';

/** Messages in one batch. */
const MOST = 20;

/**
 * Answers a batch, which only 2025-03-26 has: the responses to its requests in their order, nothing when none is due.
 *
 * A batch costs what one request costs: it may call one tool. `initialize` has to come alone.
 *
 * @see MCP 2025-03-26, Streamable HTTP, "Sending Messages to the Server"; 2025-06-18, "Key Changes": batching is gone
 */
export function answerBatch(
  values: readonly unknown[],
  headers: ApiRequest['headers'],
  methodsOf: MethodsOf,
): AnsweredMessage {
  const chosen = chooseByHeader(headers['mcp-protocol-version']?.trim());
  if (!chosen.ok) return failedWith(undefined, chosen.failure);
  if (chosen.revision !== unnamedRevision) return failedWith(undefined, noBatches);
  if (values.length === 0 || values.length > MOST) return failedWith(undefined, tooMany);

  const messages = values.map(readMessage);
  if (messages.filter(isToolCall).length > 1 || messages.some(isInitialize))
    return failedWith(undefined, tooMany);
  const answered = messages.map((message) => answerMessage(message, headers, methodsOf));
  const responses = answered.flatMap(({ response }) => response ?? []);
  const counts = answered.find((one) => one.counts)?.counts;
  return {
    status: responses.length > 0 ? 200 : 202,
    ...(responses.length > 0 && { response: responses }),
    ...(counts && { counts }),
  };
}

const isToolCall = (message: Message) => message.type === 'request' && message.method === 'tools/call';
const isInitialize = (message: Message) => message.type === 'request' && message.method === 'initialize';

const noBatches: Failure = {
  status: 400,
  code: errorCodes.invalidRequest,
  message: 'The body must be a single message: batches ended with revision 2025-03-26.',
};

const tooMany: Failure = {
  status: 400,
  code: errorCodes.invalidRequest,
  message: `A batch holds 1 to ${MOST} messages, calls at most one tool, and does not initialize.`,
};
