import { createRouter } from '../../../src/api/rest/router.ts';
import type { Answer, ApiRequest } from '../../../src/runtime/api.ts';

const say =
  (what: string): Answer =>
  ({ method, params }) => ({ status: 200, headers: {}, body: JSON.stringify({ what, method, params }) });

const router = createRouter({
  'GET /healthz': say('health'),
  'GET /v1/checks/{id}': say('check'),
  'GET /v1/checks': say('checks'),
});

const requestFor = (method: string, path: string, route = '$default'): ApiRequest => ({
  method,
  path,
  route,
  params: {},
  query: {},
  headers: {},
  body: undefined,
  requestId: 'id',
  base: undefined,
});

async function ask(...parameters: Parameters<typeof requestFor>) {
  const { status, headers, body } = await router(requestFor(...parameters));
  return { status, allow: headers['allow'], body: body && JSON.parse(body) };
}

test.each([
  [
    'the route the gateway chose',
    'GET',
    '/healthz',
    'GET /healthz',
    { what: 'health', method: 'GET', params: {} },
  ],
  ['HEAD, as GET', 'HEAD', '/healthz', '$default', { what: 'health', method: 'HEAD', params: {} }],
  [
    'HEAD with a parameter',
    'HEAD',
    '/v1/checks/a%20b',
    '$default',
    { what: 'check', method: 'HEAD', params: { id: 'a b' } },
  ],
  [
    'a percent sign that starts no escape',
    'HEAD',
    '/v1/checks/50%',
    '$default',
    { what: 'check', method: 'HEAD', params: { id: '50%' } },
  ],
  [
    'a list beside its items',
    'HEAD',
    '/v1/checks',
    '$default',
    { what: 'checks', method: 'HEAD', params: {} },
  ],
])('answers %s', async (_, method, path, route, body) => {
  expect(await ask(method, path, route)).toEqual({ status: 200, allow: undefined, body });
});

test.each([
  ['DELETE', '/healthz', 'GET, HEAD, OPTIONS', '/healthz#id'],
  ['POST', '/v1/checks/secret', 'GET, HEAD, OPTIONS', '/v1/checks/#id'],
  ['PUT', '/v1/analyze', 'POST, GET, HEAD, OPTIONS', '/v1/analyze#id'],
  ['GET', '/v1/compare', 'POST, OPTIONS', '/v1/compare#id'],
  ['DELETE', '/', 'GET, HEAD, OPTIONS', '/#id'],
  ['get', '/healthz', 'GET, HEAD, OPTIONS', '/healthz#id'],
])('%s %s is not allowed', async (method, path, allow, instance) => {
  expect(await ask(method, path)).toMatchObject({
    status: 405,
    allow,
    body: { code: 'METHOD_NOT_ALLOWED', detail: `This endpoint takes ${allow}.`, instance },
  });
});

test.each([
  '',
  '/secret',
  '/v1/checks/',
  '/v1/checks/a/b',
  '/healthz/',
  '//healthz',
  '/v1/Analyze',
  '/constructor',
])('there is nothing at %s', async (path) => {
  const { status, allow, body } = await ask('GET', path);
  expect({ status, allow, code: body.code, instance: body.instance }).toEqual({
    status: 404,
    allow: undefined,
    code: 'NOT_FOUND',
    instance: '/#id',
  });
});

test('a route that is none of ours is not taken from the prototype', async () => {
  expect(await ask('GET', '/nothing', 'constructor')).toMatchObject({ status: 404 });
});

test.each([
  ['/v1/analyze', 'POST, GET, HEAD, OPTIONS'],
  ['/v1/compare', 'POST, OPTIONS'],
  ['/v1/checks/secret', 'GET, HEAD, OPTIONS'],
])('OPTIONS says what there is at %s, to people and to browsers', async (path, allow) => {
  expect(await router(requestFor('OPTIONS', path))).toEqual({
    status: 204,
    headers: {
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers':
        'Accept, Content-Type, If-None-Match, Apollo-Require-Preflight, X-Apollo-Operation-Name, MCP-Protocol-Version, Mcp-Method, Mcp-Name',
      'access-control-max-age': '86400',
    },
    body: '',
  });
});
