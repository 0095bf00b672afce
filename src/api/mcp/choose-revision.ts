import { Buffer } from 'node:buffer';

import type { ApiRequest } from '../../runtime/api.ts';
import { isObject, type Members } from '../members.ts';
import { errorCodes, type Failure, type Request } from './json-rpc.ts';
import { findRevision, type Revision, revisions, statelessRevision, unnamedRevision } from './revisions.ts';

type Headers = ApiRequest['headers'];
type Choice =
  | { readonly ok: true; readonly revision: Revision }
  | { readonly ok: false; readonly failure: Failure };

const versionKey = 'io.modelcontextprotocol/protocolVersion';
const capabilitiesKey = 'io.modelcontextprotocol/clientCapabilities';

/** Which parameter the header `Mcp-Name` repeats, by method. */
const namedBy: ReadonlyMap<string, string> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
]);

/**
 * Finds out which revision of the protocol a request speaks, and holds its headers to its body where the revision wants it.
 *
 * A request that names a revision in its own `_meta` speaks 2026-07-28 (or one that is not known); one that does not has
 * shaken hands, or is about to. Nothing is remembered between requests.
 *
 * @returns The revision; a failure with status 400: HeaderMismatch (-32020), UnsupportedProtocolVersion (-32022) with the
 * list, or invalid params (-32602) where `_meta` lacks what it must hold.
 * @see MCP 2026-07-28, "Versioning and Compatibility"; Streamable HTTP, "Server Validation"
 */
export function chooseRevision({ method, params }: Request, headers: Headers): Choice {
  const meta = isObject(params['_meta']) ? params['_meta'] : {};
  const claimed = meta[versionKey];
  const named = headers['mcp-protocol-version']?.trim();
  if (claimed === undefined && method === 'initialize') return { ok: true, revision: unnamedRevision };
  if (claimed === undefined && named !== statelessRevision) return chooseByHeader(named);

  if (typeof claimed !== 'string')
    return fail(errorCodes.invalidParams, `_meta needs ${versionKey}, a text.`);
  if (claimed !== named)
    return fail(errorCodes.headerMismatch, 'MCP-Protocol-Version is missing or not the version in _meta.');
  if (claimed !== statelessRevision) return chooseByHeader(named);
  if (!isObject(meta[capabilitiesKey]))
    return fail(errorCodes.invalidParams, `_meta needs ${capabilitiesKey}, an object.`);
  return compareHeaders(method, params, headers);
}

/** Chooses by the header `MCP-Protocol-Version` alone: all that a notification, a batch, or one who has shaken hands says. */
export const chooseByHeader = (named: string | undefined): Choice => {
  if (named === undefined) return { ok: true, revision: unnamedRevision };
  const revision = findRevision(named);
  if (revision !== undefined) return { ok: true, revision };
  // Longer than any version: nobody has to see all of it again.
  const data = { supported: revisions, requested: named.slice(0, 32) };
  return fail(errorCodes.unsupportedProtocolVersion, 'Unsupported protocol version.', data);
};

function compareHeaders(method: string, params: Members, headers: Headers): Choice {
  if (headers['mcp-method']?.trim() !== method)
    return fail(errorCodes.headerMismatch, 'Mcp-Method is missing or not the method in the body.');
  const member = namedBy.get(method);
  if (member !== undefined && typeof params[member] === 'string') {
    if (decode(headers['mcp-name']?.trim()) !== params[member])
      return fail(errorCodes.headerMismatch, `Mcp-Name is missing or not params.${member} of the body.`);
  }
  return { ok: true, revision: statelessRevision };
}

/**
 * Decodes a header value that was not plain ASCII: `=?base64?…?=` around its UTF-8.
 *
 * @see MCP 2026-07-28, Streamable HTTP, "Value Encoding"
 */
function decode(value: string | undefined): string | undefined {
  const encoded = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/.exec(value ?? '')?.[1];
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString('utf8');
}

const fail = (code: number, message: string, data?: unknown): Choice => ({
  ok: false,
  failure: { status: 400, code, message, ...(data !== undefined && { data }) },
});
