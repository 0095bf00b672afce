import { deflateSync } from 'node:zlib';

import { parse } from 'yaml';

import { type Offline, startOffline } from '../../scripts/offline.ts';
import { listenOnce } from '../../scripts/port.ts';
import { formats } from '../../src/formats/format.ts';
import { limits } from '../../src/model/limits.ts';
import { findBundle } from '../support/bundles.ts';
import { type Sent, send } from './http.ts';

/**
 * The real serverless-offline with the bundled functions, spoken to over HTTP. What it does unlike API Gateway
 * (base64, repeated headers, request ids) is tested with recorded events instead: tests/runtime/lambda-event.test.ts.
 */

let server: Offline;
const log: string[] = [];

beforeAll(async () => {
  for (const name of ['rest', 'formats', 'edits', 'authoring', 'reference', 'graphql', 'mcp'] as const)
    findBundle(name);
  server = await startOffline(await listenOnce(0), (line) => log.push(line));
});

afterAll(() => server?.stop());

const call = (sent: Sent) => send(server.url, sent);

const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  shareProcessNamespace: true
  containers:
    - name: app
      image: nginx
    - name: agent
      image: busybox
`;
const asJson = JSON.stringify(parse(pod));
const analyze = { path: '/v1/analyze', body: pod };

describe('POST /v1/analyze', () => {
  test.each([
    ['curl --data-binary', { 'content-type': 'application/x-www-form-urlencoded' }, pod],
    ['no content type', {}, pod],
    ['application/yaml', { 'content-type': 'application/yaml' }, pod],
    ['text/yaml', { 'content-type': 'text/yaml; charset=utf-8' }, pod],
    ['application/x-yaml', { 'content-type': 'application/x-yaml' }, pod],
    ['text/x-yaml', { 'content-type': 'text/x-yaml' }, pod],
    ['text/plain', { 'content-type': 'text/plain' }, pod],
    ['JSON that is a manifest', { 'content-type': 'application/json' }, asJson],
    ['a manifest in JSON', { 'content-type': 'application/json' }, JSON.stringify({ manifest: pod })],
    [
      'a manifest in JSON, sent with curl -d',
      { 'content-type': 'application/x-www-form-urlencoded' },
      JSON.stringify({ manifest: pod }),
    ],
  ])('%s', async (_, headers, body) => {
    const reply = await call({ path: '/v1/analyze', headers, body });
    expect(reply).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    const { documents, pods } = JSON.parse(reply.body);
    expect(documents).toMatchObject([{ status: 'analyzed', kind: 'Pod', name: 'web' }]);
    expect(pods[0].namespaces.find(({ kind }: { kind: string }) => kind === 'pid').instances).toMatchObject([
      { scope: 'pod', containers: ['app', 'agent'], because: { pointer: '/spec/shareProcessNamespace' } },
    ]);
    const line = body === asJson ? 1 : 4;
    expect(pods[0].source.range.start.line).toBe(line);
  });

  test('the same report in YAML and as Markdown', async () => {
    const json = await call(analyze);
    const yaml = await call({ ...analyze, path: '/v1/analyze?format=yaml' });
    const markdown = await call({ ...analyze, headers: { accept: 'text/markdown' } });
    expect(yaml.headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(parse(yaml.body)).toEqual(JSON.parse(json.body));
    expect(markdown.headers['content-type']).toMatch(/^text\/markdown; charset=utf-8/);
    expect(markdown.body).toMatch(/^\| \*\*PID.*\| ✅ Yes/m);
  });

  test.each(formats)('$id comes as what it is', async ({ id, contentType }) => {
    const reply = await call({ ...analyze, path: `/v1/analyze?format=${id}` });
    expect(reply).toMatchObject({ status: 200, headers: { 'content-type': contentType } });
    expect(reply.body).toContain('web');
  });

  test('options in the query', async () => {
    const reply = await call({
      ...analyze,
      path: '/v1/analyze?kubernetesVersion=1.30&detail=summary&runtime=cri-o',
    });
    const { engine, pods } = JSON.parse(reply.body);
    expect(engine).toMatchObject({ kubernetesVersion: '1.30', runtime: 'cri-o' });
    expect(pods[0]).not.toHaveProperty('pairs');
  });

  test.each([
    ['INVALID_JSON', 400, { headers: { 'content-type': 'application/json' }, body: '{"manifest": ' }],
    ['INVALID_OPTION', 400, { path: '/v1/analyze?runtime=docker' }],
    ['NOT_ACCEPTABLE', 406, { path: '/v1/analyze?format=xml' }],
    ['NOT_ACCEPTABLE', 406, { headers: { accept: 'image/png' } }],
    ['METHOD_NOT_ALLOWED', 405, { method: 'PUT' }],
    ['BODY_TOO_LARGE', 413, { body: `${pod}#${'x'.repeat(limits.bodyBytes)}` }],
    ['UNSUPPORTED_MEDIA_TYPE', 415, { headers: { 'content-type': 'image/png' } }],
    ['YAML_SYNTAX', 422, { body: 'kind: Pod\nspec: [' }],
    ['EMPTY_MANIFEST', 422, { body: '---\n' }],
  ])('%s', async (code, status, sent) => {
    const reply = await call({ ...analyze, ...sent });
    expect(reply).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(reply.body)).toMatchObject({ code, status, problems: [{ code }] });
  });
});

test('a manifest in a link is answered like one that is posted, to GET and to HEAD', async () => {
  const posted = await call({ ...analyze, path: '/v1/analyze?format=markdown' });
  const path = `/v1/analyze?format=markdown&m=${deflateSync(pod).toString('base64url')}`;
  const linked = await call({ path });
  const { etag } = linked.headers;
  expect(linked).toMatchObject({
    status: 200,
    headers: { etag: expect.any(String), 'cache-control': 'public, max-age=86400' },
    body: posted.body,
  });
  expect(await call({ path, method: 'HEAD' })).toMatchObject({ status: 200, headers: { etag }, body: '' });
  expect(await call({ path, headers: { 'if-none-match': String(etag) } })).toMatchObject({
    status: 304,
    body: '',
  });
});

test('a browser that opens the root gets the page of /docs, with commands for this server', async () => {
  const browser = await call({ path: '/', headers: { accept: 'text/html,*/*;q=0.8' } });
  expect(browser).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(browser.body).toBe((await call({ path: '/docs' })).body);
  expect(browser.body).toContain(`@pod.yaml &#39;${server.url}/v1/analyze`);
});

describe('reference', () => {
  test.each([
    '/',
    '/docs',
    '/openapi/actions.json',
    '/llms.txt',
    '/llms-full.txt',
    '/v1/examples',
    '/v1/examples/log-sharing',
    '/v1/namespaces',
    '/v1/namespaces/user',
    '/v1/checks',
    '/v1/checks/host-pid',
    '/v1/meta',
    '/openapi.json',
  ])('%s is there, can be kept, and has a HEAD', async (path) => {
    const reply = await call({ path });
    expect(reply).toMatchObject({ status: 200, headers: { etag: expect.any(String) } });
    const { etag } = reply.headers;
    expect(await call({ path, headers: { 'if-none-match': String(etag) } })).toMatchObject({
      status: 304,
      body: '',
    });
    expect(await call({ path, method: 'HEAD' })).toMatchObject({ status: 200, headers: { etag }, body: '' });
  });

  test.each(['/v1', '/v1/examples/unknown', '/v1/namespaces/unknown', '/v1/checks/unknown', '/v1/nothing'])(
    '%s is not there',
    async (path) => {
      const reply = await call({ path });
      expect(reply).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json' } });
      expect(JSON.parse(reply.body)).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('an example can be sent back', async () => {
    const example = await call({ path: '/v1/examples/log-sharing?name=my-pod' });
    const { pods } = JSON.parse((await call({ path: '/v1/analyze', body: example.body })).body);
    expect(pods[0].source.name).toBe('my-pod');
    expect(pods[0].volumes[0]).toMatchObject({
      name: 'shared-logs',
      overlaps: [{ containers: ['app', 'sidecar'] }],
    });
  });
});

describe('GraphQL', () => {
  const query = `query ($manifest: String!) {
    analyze(manifest: $manifest) {
      __typename
      ... on Analysis { pods { id summary namespaces { kind instances { scope containers } } } }
      ... on Rejection { problems { code } }
    }
  }`;
  const ask = (variables: object) =>
    call({
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });

  test('answers what REST answers', async () => {
    const reply = await ask({ manifest: pod });
    expect(reply).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    const [graph] = JSON.parse(reply.body).data.analyze.pods;
    const [report] = JSON.parse((await call(analyze)).body).pods;
    expect(graph).toMatchObject({ id: report.id, summary: report.summary });
    expect(graph.namespaces).toEqual(
      report.namespaces.map(
        ({ kind, instances }: { kind: string; instances: { scope: string; containers: string[] }[] }) => ({
          kind: kind.toUpperCase(),
          instances: instances.map(({ scope, containers }) => ({ scope: scope.toUpperCase(), containers })),
        }),
      ),
    );
  });

  test('a bad manifest is data', async () => {
    const reply = await ask({ manifest: 'spec: [' });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({
      data: { analyze: { __typename: 'Rejection', problems: [{ code: 'YAML_SYNTAX' }] } },
    });
  });

  test('a bad query is an error', async () => {
    const reply = await call({
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ nothing }' }),
    });
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body).errors).toHaveLength(1);
  });

  test('GET answers a query', async () => {
    const reply = await call({
      path: `/graphql?query=${encodeURIComponent('{ __typename }')}`,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({ data: { __typename: 'Query' } });
  });
});

test('a page of another origin may call', async () => {
  const origin = 'https://example.com';
  const preflight = await call({
    method: 'OPTIONS',
    path: '/v1/analyze',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin } });
  expect(preflight.headers['access-control-allow-headers']).toMatch(/Content-Type/);

  const reply = await call({ ...analyze, headers: { origin } });
  expect(reply).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': origin } });
});

test('each request is one line of the log, without what was sent', async () => {
  log.length = 0;
  await call({ ...analyze, path: '/v1/analyze?runtime=hunter2' });
  await call({ path: '/hunter2' });
  await call({ path: '/v1/analyze', body: `${pod}# hunter2` });
  const entries = log.map((line) => JSON.parse(line));
  expect(entries).toMatchObject([
    { route: 'POST /v1/analyze', status: 400 },
    { route: '$default', status: 404 },
    { route: 'POST /v1/analyze', status: 200, documents: 1, pods: 1, containers: 2 },
  ]);
  expect(log.join('')).not.toMatch(/hunter2|nginx/);
});
