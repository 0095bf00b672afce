import { createHash } from 'node:crypto';

import type { Answer } from '../../runtime/api.ts';

/**
 * Lets callers and caches keep an answer that changes only with a release: adds a strong `ETag` of what is answered, and
 * answers 304 to a caller who has it already. Other replies than 200 pass as they are.
 *
 * A 304 keeps the headers of the 200, `Content-Type` among them: a gateway or emulator would put one of its own there, and
 * a cache takes over what it finds (RFC 9111, section 3.2).
 *
 * @param maxAge - Seconds for which nobody need ask again.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export const cached =
  (answer: Answer, maxAge = fiveMinutes): Answer =>
  async (request) => {
    const reply = await answer(request);
    if (reply.status !== 200) return reply;

    const etag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`;
    const headers = { ...reply.headers, etag, 'cache-control': `public, max-age=${maxAge}` };
    const isKnown = names(request.headers['if-none-match'] ?? '', etag);
    return isKnown ? { ...reply, status: 304, headers, body: '' } : { ...reply, headers };
  };

const fiveMinutes = 300;

/** Weak comparison, as `If-None-Match` wants it: a gateway that compresses may have put `W/` in front. */
const names = (list: string, etag: string) =>
  list.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag);
