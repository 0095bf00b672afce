import { Buffer, isUtf8 } from 'node:buffer';
import { inflateRawSync, inflateSync } from 'node:zlib';

import { limits } from '../../model/limits.ts';
import type { Problem, Result } from '../../model/problem.ts';

/**
 * Reads the manifest in a link: base64url of the deflated text. Never holds more than `limits.bodyBytes` of it, however
 * much the link would inflate to.
 *
 * Deflate comes in two wrappings and both are read: that of zlib (RFC 1950), which most programs write, and none at all
 * (RFC 1951). Padding may be there or not.
 *
 * @returns The text; INVALID_ENCODING when it is no such thing, BODY_TOO_LARGE when it is too much.
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 *
 * @example
 * inflateManifest(deflateSync('kind: Pod').toString('base64url')) // => { ok: true, value: 'kind: Pod' }
 */
export function inflateManifest(packed: string): Result<string> {
  if (!/^[\w-]+={0,2}$/.test(packed)) return { ok: false, problems: [notBase64] };
  try {
    const bytes = inflate(Buffer.from(packed, 'base64url'));
    return isUtf8(bytes) ? { ok: true, value: bytes.toString('utf8') } : { ok: false, problems: [notUtf8] };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return { ok: false, problems: [tooLarge] };
    if (code.startsWith('Z_')) return { ok: false, problems: [notDeflated] };
    throw error;
  }
}

/** By its members, because an error of Node is not always an `Error` of who catches it. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function inflate(bytes: Buffer): Buffer {
  const bounds = { maxOutputLength: limits.bodyBytes };
  return isZlib(bytes) ? inflateSync(bytes, bounds) : inflateRawSync(bytes, bounds);
}

/**
 * The low half of zlib's first byte is 8, the method. Without zlib's header these bits begin a stored block that is not
 * the last, with a one where compressors write zeros up to the next byte.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1950#section-2.2
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 */
const isZlib = ([first = 0]: Buffer): boolean => (first & 0x0f) === 8;

const notBase64: Problem = {
  code: 'INVALID_ENCODING',
  detail: '`m` must be base64url: only letters, digits, - and _.',
};
const notDeflated: Problem = {
  code: 'INVALID_ENCODING',
  detail: '`m` is base64url, but not of deflated text: the link may have been cut off.',
};
const notUtf8: Problem = { code: 'INVALID_ENCODING', detail: 'What `m` inflates to is not UTF-8 text.' };
const tooLarge: Problem = {
  code: 'BODY_TOO_LARGE',
  detail: `What \`m\` inflates to is larger than ${limits.bodyBytes} bytes. Send the manifest in parts.`,
  limit: 'bodyBytes',
};
