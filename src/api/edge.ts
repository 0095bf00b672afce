import { Buffer } from 'node:buffer';

import type { Problem } from '../model/problem.ts';
import type { Answer, ApiReply } from '../runtime/api.ts';
import type { Received } from '../runtime/lambda-event.ts';
import type { Log, LogEntry } from '../runtime/log.ts';
import { corsHeaders } from './cors.ts';
import { problemReply } from './problems.ts';

/**
 * Puts the edge around an API function: what every reply of every function has in common, whatever it is about.
 *
 * - A body that could not be read is answered here; `answer` sees only requests it can read.
 * - The one place that catches: a bug becomes a 500 that tells the caller nothing and the log its name.
 * - One log entry per request.
 * - `HEAD` gets the reply of `GET` without its body.
 */
export function createApi({ answer, log }: { readonly answer: Answer; readonly log: Log }) {
  let cold = true;

  return async function api(received: Received): Promise<ApiReply> {
    const { request } = received;
    const start = performance.now();
    const { error, ...outcome } = await attempt(answer, received);
    const { counts, ...reply } = outcome.reply;
    const body = request.method === 'HEAD' ? '' : reply.body;
    log({
      level: error ? 'error' : 'info',
      requestId: request.requestId,
      route: request.route,
      status: reply.status,
      durationMs: Math.round((performance.now() - start) * 100) / 100,
      bytesIn: Buffer.byteLength(request.body ?? ''),
      bytesOut: Buffer.byteLength(body),
      cold,
      ...counts,
      ...(error && { error }),
    });
    cold = false;
    return {
      ...reply,
      headers: { ...commonHeaders, 'x-request-id': request.requestId, ...reply.headers },
      body,
    };
  };
}

type Outcome = { readonly reply: ApiReply; readonly error?: NonNullable<LogEntry['error']> };

async function attempt(answer: Answer, { request, unreadable }: Received): Promise<Outcome> {
  try {
    return { reply: unreadable ? problemReply(request, [unreadable]) : await answer(request) };
  } catch (thrown) {
    return { reply: problemReply(request, [internalError]), error: nameOf(thrown) };
  }
}

/**
 * On every reply that does not say otherwise.
 *
 * - Nothing is kept: it may be about somebody's manifest.
 * - Nothing runs and nothing is fetched, not even in HTML or SVG that a browser opens from a link and in which names of
 *   a stranger's manifest stand.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
const commonHeaders = {
  ...corsHeaders,
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
};

const internalError: Problem = {
  code: 'INTERNAL_ERROR',
  detail:
    'Something went wrong on our side. The id of the request is in `instance`; nothing you sent was logged.',
};

function nameOf(error: unknown): NonNullable<LogEntry['error']> {
  if (!(error instanceof Error)) return { name: typeof error };
  return 'code' in error && typeof error.code === 'string'
    ? { name: error.name, code: error.code }
    : { name: error.name };
}
