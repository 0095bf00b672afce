import { readdirSync } from 'node:fs';

import { limits } from '../../src/model/limits.ts';
import { readEvent, toLambdaHandler } from '../../src/runtime/lambda-event.ts';
import { readEventFile } from '../support/events.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: log-sharing-pod
spec:
  containers:
    - name: app
      image: busybox
    - name: sidecar
      image: busybox
`;
const base = 'https://r3pmxmplak.execute-api.eu-central-1.amazonaws.com';

const offline = 'http://localhost:4310';

const analyze = {
  method: 'POST',
  path: '/v1/analyze',
  route: 'POST /v1/analyze',
  params: {},
  query: {},
  body: pod,
  base,
};

/** What each recorded event says, headers apart. */
const readings = {
  'analyze-cookies': analyze,
  'analyze-form-urlencoded': analyze,
  'analyze-gzip': { ...analyze, body: undefined, unreadable: 'UNSUPPORTED_MEDIA_TYPE' },
  'analyze-json-envelope': {
    ...analyze,
    body: JSON.stringify({ manifest: pod, options: { kubernetesVersion: '1.33' } })
      .replaceAll('":', '": ')
      .replaceAll(',"', ', "'),
  },
  'analyze-no-body': { ...analyze, body: undefined },
  'analyze-no-content-type': analyze,
  'analyze-not-utf8': { ...analyze, body: undefined, unreadable: 'INVALID_ENCODING' },
  'analyze-repeated-query': { ...analyze, query: { ignore: 'host-pid,host-network', namespace: 'a+b c d' } },
  'analyze-text-plain': analyze,
  'analyze-yaml-base64': analyze,
  'check-by-id': {
    method: 'GET',
    path: '/v1/checks/host-pid',
    route: 'GET /v1/checks/{id}',
    params: { id: 'host-pid' },
    query: {},
    body: undefined,
    base,
  },
  'head-healthz': {
    method: 'HEAD',
    path: '/healthz',
    route: '$default',
    params: {},
    query: {},
    body: undefined,
    base,
  },
  'named-stage': {
    method: 'GET',
    path: '/v1/meta',
    route: 'GET /v1/meta',
    params: {},
    query: {},
    body: undefined,
    base: `${base}/prod`,
  },
  'offline-form-urlencoded': { ...analyze, base: offline, query: { ignore: 'host-pid,host-network' } },
  'offline-no-content-type': { ...analyze, base: offline },
  'offline-wrong-method': {
    method: 'DELETE',
    path: '/v1/analyze',
    route: '$default',
    params: { default: 'v1/analyze' },
    query: {},
    body: undefined,
    base: offline,
  },
  'repeated-header': {
    method: 'GET',
    path: '/v1/meta',
    route: 'GET /v1/meta',
    params: {},
    query: {},
    body: undefined,
    base,
  },
} as const;

test('every recorded event has its reading here', () => {
  const files = readdirSync(new URL('../events/', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(Object.keys(readings).sort());
});

test.each(Object.entries(readings))('%s', (name, reading) => {
  const { request, unreadable } = readEvent(readEventFile(name));
  const { headers: _, requestId: __, ...rest } = request;
  const problem = unreadable && { unreadable: unreadable.code };
  expect({ ...rest, params: { ...rest.params }, query: { ...rest.query }, ...problem }).toEqual(reading);
});

test('an event with nothing in it is a request for nothing', () => {
  expect(readEvent({})).toEqual({
    request: {
      method: 'GET',
      path: '/',
      route: '$default',
      params: {},
      query: {},
      headers: {},
      body: undefined,
      requestId: 'none',
      base: undefined,
    },
    unreadable: undefined,
  });
});

test('names of headers are in lower case, repeated ones as the gateway joins them', () => {
  const { headers } = readEvent({
    headers: { 'Content-Type': 'text/yaml', ACCEPT: 'a,b', empty: undefined },
  }).request;
  expect({ ...headers }).toEqual({ 'content-type': 'text/yaml', accept: 'a,b' });
});

test('a name that every object has is absent unless it was sent', () => {
  const { headers, query, params } = readEvent({ rawQueryString: '__proto__=1' }).request;
  expect([headers['constructor'], query['constructor'], params['constructor']]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(Object.entries(query)).toEqual([['__proto__', '1']]);
});

test.each([
  { name: 'text', body: 'é'.repeat(limits.bodyBytes / 2), isBase64Encoded: false },
  { name: 'base64', body: Buffer.alloc(limits.bodyBytes, 'a').toString('base64'), isBase64Encoded: true },
])('a body may be as large as the limit and no larger: $name', ({ body, isBase64Encoded }) => {
  expect(readEvent({ body, isBase64Encoded }).unreadable).toBeUndefined();

  const larger = isBase64Encoded ? Buffer.alloc(limits.bodyBytes + 1, 'a').toString('base64') : `${body}a`;
  expect(readEvent({ body: larger, isBase64Encoded })).toMatchObject({
    request: { body: undefined },
    unreadable: { code: 'BODY_TOO_LARGE', limit: 'bodyBytes' },
  });
});

test.each([
  ['little-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['big-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('a body in UTF-16 is read by its byte order mark: %s', (_, encode) => {
  const sent = (bytes: Buffer) => readEvent({ body: bytes.toString('base64'), isBase64Encoded: true });
  expect(sent(encode('name: é😀')).request.body).toBe('name: é😀');
  expect(sent(encode('name').subarray(0, -1)).unreadable?.code).toBe('INVALID_ENCODING');
});

test.each(['GET', 'HEAD'])('a body of %s means nothing and is not looked at', (method) => {
  const { request, unreadable } = readEvent({
    requestContext: { http: { method } },
    headers: { 'content-encoding': 'gzip' },
    body: 'a',
  });
  expect([request.body, unreadable]).toEqual([undefined, undefined]);
});

test('a reply becomes a result', async () => {
  const handler = toLambdaHandler(async ({ request }) => ({
    status: 201,
    headers: { 'x-path': request.path },
    body: 'done',
    counts: { documents: 1, pods: 1, containers: 2 },
  }));
  expect(await handler({ rawPath: '/here' })).toEqual({
    statusCode: 201,
    headers: { 'x-path': '/here' },
    body: 'done',
    isBase64Encoded: false,
  });
});

test.each([
  [false, 'false'],
  [0, '0'],
  [null, undefined],
  ['', undefined],
] as const)('JSON that an emulator hands over as %j', (body, text) => {
  expect(readEvent({ body }).request.body).toBe(text);
});

test.each([
  ['a host', { host: 'a.example' }, 'http://a.example'],
  ['a port', { Host: 'localhost:3000' }, 'http://localhost:3000'],
  ['the gateway', { host: 'a.example', 'x-forwarded-proto': 'https' }, 'https://a.example'],
  ['another scheme', { host: 'a.example', 'x-forwarded-proto': 'javascript' }, 'http://a.example'],
  ['no host', {}, undefined],
  ['a path', { host: 'a.example/b' }, undefined],
  ['markup', { host: 'a"><script>' }, undefined],
  ['a line end', { host: 'a\n' }, undefined],
  ['a user', { host: 'b@a.example' }, undefined],
])('the URL of the API, from %s', (_, headers, base) => {
  expect(readEvent({ headers }).request.base).toBe(base);
});
