import { createRequire } from 'node:module';

import { corsHeaders, exposedHeaders } from '../../src/api/cors.ts';
import { packedPod, pod } from '../../src/api/rest/openapi/example-calls.ts';
import { type FunctionName, routes } from '../../src/api/rest/routes.ts';
import { findBundle } from '../support/bundles.ts';

/**
 * What every reply has to say to caches and browsers, asked of the functions as they are deployed: an emulator puts headers
 * of its own in front of theirs.
 */
type Result = { statusCode: number; headers: Record<string, string>; body: string };
type Sent = { query?: string; headers?: Record<string, string>; body?: string };

const require = createRequire(`${process.cwd()}/package.json`);
const lines: string[] = [];

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterAll(() => jest.restoreAllMocks());

/** An event as the gateway sends it for a route it knows, or for what is left (`$default`). */
async function call(name: FunctionName, key: string, routeKey: string, sent: Sent = {}): Promise<Result> {
  const [method = '', path = ''] = key.split(' ');
  const { handler } = require(findBundle(name));
  return handler({
    version: '2.0',
    routeKey,
    rawPath: path.replace('{kind}', 'pid').replace(/\/(\w+)\/\{id\}/, (_, list) => `/${list}/${ids[list]}`),
    rawQueryString: sent.query ?? '',
    headers: { host: 'podshare.example', 'x-forwarded-proto': 'https', ...sent.headers },
    requestContext: { requestId: 'id', http: { method } },
    pathParameters: { id: ids[path.split('/')[2] ?? ''], kind: 'pid' },
    ...(sent.body !== undefined && { body: sent.body }),
  });
}

const ids: Readonly<Record<string, string>> = { examples: 'log-sharing', checks: 'host-pid' };

const sendable: Readonly<Record<string, Sent>> = {
  'GET /v1/analyze': { query: `m=${packedPod}` },
  'GET /graphql': { query: 'query=%7B__typename%7D', headers: { 'apollo-require-preflight': '1' } },
};

const gets = routes.filter(({ key }) => key.startsWith('GET '));
const kept = gets.filter(({ key }) => !['GET /healthz', 'GET /graphql'].includes(key));

const everywhere = {
  ...corsHeaders,
  'x-content-type-options': 'nosniff',
  'x-request-id': 'id',
  'content-security-policy': expect.stringMatching(/^default-src 'none'; /),
  'cache-control': expect.any(String),
};

test.each(gets)('$key has a HEAD with the same headers and no body', async ({ key, function: name }) => {
  const get = await call(name, key, key, sendable[key]);
  expect(get).toMatchObject({ statusCode: 200, headers: everywhere, body: expect.stringMatching(/./) });

  const head = key.replace('GET', 'HEAD');
  const routeKey = name === 'reference' ? '$default' : head;
  expect(await call(name, head, routeKey, sendable[key])).toEqual({ ...get, body: '' });
});

test.each(kept)('$key can be kept, and is not sent twice', async ({ key, function: name }) => {
  const get = await call(name, key, key, sendable[key]);
  expect(get.headers).toMatchObject({
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    'cache-control': expect.stringMatching(/^public, max-age=\d+$/),
  });
  const sent = { ...sendable[key], headers: { 'if-none-match': get.headers['etag'] ?? '' } };
  expect(await call(name, key, key, sent)).toEqual({ ...get, statusCode: 304, body: '' });
});

test.each([
  ['GET /', 'text/html'],
  ['GET /v1/analyze', 'text/markdown'],
  ['GET /v1/examples/{id}', 'text/markdown'],
] as const)('%s depends on Accept and says so', async (key, accept) => {
  const name = routes.find((route) => route.key === key)?.function ?? 'reference';
  const [plain, other] = await Promise.all(
    [{}, { accept }].map((headers) => call(name, key, key, { ...sendable[key], headers })),
  );
  expect(other).toMatchObject({ statusCode: 200, headers: { vary: 'accept' } });
  expect(plain?.headers['vary']).toBe('accept');
  expect(other?.headers['content-type']).toContain(accept);
  expect(other?.headers['etag']).not.toBe(plain?.headers['etag']);
});

const functions = ['rest', 'authoring', 'graphql', 'reference'] as const;
const pathOf = { rest: '/v1/analyze', authoring: '/v1/fix', graphql: '/graphql', reference: '/v1/meta' };

test.each(functions)('%s answers the preflight of a browser', async (name) => {
  const headers = { origin: 'https://example.com', 'access-control-request-method': 'POST' };
  const {
    statusCode,
    headers: replied,
    body,
  } = await call(name, `OPTIONS ${pathOf[name]}`, '$default', { headers });
  expect({ statusCode, body }).toEqual({ statusCode: 204, body: '' });
  expect(replied).toMatchObject({
    ...everywhere,
    'access-control-allow-methods': replied['allow'],
    'access-control-allow-headers': expect.stringContaining('Content-Type'),
    'access-control-max-age': '86400',
  });
});

test.each(functions)('%s says which methods there are where one is not taken', async (name) => {
  const { statusCode, headers } = await call(name, `PATCH ${pathOf[name]}`, '$default');
  const { headers: options } = await call(name, `OPTIONS ${pathOf[name]}`, '$default');
  expect(statusCode).toBe(405);
  expect(headers).toMatchObject({ ...everywhere, 'cache-control': 'no-store', allow: options['allow'] });
});

test.each([
  ['rest', 'POST /v1/analyze', { body: pod }, 200],
  ['rest', 'POST /v1/analyze', { body: '[' }, 422],
  ['rest', 'GET /v1/analyze', {}, 400],
  ['rest', 'GET /v1/analyze', { query: `m=${packedPod}&format=gif` }, 406],
  ['authoring', 'POST /v1/compare', { body: '{' }, 400],
  ['graphql', 'POST /graphql', { body: '{}' }, 415],
  ['reference', 'GET /v1/checks/nothing', {}, 404],
  ['reference', 'GET /nothing', {}, 404],
] as const)('%s: %s is kept by nobody and can be read by every page', async (name, key, sent, statusCode) => {
  const reply = await call(name, key, routes.some((route) => route.key === key) ? key : '$default', sent);
  expect(reply).toMatchObject({ statusCode, headers: { ...everywhere, 'cache-control': 'no-store' } });
  expect(reply.headers).not.toHaveProperty('etag');
});

test('a page may read every header of ours that pages may not read by themselves', () => {
  const ours = ['accept-post', 'allow', 'etag', 'retry-after', 'x-request-id'];
  expect(exposedHeaders.map((name) => name.toLowerCase())).toEqual(ours);
});

test('documents name the server they were asked at', async () => {
  const texts = ['GET /', 'GET /docs', 'GET /llms.txt', 'GET /llms-full.txt', 'GET /openapi/actions.json'];
  for (const key of texts) {
    const { body } = await call('reference', key, key);
    const named = new Set(body.match(/https?:\/\/(?:podshare\.example|localhost)[:\d]*/g));
    expect([key, ...named]).toEqual([key, 'https://podshare.example']);
  }
  const { body } = await call('reference', 'GET /openapi/actions.json', 'GET /openapi/actions.json');
  expect(JSON.parse(body).servers).toEqual([{ url: 'https://podshare.example' }]);
});

test('a link leaves nothing of itself in the log', async () => {
  lines.length = 0;
  await call('rest', 'GET /v1/analyze', 'GET /v1/analyze', { query: `m=${packedPod}&hunter2=hunter2` });
  await call('rest', 'GET /v1/analyze', 'GET /v1/analyze', { query: `m=${packedPod}` });
  await call('rest', 'HEAD /v1/analyze', 'HEAD /v1/analyze', { query: `m=${packedPod}` });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { route: 'GET /v1/analyze', status: 400 },
    { route: 'GET /v1/analyze', status: 200, pods: 1 },
    { route: 'HEAD /v1/analyze', status: 200, bytesOut: 0 },
  ]);
  expect(lines.join('')).not.toMatch(new RegExp(`${packedPod.slice(0, 12)}|hunter2|log-sharing|busybox`));
});
