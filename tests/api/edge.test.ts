import { corsHeaders } from '../../src/api/cors.ts';
import { createApi } from '../../src/api/edge.ts';
import type { Answer } from '../../src/runtime/api.ts';
import { readEvent } from '../../src/runtime/lambda-event.ts';
import type { LogEntry } from '../../src/runtime/log.ts';

const post = {
  routeKey: 'POST /v1/analyze',
  rawPath: '/v1/analyze',
  body: 'é',
  requestContext: { requestId: 'abc=', http: { method: 'POST' } },
};

async function callWith(answer: Answer, ...events: Parameters<typeof readEvent>[0][]) {
  const log: LogEntry[] = [];
  const api = createApi({ answer, log: (entry) => log.push(entry) });
  const replies = [];
  for (const event of events) replies.push(await api(readEvent(event)));
  return { replies, log };
}

test('a reply gets what all replies have in common', async () => {
  const { replies } = await callWith(() => ({ status: 200, headers: { etag: '"1"' }, body: 'ok' }), post);
  expect(replies).toEqual([
    {
      status: 200,
      headers: {
        ...corsHeaders,
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'x-request-id': 'abc=',
        etag: '"1"',
      },
      body: 'ok',
    },
  ]);
});

test('one log entry per request; only the first is cold', async () => {
  const counts = { documents: 3, pods: 2, containers: 5 };
  const { log } = await callWith(() => ({ status: 200, headers: {}, body: 'ok!', counts }), post, post);
  const entry = {
    level: 'info',
    requestId: 'abc=',
    route: 'POST /v1/analyze',
    status: 200,
    durationMs: expect.any(Number),
    bytesIn: 2,
    bytesOut: 3,
    ...counts,
  };
  expect(log).toEqual([
    { ...entry, cold: true },
    { ...entry, cold: false },
  ]);
});

test('HEAD gets the reply of GET without its body', async () => {
  const head = { requestContext: { http: { method: 'HEAD' } } };
  const { replies, log } = await callWith(
    () => ({ status: 200, headers: { etag: '"1"' }, body: 'ok' }),
    head,
  );
  expect(replies[0]).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: '' });
  expect(log[0]).toMatchObject({ bytesOut: 0 });
});

test.each([
  [
    'an error with a code',
    Object.assign(new TypeError('password=hunter2'), { code: 'ERR_X' }),
    { name: 'TypeError', code: 'ERR_X' },
  ],
  ['an error', new RangeError('password=hunter2'), { name: 'RangeError' }],
  ['a string', 'password=hunter2', { name: 'string' }],
  ['nothing', undefined, { name: 'undefined' }],
])('a bug tells the caller nothing and the log its name: %s', async (_, thrown, error) => {
  const { replies, log } = await callWith(async () => {
    throw thrown;
  }, post);
  expect(replies[0]).toMatchObject({ status: 500, headers: { 'content-type': 'application/problem+json' } });
  expect(JSON.parse(replies[0]?.body ?? '')).toMatchObject({
    code: 'INTERNAL_ERROR',
    instance: '/v1/analyze#abc%3D',
  });
  expect(log[0]).toMatchObject({ level: 'error', status: 500, error });
  expect(JSON.stringify({ replies, log })).not.toMatch(/hunter2|node_modules|\.ts:/);
});

test('a body that cannot be read is answered before the API sees it', async () => {
  const answer = jest.fn();
  const { replies, log } = await callWith(answer, { ...post, body: '/w==', isBase64Encoded: true });
  expect(replies[0]).toMatchObject({ status: 400 });
  expect(JSON.parse(replies[0]?.body ?? '')).toMatchObject({ code: 'INVALID_ENCODING' });
  expect(log).toMatchObject([{ level: 'info', status: 400 }]);
  expect(answer).not.toHaveBeenCalled();
});
