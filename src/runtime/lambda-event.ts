import { Buffer, isUtf8 } from 'node:buffer';

import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

import { limits } from '../model/limits.ts';
import type { Problem } from '../model/problem.ts';
import type { ApiReply, ApiRequest } from './api.ts';

/** A request as it came in, and what made its body unreadable, if anything did. */
export type Received = { readonly request: ApiRequest; readonly unreadable: Problem | undefined };

/** What is read of an event. All of it may be missing: local emulators and test invocations leave parts out. */
type Event = Partial<Omit<APIGatewayProxyEventV2, 'requestContext' | 'body'>> & {
  /** Text; serverless-offline reads JSON and hands over `false`, `0` and `null` as they are. */
  readonly body?: string | false | 0 | null;
  readonly requestContext?: {
    readonly requestId?: string;
    readonly stage?: string;
    readonly http?: { readonly method?: string };
  };
};

/**
 * Makes a Lambda handler of an API: the only place that knows the event format of API Gateway (HTTP API, payload 2.0).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const toLambdaHandler =
  (api: (received: Received) => Promise<ApiReply>) =>
  async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const { status, headers, body } = await api(readEvent(event));
    return { statusCode: status, headers: { ...headers }, body, isBase64Encoded: false };
  };

/**
 * Reads one event. Never throws.
 *
 * API Gateway sends every body in base64 whose media type it does not know as text, `application/yaml` among them: such a
 * body is decoded here, so that the API sees the same request either way. A body past the limit is not decoded at all, and
 * one of a `GET` or `HEAD`, which means nothing, is not looked at.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1
 */
export function readEvent(event: Event): Received {
  const headers = withoutPrototype(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const method = event.requestContext?.http?.method?.toUpperCase();
  const sent = isWithoutBody(method) ? undefined : (event.body ?? undefined);
  const text = typeof sent === 'string' || sent === undefined ? sent : String(sent);
  const body = readBody(text, event.isBase64Encoded === true, headers);
  const request: ApiRequest = {
    method: method ?? 'GET',
    path: withoutStage(event.rawPath ?? '/', event.requestContext?.stage),
    route: event.routeKey ?? '$default',
    params: withoutPrototype(Object.entries(event.pathParameters ?? {})),
    query: readQuery(event.rawQueryString ?? ''),
    headers,
    body: body.ok ? body.value : undefined,
    requestId: event.requestContext?.requestId ?? 'none',
    base: readBase(headers, event.requestContext?.stage),
  };
  return { request, unreadable: body.ok ? undefined : body.problem };
}

const isWithoutBody = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

type Body =
  | { readonly ok: true; readonly value: string | undefined }
  | { readonly ok: false; readonly problem: Problem };

function readBody(body: string | undefined, isBase64: boolean, headers: ApiRequest['headers']): Body {
  if (body === undefined || body === '') return { ok: true, value: undefined };

  const coding = headers['content-encoding'] ?? 'identity';
  if (coding.toLowerCase() !== 'identity') {
    return unreadable(
      'UNSUPPORTED_MEDIA_TYPE',
      'Compressed bodies are not read: send the body without a Content-Encoding.',
    );
  }
  if (Buffer.byteLength(body, isBase64 ? 'base64' : 'utf8') > limits.bodyBytes) {
    const detail = `The body is larger than ${limits.bodyBytes} bytes. Send the manifest in parts.`;
    return { ok: false, problem: { code: 'BODY_TOO_LARGE', detail, limit: 'bodyBytes' } };
  }
  if (!isBase64) return { ok: true, value: body };

  const bytes = Buffer.from(body, 'base64');
  const wide = readUtf16(bytes);
  if (wide !== undefined) return { ok: true, value: wide };
  return isUtf8(bytes)
    ? { ok: true, value: bytes.toString('utf8') }
    : unreadable('INVALID_ENCODING', 'The body is neither UTF-8 text nor UTF-16 with a byte order mark.');
}

/**
 * UTF-16 with a byte order mark, which `kubectl get … > pod.yaml` leaves in Windows PowerShell; undefined for anything else.
 *
 * @see kubernetes cli-runtime `pkg/resource/visitor.go`, FileVisitor: kubectl reads it by its mark, too
 */
function readUtf16(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (bytes.length % 2 !== 0) return undefined;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le', 2);
  return first === 0xfe && second === 0xff ? bytes.swap16().toString('utf16le', 2) : undefined;
}

const unreadable = (code: Problem['code'], detail: string): Body => ({
  ok: false,
  problem: { code, detail },
});

/** Repeated names are joined with a comma, as API Gateway does in `queryStringParameters`, which emulators get wrong. */
function readQuery(text: string): ApiRequest['query'] {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

/** A named stage stands in front of every path; the default stage does not. */
function withoutStage(path: string, stage = '$default'): string {
  return stage !== '$default' && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path;
}

/**
 * The client's own word, which is safe to repeat: a gateway passes on no host that is not its own, and what has not the form
 * of a host is left out.
 */
function readBase(headers: ApiRequest['headers'], stage = '$default'): string | undefined {
  const { host = '', 'x-forwarded-proto': scheme } = headers;
  if (!/^[\w.-]{1,253}(:\d{1,5})?$/.test(host)) return undefined;
  return `${scheme === 'https' ? 'https' : 'http'}://${host}${stage === '$default' ? '' : `/${stage}`}`;
}

/** So that a header or parameter called `constructor` is absent unless it was sent. */
function withoutPrototype(
  entries: readonly (readonly [string, string | undefined])[],
): Readonly<Record<string, string>> {
  const map: Record<string, string> = Object.create(null);
  for (const [name, value] of entries) if (value !== undefined) map[name] = value;
  return map;
}
