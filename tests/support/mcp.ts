import { readFileSync } from 'node:fs';

import { createApi } from '../../src/api/edge.ts';
import { createMcpAnswer } from '../../src/api/mcp/answer.ts';
import { createRouter } from '../../src/api/rest/router.ts';
import { readEvent } from '../../src/runtime/lambda-event.ts';
import type { LogEntry } from '../../src/runtime/log.ts';

const readSchema = (name: string) => JSON.parse(readFileSync(`schema/${name}.json`, 'utf8'));

/** The tools as they are listed. */
export const listedTools: readonly { name: string; inputSchema: object; outputSchema: object }[] =
  readSchema('mcp-tools').tools;

const documents = {
  tools: listedTools,
  catalogue: readSchema('checks'),
  reportSchema: readSchema('report.schema'),
};

export type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is no text is sent as JSON. */
  readonly body?: unknown;
};

/** `POST /mcp` in this process, edge and all. `log` fills with what it logs. */
export function createMcpApi() {
  const log: LogEntry[] = [];
  const api = createApi({
    answer: createRouter({ 'POST /mcp': createMcpAnswer(documents) }),
    log: (entry) => log.push(entry),
  });
  const send = async ({ method = 'POST', headers = {}, body }: Sent) => {
    const {
      status,
      headers: received,
      body: text,
    } = await api(
      readEvent({
        routeKey: method === 'POST' ? 'POST /mcp' : '$default',
        rawPath: '/mcp',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        requestContext: { requestId: 'id', http: { method } },
      }),
    );
    return { status, headers: received, text, json: text === '' ? undefined : JSON.parse(text) };
  };
  return { log, send };
}

const { send: sendOnce } = createMcpApi();

/** A request of 2026-07-28 with everything it must have. */
export const stateless = (method: string, params: Readonly<Record<string, unknown>> = {}): Sent => {
  const name = params['name'] ?? params['uri'];
  return {
    headers: {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
    },
    body: {
      jsonrpc: '2.0',
      id: 1,
      method,
      params: {
        ...params,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    },
  };
};

/** A request of one who has shaken hands on a revision. */
export const handshaken = (method: string, params?: object, revision = '2025-11-25'): Sent => ({
  headers: { 'mcp-protocol-version': revision },
  body: { jsonrpc: '2.0', id: 1, method, ...(params && { params }) },
});

export type ToolAnswer = {
  readonly content: readonly [{ readonly type: 'text'; readonly text: string }];
  // biome-ignore lint/suspicious/noExplicitAny: each tool answers something else, and tests look into all of it.
  readonly structuredContent: any;
  readonly isError?: true;
};

/** Calls a tool. @throws When the answer is no result of a tool. */
export async function callTool(name: string, given: object, revision = '2025-11-25'): Promise<ToolAnswer> {
  const { json } = await sendOnce(handshaken('tools/call', { name, arguments: given }, revision));
  if (json?.result === undefined) throw new Error(JSON.stringify(json));
  return json.result;
}

/** Characters of an answer as it takes up the room of an assistant. */
export const sizeOf = ({ content, structuredContent }: ToolAnswer): number =>
  JSON.stringify(content).length + JSON.stringify(structuredContent).length;
