/**
 * What browsers must be told before a page of another origin may use the API (CORS): any page may, because nobody is logged
 * in here and nothing is kept.
 *
 * `serverless.yml` tells the gateway the same (a test holds the two together): it then answers preflights without a call of
 * a function, lets pages read its own refusals (429, 413), and puts its headers in place of these. Wherever else a function
 * runs, what it says by itself is enough.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */

/** Headers of a reply that a page may read beside those every page may. */
export const exposedHeaders = ['Accept-Post', 'Allow', 'ETag', 'Retry-After', 'X-Request-Id'] as const;

/** Headers a page may send. */
export const allowedHeaders = [
  'Accept',
  'Content-Type',
  'If-None-Match',
  'Apollo-Require-Preflight',
  'X-Apollo-Operation-Name',
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
] as const;

/** Seconds for which a browser need not ask again: a day. Browsers cap it at less. */
export const preflightMaxAge = 86_400;

/** On every reply. */
export const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
} as const;

/** On the reply to `OPTIONS`, whether a browser asks or a person. */
export const preflightHeaders = (methods: string) => ({
  'access-control-allow-methods': methods,
  'access-control-allow-headers': allowedHeaders.join(', '),
  'access-control-max-age': `${preflightMaxAge}`,
});
