import { limits } from '../../../src/model/limits.ts';
import { createMcpApi, handshaken, type Sent, stateless } from '../../support/mcp.ts';

/** The protocol by hand: what the official client never sends, and what it does not look at. */
const { send, log } = createMcpApi();

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a}, {name: b}]}\n';
const call = { name: 'analyze_sharing', arguments: { manifest: pod } };
const version = 'io.modelcontextprotocol/protocolVersion';
const supported = ['2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26'];

/** A request of 2026-07-28 with some headers changed, or taken out when undefined. */
function withHeaders(sent: Sent, changed: Readonly<Record<string, string | undefined>>): Sent {
  const entries = Object.entries({ ...sent.headers, ...changed });
  return {
    ...sent,
    headers: Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
}

/** The same with another `_meta`. */
const withMeta = (sent: Sent, meta: unknown): Sent => {
  const body = sent.body as { params: object };
  return { ...sent, body: { ...body, params: { ...body.params, _meta: meta } } };
};

const capable = { 'io.modelcontextprotocol/clientCapabilities': {} };
const toolsCall = stateless('tools/call', call);
const toolsList = stateless('tools/list');

describe('2026-07-28', () => {
  test.each<[string, Sent, number, number]>([
    ['no version header', withHeaders(toolsList, { 'mcp-protocol-version': undefined }), 400, -32020],
    ['another version header', withHeaders(toolsList, { 'mcp-protocol-version': '2025-11-25' }), 400, -32020],
    ['no method header', withHeaders(toolsList, { 'mcp-method': undefined }), 400, -32020],
    ['another method header', withHeaders(toolsList, { 'mcp-method': 'tools/call' }), 400, -32020],
    ['a method header in capitals', withHeaders(toolsList, { 'mcp-method': 'TOOLS/LIST' }), 400, -32020],
    ['no name header', withHeaders(toolsCall, { 'mcp-name': undefined }), 400, -32020],
    ['another name header', withHeaders(toolsCall, { 'mcp-name': 'explain' }), 400, -32020],
    ['a bad name header', withHeaders(toolsCall, { 'mcp-name': '=?base64?!?=' }), 400, -32020],
    [
      'no uri header',
      withHeaders(stateless('resources/read', { uri: 'podshare://namespaces/pid' }), {
        'mcp-name': undefined,
      }),
      400,
      -32020,
    ],
    [
      'another prompt header',
      withHeaders(stateless('prompts/get', { name: 'review_pod' }), { 'mcp-name': 'x' }),
      400,
      -32020,
    ],
    ['no _meta', withMeta(toolsList, undefined), 400, -32602],
    ['_meta that is no object', withMeta(toolsList, [1]), 400, -32602],
    ['no version in _meta', withMeta(toolsList, capable), 400, -32602],
    ['a version that is a number', withMeta(toolsList, { ...capable, [version]: 2026 }), 400, -32602],
    ['no capabilities', withMeta(toolsList, { [version]: '2026-07-28' }), 400, -32602],
    [
      'capabilities that are no object',
      withMeta(toolsList, { [version]: '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': [] }),
      400,
      -32602,
    ],
    ['an unknown method', stateless('nothing/at/all'), 404, -32601],
    ['a method of the handshake', stateless('initialize', { protocolVersion: '2026-07-28' }), 404, -32601],
    ['ping, which is gone', stateless('ping'), 404, -32601],
    [
      'a subscription to what never changes',
      stateless('subscriptions/listen', { notifications: {} }),
      404,
      -32601,
    ],
    ['a method every object has', stateless('constructor'), 404, -32601],
    ['an unknown tool', stateless('tools/call', { name: 'rm_rf' }), 200, -32602],
    ['a tool every object has', stateless('tools/call', { name: 'toString' }), 200, -32602],
    ['no tool', stateless('tools/call'), 200, -32602],
    ['arguments that are a list', stateless('tools/call', { ...call, arguments: [] }), 200, -32602],
    ['an unknown resource', stateless('resources/read', { uri: 'podshare://checks/none' }), 200, -32602],
    ['an unknown prompt', stateless('prompts/get', { name: 'none' }), 200, -32602],
    ['a prompt without what it needs', stateless('prompts/get', { name: 'review_pod' }), 200, -32602],
    ['a cursor', stateless('tools/list', { cursor: 'x' }), 200, -32602],
  ])('%s', async (_, sent, status, code) => {
    const reply = await send(sent);
    expect(reply).toMatchObject({ status, headers: { 'content-type': 'application/json' } });
    expect(reply.json).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: { code, message: expect.stringMatching(/^[A-Z_].*\.$/) },
    });
  });

  test('an unknown version is refused with the list, whatever else it may want', async () => {
    const sent = withMeta(withHeaders(toolsList, { 'mcp-protocol-version': '1900-01-01' }), {
      [version]: '1900-01-01',
    });
    expect(await send(sent)).toMatchObject({
      status: 400,
      json: {
        id: 1,
        error: { code: -32022, data: { supported, requested: '1900-01-01' } },
      },
    });
  });

  test('a name that is not plain ASCII comes in base64', async () => {
    const name = 'größe';
    const encoded = `=?base64?${Buffer.from(name).toString('base64')}?=`;
    const sent = withHeaders(stateless('tools/call', { name }), { 'mcp-name': encoded });
    expect((await send(sent)).json.error.code).toBe(-32602);
  });

  test('server/discover says what is spoken and what there is', async () => {
    const { status, json } = await send(stateless('server/discover'));
    expect(status).toBe(200);
    expect(json).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: {
        resultType: 'complete',
        supportedVersions: supported,
        capabilities: { tools: {}, resources: {}, prompts: {} },
        instructions: expect.stringContaining('analyze_sharing'),
        ttlMs: 300_000,
        cacheScope: 'public',
        _meta: {
          'io.modelcontextprotocol/serverInfo': { name: 'podshare', title: 'podshare', version: '1.0.0' },
        },
      },
    });
  });

  test.each([
    [stateless('tools/list'), true],
    [stateless('resources/list'), true],
    [stateless('resources/templates/list'), true],
    [stateless('prompts/list'), true],
    [stateless('resources/read', { uri: 'podshare://namespaces/pid' }), true],
    [toolsCall, false],
    [stateless('prompts/get', { name: 'review_pod', arguments: { manifest: pod } }), false],
  ])('every result is complete and signed; what is kept says how long', async (sent, isKept) => {
    const { result } = (await send(sent)).json;
    expect(result).toMatchObject({ resultType: 'complete', _meta: expect.any(Object) });
    const { ttlMs, cacheScope } = result;
    expect({ ttlMs, cacheScope }).toEqual(
      isKept ? { ttlMs: 300_000, cacheScope: 'public' } : { ttlMs: undefined, cacheScope: undefined },
    );
  });

  test('a notification is accepted, an answer is not', async () => {
    const { headers } = withHeaders(toolsList, { 'mcp-method': 'notifications/cancelled' });
    const note = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
    expect(await send({ headers: headers ?? {}, body: note })).toMatchObject({ status: 202, text: '' });
    const answer = { jsonrpc: '2.0', id: 1, result: {} };
    expect(await send({ headers: headers ?? {}, body: answer })).toMatchObject({
      status: 400,
      json: { error: { code: -32600 } },
    });
  });
});

describe('revisions with a handshake', () => {
  test.each([
    ['2025-11-25', '2025-11-25'],
    ['2025-06-18', '2025-06-18'],
    ['2025-03-26', '2025-03-26'],
    ['2024-11-05', '2025-11-25'],
    ['2026-07-28', '2025-11-25'],
    ['', '2025-11-25'],
    [undefined, '2025-11-25'],
  ])('initialize with %s gets %s', async (protocolVersion, answered) => {
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } };
    const { status, json } = await send({ body: { jsonrpc: '2.0', id: 'a', method: 'initialize', params } });
    expect(status).toBe(200);
    expect(json).toEqual({
      jsonrpc: '2.0',
      id: 'a',
      result: {
        protocolVersion: answered,
        capabilities: { tools: {}, resources: {}, prompts: {} },
        serverInfo: { name: 'podshare', title: 'podshare', version: '1.0.0' },
        instructions: expect.any(String),
      },
    });
  });

  test('no session is made', async () => {
    const { headers } = await send(handshaken('initialize', { protocolVersion: '2025-11-25' }));
    expect(Object.keys(headers)).not.toContain('mcp-session-id');
  });

  test.each(['2025-11-25', '2025-06-18', '2025-03-26'])(
    '%s: ping, and results as it writes them',
    async (revision) => {
      expect((await send(handshaken('ping', undefined, revision))).json).toEqual({
        jsonrpc: '2.0',
        id: 1,
        result: {},
      });
      const { result } = (await send(handshaken('tools/list', {}, revision))).json;
      expect(Object.keys(result)).toEqual(['tools']);
    },
  );

  test('a request that names no revision is one of the oldest', async () => {
    expect(await send({ body: { jsonrpc: '2.0', id: 1, method: 'ping' } })).toMatchObject({
      status: 200,
      json: { result: {} },
    });
  });

  test.each([
    ['an unknown version', handshaken('ping', {}, '2024-11-05'), 400, -32022],
    ['an unknown method', handshaken('server/discover'), 200, -32601],
    [
      'what is not offered',
      handshaken('resources/subscribe', { uri: 'podshare://schema/report' }),
      200,
      -32601,
    ],
    ['an unknown tool', handshaken('tools/call', { name: 'x' }), 200, -32602],
    ['an unknown resource', handshaken('resources/read', { uri: 'podshare://checks/none' }), 200, -32002],
    ['no uri', handshaken('resources/read', {}), 200, -32602],
    ['an unknown prompt', handshaken('prompts/get', { name: 'x' }), 200, -32602],
  ])('%s', async (_, sent, status, code) => {
    const reply = await send(sent);
    expect(reply).toMatchObject({ status, json: { id: 1, error: { code } } });
  });

  test.each([
    [
      '2025-11-25',
      { isError: true, structuredContent: { problems: [{ code: 'INVALID_REQUEST' }] } },
      undefined,
    ],
    ['2025-06-18', undefined, { code: -32602 }],
    ['2025-03-26', undefined, { code: -32602 }],
  ])('%s on bad arguments of a tool', async (revision, result, error) => {
    const { json } = await send(handshaken('tools/call', { ...call, arguments: { manifest: 1 } }, revision));
    expect({ result: json.result, error: json.error }).toEqual({
      result: result && expect.objectContaining({ isError: true }),
      error: error && { ...error, message: '`manifest` must be text.' },
    });
  });

  test.each(['2025-11-25', '2025-06-18', '2025-03-26'])('%s on a bad manifest', async (revision) => {
    const { json } = await send(
      handshaken('tools/call', { ...call, arguments: { manifest: 'spec: [' } }, revision),
    );
    expect(json.result).toMatchObject({
      isError: true,
      structuredContent: { problems: [{ code: 'YAML_SYNTAX', line: 1, column: 8 }] },
    });
  });

  test.each([
    ['notifications/initialized', { jsonrpc: '2.0', method: 'notifications/initialized' }],
    ['a notification nobody knows', { jsonrpc: '2.0', method: 'notifications/x' }],
    ['an answer to nothing', { jsonrpc: '2.0', id: 1, result: {} }],
    ['an error about nothing', { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'x' } }],
  ])('%s is accepted without a word', async (_, body) => {
    expect(await send({ headers: { 'mcp-protocol-version': '2025-06-18' }, body })).toMatchObject({
      status: 202,
      text: '',
    });
  });
});

describe('batches', () => {
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const note = { jsonrpc: '2.0', method: 'notifications/initialized' };
  const tool = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: call };

  test('2025-03-26 answers the requests in one, in order', async () => {
    const { status, json } = await send({ body: [note, ping, tool, { ...ping, id: 3, method: 'none' }, 7] });
    expect(status).toBe(200);
    expect(json).toMatchObject([
      { id: 1, result: {} },
      { id: 2, result: { structuredContent: { pods: [{ id: '0/spec' }] } } },
      { id: 3, error: { code: -32601 } },
      { error: { code: -32600 } },
    ]);
    expect(log.at(-1)).toMatchObject({ status: 200, pods: 1, containers: 2 });
  });

  test('one of notifications needs no answer', async () => {
    expect(await send({ body: [note, note] })).toMatchObject({ status: 202, text: '' });
  });

  test.each<[string, unknown, Record<string, string>]>([
    ['of a later revision', [ping], { 'mcp-protocol-version': '2025-06-18' }],
    ['of the newest revision', [toolsList.body], toolsList.headers ?? {}],
    ['with nothing in it', [], {}],
    ['too long', Array(21).fill(ping), {}],
    ['far too long', Array(300_000).fill(1), {}],
    ['that calls two tools', [tool, tool], {}],
    ['that initializes', [{ ...ping, method: 'initialize' }], {}],
  ])('one %s is refused', async (_, body, headers) => {
    expect(await send({ body, headers })).toMatchObject({
      status: 400,
      json: { jsonrpc: '2.0', error: { code: -32600 } },
    });
  });
});

describe('what is no message', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"jsonrpc": '],
    ['text', 'hello'],
  ])('%s is a parse error', async (_, body) => {
    expect(await send({ body })).toMatchObject({
      status: 400,
      json: { jsonrpc: '2.0', error: { code: -32700, message: expect.stringContaining('line 1') } },
    });
  });

  test.each([
    ['null', null],
    ['a number', 7],
    ['an empty object', {}],
    ['another version', { jsonrpc: '1.0', id: 1, method: 'ping' }],
    ['an id that is null', { jsonrpc: '2.0', id: null, method: 'ping' }],
    ['an id that is a fraction', { jsonrpc: '2.0', id: 1.5, method: 'ping' }],
    ['an id beyond the integers of JSON', { jsonrpc: '2.0', id: 2 ** 53, method: 'ping' }],
    ['an id that is an object', { jsonrpc: '2.0', id: {}, method: 'ping' }],
    ['a method that is a number', { jsonrpc: '2.0', id: 1, method: 7 }],
    ['params that are a list', { jsonrpc: '2.0', id: 1, method: 'ping', params: [1] }],
    ['params that are text', { jsonrpc: '2.0', id: 1, method: 'ping', params: 'x' }],
  ])('%s is an invalid request', async (_, body) => {
    expect(await send({ body: JSON.stringify(body) })).toMatchObject({
      status: 400,
      json: { error: { code: -32600 } },
    });
  });

  test.each([
    ['deep JSON', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
    [
      'deep params',
      `{"jsonrpc":"2.0","id":1,"method":"ping","params":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ],
    ['a long id', JSON.stringify({ jsonrpc: '2.0', id: 'x'.repeat(1_000_000), method: 'ping' })],
    ['a long method', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(1_000_000) })],
    [
      'an id of a million control characters',
      JSON.stringify({ jsonrpc: '2.0', id: '\u0001'.repeat(170_000), method: 'ping' }),
    ],
  ])('%s ends nothing', async (_, body) => {
    expect([200, 400, 413]).toContain((await send({ body })).status);
  });

  test('a body past the limit is told as everywhere', async () => {
    const reply = await send({ body: 'x'.repeat(limits.bodyBytes + 1) });
    expect(reply).toMatchObject({ status: 413, headers: { 'content-type': 'application/problem+json' } });
    expect(reply.json).toMatchObject({ code: 'BODY_TOO_LARGE', instance: '/mcp#id' });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'as %j it is of the wrong type',
    async (type) => {
      const reply = await send({ ...handshaken('ping'), headers: { 'content-type': type } });
      expect(reply).toMatchObject({ status: 415, headers: { 'accept-post': 'application/json' } });
      expect(reply.json).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
    },
  );

  test.each(['GET', 'DELETE', 'PUT', 'HEAD'])('%s is no method of it', async (method) => {
    const reply = await send({ method });
    expect(reply).toMatchObject({ status: 405, headers: { allow: 'POST, OPTIONS' } });
  });

  test('OPTIONS says what is', async () => {
    expect(await send({ method: 'OPTIONS' })).toMatchObject({
      status: 204,
      headers: { allow: 'POST, OPTIONS' },
    });
  });
});

describe('Origin', () => {
  test.each([
    undefined,
    'https://example.com',
    'http://localhost:6274',
    'https://[::1]:8443',
    'vscode-webview://abc',
    'chrome-extension://abcdefgh',
  ])('%s may call', async (origin) => {
    const reply = await send({
      body: { jsonrpc: '2.0', id: 1, method: 'ping' },
      headers: origin ? { origin } : {},
    });
    expect(reply).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' } });
  });

  test.each([
    'null',
    '',
    'example.com',
    'https://',
    'https://a.example, https://b.example',
    'https://a/b',
    'file:///x',
    '://x',
  ])('%j may not', async (origin) => {
    const reply = await send({ body: { jsonrpc: '2.0', id: 1, method: 'ping' }, headers: { origin } });
    expect(reply).toMatchObject({
      status: 403,
      json: { jsonrpc: '2.0', error: { code: -32600, message: expect.any(String) } },
    });
    expect(reply.json).not.toHaveProperty('id');
  });
});

test('each request is one line of the log, with what it was about', async () => {
  const { send: sendAnew, log: fresh } = createMcpApi();
  await sendAnew(toolsCall);
  await sendAnew(handshaken('ping'));
  expect(fresh).toMatchObject([
    { route: 'POST /mcp', status: 200, documents: 1, pods: 1, containers: 2, cold: true },
    { route: 'POST /mcp', status: 200 },
  ]);
  expect(fresh[1]).not.toHaveProperty('pods');
});
