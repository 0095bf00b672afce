import { handler as reference } from '../../functions/reference.ts';
import { handler as rest } from '../../functions/rest.ts';
import { readEventFile } from '../support/events.ts';

/** Recorded events through the functions as Lambda calls them, wiring and log included. */
let lines: string[];

beforeEach(() => {
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => jest.restoreAllMocks());

const log = () => lines.map((line) => JSON.parse(line));

test.each([
  'analyze-cookies',
  'analyze-form-urlencoded',
  'analyze-no-content-type',
  'analyze-text-plain',
  'analyze-yaml-base64',
  'offline-form-urlencoded',
  'offline-no-content-type',
])('%s gets the report of the Pod', async (name) => {
  const { statusCode, headers, body = '' } = await rest(readEventFile(name));
  expect({ statusCode, ...headers }).toMatchObject({
    statusCode: 200,
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
  });
  const { documents, pods } = JSON.parse(body);
  expect(documents).toMatchObject([
    { name: 'log-sharing-pod', range: { start: { line: 1, column: 1 }, end: { line: 10 } } },
  ]);
  expect(pods[0].containers).toMatchObject([
    { name: 'app' },
    { name: 'sidecar', range: { start: { line: 9 } } },
  ]);
  expect(log()).toMatchObject([
    {
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      level: 'info',
      route: 'POST /v1/analyze',
      status: 200,
      containers: 2,
    },
  ]);
});

test('analyze-json-envelope: the options in the body count', async () => {
  const { body = '' } = await rest(readEventFile('analyze-json-envelope'));
  expect(JSON.parse(body)).toMatchObject({
    engine: { kubernetesVersion: '1.33' },
    documents: [{ name: 'log-sharing-pod' }],
  });
});

test.each([
  ['analyze-gzip', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['analyze-no-body', 422, 'EMPTY_MANIFEST'],
  ['analyze-not-utf8', 400, 'INVALID_ENCODING'],
  ['analyze-repeated-query', 400, 'INVALID_OPTION'],
])('%s gets %d', async (name, statusCode, code) => {
  const result = await rest(readEventFile(name));
  expect(result).toMatchObject({ statusCode, headers: { 'content-type': 'application/problem+json' } });
  expect(JSON.parse(result.body ?? '')).toMatchObject({ code, instance: '/v1/analyze#JKJaXmPLvHcESHA%3D' });
  expect(log()).toMatchObject([{ level: 'info', status: statusCode }]);
});

test.each([
  ['check-by-id', 200, { id: 'host-pid' }],
  ['named-stage', 200, { engine: { name: 'podshare' } }],
  ['repeated-header', 200, { engine: { name: 'podshare' } }],
  ['offline-wrong-method', 405, { code: 'METHOD_NOT_ALLOWED' }],
])('%s gets %d', async (name, statusCode, body) => {
  const result = await reference(readEventFile(name));
  expect(result.statusCode).toBe(statusCode);
  expect(JSON.parse(result.body ?? '')).toMatchObject(body);
});

test('head-healthz gets no body', async () => {
  expect(await reference(readEventFile('head-healthz'))).toMatchObject({ statusCode: 200, body: '' });
});
