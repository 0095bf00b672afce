import { createHash } from 'node:crypto';

import type { Answer } from '../../../runtime/api.ts';

/**
 * Lets callers and caches keep an answer that changes only with a release: adds an `ETag`, and answers 304 to a caller
 * who has it already. Other replies than 200 pass as they are.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export const cached =
  (answer: Answer): Answer =>
  async (request) => {
    const reply = await answer(request);
    if (reply.status !== 200) return reply;

    const etag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`;
    const headers = { ...reply.headers, etag, 'cache-control': 'public, max-age=300' };
    const isKnown = names(request.headers['if-none-match'] ?? '', etag);
    return isKnown ? { status: 304, headers, body: '' } : { ...reply, headers };
  };

/** Weak comparison, as `If-None-Match` wants it: a gateway that compresses may have put `W/` in front. */
const names = (list: string, etag: string) =>
  list.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag);
