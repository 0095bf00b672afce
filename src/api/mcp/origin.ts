/**
 * Says whether a page may call. Without an `Origin` it is no page that calls.
 *
 * The specification wants the header checked so that no page can reach, by DNS rebinding, a server that is not for it. This
 * one is for everybody: it has no cookies, credentials, sessions or stored data, reads nothing but what the caller
 * sends and connects to nothing, so that a page learns here only what it has sent itself, under whatever name it
 * reached us. So every origin that is one may call, as on REST and GraphQL. What is not one is refused: `null`, behind which a
 * page hides where it comes from, several values, and anything a browser does not send.
 *
 * @see MCP 2026-07-28, Streamable HTTP, "Security & Endpoint"
 * @see https://www.rfc-editor.org/rfc/rfc6454#section-7
 */
export const isAllowedOrigin = (origin: string | undefined): boolean =>
  origin === undefined || (origin.length <= 300 && /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@,\\]+$/i.test(origin));
