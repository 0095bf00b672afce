import { Client, type ClientOptions, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

import { type Offline, startOffline } from '../../scripts/offline.ts';
import { listenOnce } from '../../scripts/port.ts';
import { examples } from '../../src/core/examples/index.ts';
import { limits } from '../../src/model/limits.ts';
import { findBundle } from '../support/bundles.ts';
import { listedTools } from '../support/mcp.ts';
import { send } from './http.ts';

/**
 * The official client against the bundled function behind serverless-offline, over real HTTP, in every revision it speaks.
 * The client holds each result to the protocol, and what a tool answers to the schema the tool is listed with.
 */

let server: Offline;
const log: string[] = [];

beforeAll(async () => {
  for (const name of ['mcp', 'reference'] as const) findBundle(name);
  server = await startOffline(await listenOnce(0), (line) => log.push(line));
});

afterAll(() => server?.stop());

async function connect(options: ClientOptions): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, options);
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)));
  return client;
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { token: hunter2 }
spec:
  containers:
    - name: app
      image: nginx
      env: [{ name: PASSWORD, value: hunter2 }]
    - name: agent
      image: busybox
`;
const sharedPid = pod.replace('spec:\n', 'spec:\n  shareProcessNamespace: true\n');

const good: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  analyze_sharing: { manifest: pod },
  explain_pair: { manifest: pod, a: 'app', b: 'agent' },
  compare_manifests: { before: pod, after: sharedPid },
  generate_manifest: { example: 'log-sharing' },
  fix_findings: { manifest: sharedPid, findings: ['shared-pid'] },
  explain: { topic: 'ptrace' },
};

const handshake = (revision: string): ClientOptions => ({
  versionNegotiation: { mode: 'legacy' },
  supportedProtocolVersions: [revision],
});

describe.each<[string, ClientOptions]>([
  ['2026-07-28', { versionNegotiation: { mode: { pin: '2026-07-28' } } }],
  ['2026-07-28', { versionNegotiation: { mode: 'auto' } }],
  ['2025-11-25', { versionNegotiation: { mode: 'legacy' } }],
  ['2025-06-18', handshake('2025-06-18')],
  ['2025-03-26', handshake('2025-03-26')],
])('%s %j', (revision, options) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect(options);
  });
  afterAll(() => client?.close());

  const call = (name: string, given: Readonly<Record<string, unknown>>) =>
    client.callTool({ name, arguments: given });

  test('it is what was agreed on', () => {
    expect({
      revision: client.getNegotiatedProtocolVersion(),
      server: client.getServerVersion(),
      capabilities: client.getServerCapabilities(),
    }).toMatchObject({
      revision,
      server: { name: 'podshare', version: '1.0.0' },
      capabilities: { tools: {}, resources: {}, prompts: {} },
    });
    expect(client.getInstructions()).toContain('analyze_sharing');
  });

  test('tools, resources, templates and prompts are there', async () => {
    expect((await client.listTools()).tools).toEqual(listedTools);
    const { resources } = await client.listResources();
    expect(resources.at(-1)).toMatchObject({ uri: 'podshare://schema/report' });
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toHaveLength(4);
    const { contents } = await client.readResource({ uri: `podshare://examples/${examples[0]?.id}` });
    expect(contents).toMatchObject([
      { mimeType: 'application/yaml', text: expect.stringContaining('kind: ') },
    ]);
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual([
      'review_pod',
      'make_log_sidecar',
    ]);
    const { messages } = await client.getPrompt({ name: 'review_pod', arguments: { manifest: pod } });
    expect(messages).toMatchObject([{ role: 'user', content: { type: 'text' } }]);
  });

  test.each(Object.entries(good))('%s answers', async (name, given) => {
    const { isError, content, structuredContent } = await call(name, given);
    expect(isError).toBeUndefined();
    expect(content).toMatchObject([{ type: 'text', text: expect.stringMatching(/\w/) }]);
    expect(structuredContent).toEqual(expect.any(Object));
  });

  test('values of the manifest come back only in texts of the manifest itself', async () => {
    for (const [name, given] of Object.entries(good)) {
      if (name !== 'fix_findings') expect(JSON.stringify(await call(name, given))).not.toContain('hunter2');
    }
  });

  test('a whole report is fit for its schema', async () => {
    const { structuredContent } = await call('analyze_sharing', { manifest: pod, detail: 'full' });
    expect(structuredContent).toMatchObject({
      detail: 'full',
      analysis: { pods: [{ pairs: [{ a: 'app' }] }] },
    });
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['YAML that is none', { manifest: 'spec: [' }, 'YAML_SYNTAX'],
    ['nothing', { manifest: '' }, 'EMPTY_MANIFEST'],
    ['an alias bomb', { manifest: bomb() }, 'TOO_MANY_NODES'],
    ['brackets', { manifest: '['.repeat(100_000) }, 'TOO_DEEP'],
    ['keys in keys', { manifest: '? '.repeat(2500) }, 'TOO_DEEP'],
    ['all that a body holds', { manifest: '- '.repeat(520_000) }, 'TOO_DEEP'],
  ])('%s is the result of a tool', async (_, given, code) => {
    const { isError, structuredContent } = await call('analyze_sharing', given);
    expect({ isError, structuredContent }).toMatchObject({
      isError: true,
      structuredContent: { problems: [{ code }] },
    });
  });

  test.each<[string, unknown]>([
    ['a number', 7],
    ['a deep list', deep(2000)],
    ['as many values as a body holds', Array(500_000).fill(1)],
    ['an object', { kind: 'Pod' }],
  ])('%s for a manifest is refused as the revision wants it', async (_, manifest) => {
    const answer = await call('analyze_sharing', { manifest }).catch((error: unknown) => error);
    expect(answer).toMatchObject(
      revision < '2025-11-25'
        ? { code: -32602, message: expect.stringContaining('`manifest` must be text.') }
        : { isError: true, structuredContent: { problems: [{ code: 'INVALID_REQUEST' }] } },
    );
  });

  test('what is not there is an error of the protocol', async () => {
    await expect(call('rm_rf', {})).rejects.toMatchObject({ code: -32602 });
    await expect(client.getPrompt({ name: 'none' })).rejects.toMatchObject({ code: -32602 });
    await expect(client.readResource({ uri: 'podshare://checks/none' })).rejects.toMatchObject({
      code: expect.any(Number),
    });
  });

  test('a body past the limit is refused, and the next one answered', async () => {
    await expect(call('analyze_sharing', { manifest: 'x'.repeat(limits.bodyBytes) })).rejects.toThrow(
      /413|too large/i,
    );
    expect(await call('explain', { topic: 'pid' })).toMatchObject({
      structuredContent: { topics: [{ id: 'pid' }] },
    });
  });
});

function bomb(): string {
  const line = (i: number) =>
    `v${i}: &v${i} [${Array(10)
      .fill(i === 0 ? 'x' : `*v${i - 1}`)
      .join()}]`;
  return Array.from({ length: 9 }, (_, i) => line(i)).join('\n');
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

test('GET and DELETE are answered 405, as clients of a server without sessions expect', async () => {
  for (const method of ['GET', 'DELETE']) {
    const reply = await send(server.url, { method, path: '/mcp', headers: { accept: 'text/event-stream' } });
    expect(reply).toMatchObject({ status: 405, headers: { allow: 'POST, OPTIONS' } });
  }
});

test('a page of another origin may call with the headers of the protocol', async () => {
  const wanted = 'content-type, mcp-protocol-version, mcp-method, mcp-name';
  const preflight = await send(server.url, {
    method: 'OPTIONS',
    path: '/mcp',
    headers: {
      origin: 'https://example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted,
    },
  });
  expect(preflight.status).toBe(204);
  const allowed = String(preflight.headers['access-control-allow-headers']).toLowerCase();
  for (const name of wanted.split(', ')) expect(allowed).toContain(name);
});

test('the log has one line for each request and nothing of what was sent', () => {
  const entries = log.map((line) => JSON.parse(line));
  expect(entries.length).toBeGreaterThan(50);
  expect(new Set(entries.map(({ route }) => route))).toEqual(new Set(['POST /mcp', '$default']));
  expect(log.join('')).not.toMatch(/hunter2|nginx|shared-pid/);
});
