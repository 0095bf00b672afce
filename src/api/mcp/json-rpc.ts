import { isObject, type Members } from '../members.ts';

/** Identifies a request to its client. MCP takes no null. */
export type Id = string | number;

/** A JSON-RPC message, as far as anything can be said about it. */
export type Message =
  | { readonly type: 'request'; readonly id: Id; readonly method: string; readonly params: Members }
  | { readonly type: 'notification'; readonly method: string; readonly params: Members }
  /** An answer, which nobody here has asked for. */
  | { readonly type: 'response' }
  | { readonly type: 'invalid'; readonly id: Id | undefined };

export type Request = Extract<Message, { readonly type: 'request' }>;

/** What went wrong with a request: the `error` of its response, and the HTTP status when it stands alone. */
export type Failure = {
  readonly status: number;
  readonly code: number;
  /** One sentence. Holds nothing that was sent. */
  readonly message: string;
  readonly data?: unknown;
};

/**
 * Codes of errors: those of JSON-RPC, and those the specification of MCP adds.
 *
 * @see MCP 2026-07-28, "Error Codes"
 */
export const errorCodes = {
  parseError: -32_700,
  invalidRequest: -32_600,
  methodNotFound: -32_601,
  invalidParams: -32_602,
  headerMismatch: -32_020,
  unsupportedProtocolVersion: -32_022,
  /** Before 2026-07-28; since then such a resource is `invalidParams`. */
  resourceNotFound: -32_002,
} as const;

/** Tells requests, notifications and answers apart. Params may be missing; what they hold is for the method to judge. */
export function readMessage(value: unknown): Message {
  if (!isObject(value)) return { type: 'invalid', id: undefined };
  const { jsonrpc, id, method, params = {} } = value;
  const isId = typeof id === 'string' || Number.isSafeInteger(id);
  // The check above is what makes it one; TypeScript does not take Number.isSafeInteger as a guard.
  const known = isId ? (id as Id) : undefined;
  if (jsonrpc !== '2.0' || (id !== undefined && !isId)) return { type: 'invalid', id: known };
  if (method === undefined && ('result' in value || 'error' in value)) return { type: 'response' };
  if (typeof method !== 'string' || !isObject(params)) return { type: 'invalid', id: known };
  return known === undefined
    ? { type: 'notification', method, params }
    : { type: 'request', id: known, method, params };
}

export const resultResponse = (id: Id, result: object) => ({ jsonrpc: '2.0', id, result });

/** A response without an id is about a request whose id could not be read. */
export const errorResponse = (id: Id | undefined, { code, message, data }: Failure) => ({
  jsonrpc: '2.0',
  ...(id !== undefined && { id }),
  error: { code, message, ...(data !== undefined && { data }) },
});
