import { deflateSync } from 'node:zlib';

import { formats } from '../../../src/formats/format.ts';
import { createRestApi, eventFor } from '../../support/api.ts';

/**
 * What a caller wrote into a manifest, a query or a path comes back in no error and stands in no log line.
 * Reports may name containers, volumes and images; they hold no values of variables, annotations or Secrets.
 */
const secret = 'hunter2';

const pod = (fields: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { token: ${secret} }
spec:
  containers:
    - name: app
      env: [{ name: PASSWORD, value: ${secret} }]
${fields}`;

const sent = {
  'a good Pod': { body: pod('') },
  'a Pod with findings': {
    body: pod(
      `      hostpid: ${secret}\n  hostPID: true\n  ${secret}: 1\n`.replace(`${secret}: 1`, 'unknown: 1'),
    ),
  },
  'a Pod with a wrong type': { body: pod(`  hostNetwork: ${secret}\n  volumes: ${secret}\n`) },
  'a Secret': {
    body: `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: ${secret} }\n`,
  },
  'a Secret with a duplicate key': {
    body: `apiVersion: v1\nkind: Secret\ndata: { a: ${secret}, a: ${secret} }\n`,
  },
  'bad YAML in a value': { body: pod(`      args: ["${secret}\n  volumes:`) },
  'bad YAML in a key': { body: pod(`  "${secret}": : [`) },
  'an alias to nowhere': { body: `a: *${secret}` },
  'a bad tag': { body: `a: !${secret}!x y` },
  'a bad directive': { body: `%${secret} 1\n---\nkind: Pod` },
  'no object': { body: secret },
  'a list': { body: `- ${secret}` },
  'no kind': { body: `password: ${secret}` },
  'a kind that is none': { body: `apiVersion: v1\nkind: [${secret}]` },
  'bad JSON': { body: `{"password": "${secret}"`, headers: { 'content-type': 'application/json' } },
  'a bad JSON body': {
    body: `{"manifest": 1, "${secret}": "${secret}"}`,
    headers: { 'content-type': 'application/json' },
  },
  'bad options in the body': {
    body: JSON.stringify({
      manifest: pod(''),
      options: { runtime: secret, [secret]: secret, ignore: [`${secret} x`] },
    }),
  },
  'a bad option': { body: pod(''), query: `runtime=${secret}` },
  'an unknown option': { body: pod(''), query: `${secret}=${secret}` },
  'an unknown format': { body: pod(''), query: `format=${secret}` },
  'an unknown Accept': { body: pod(''), headers: { accept: `${secret}/x` } },
  'an unknown type': { body: pod(''), headers: { 'content-type': `${secret}/x` } },
  'an unknown charset': { body: pod(''), headers: { 'content-type': `text/yaml; charset=${secret}` } },
  'an unknown encoding': { body: pod(''), headers: { 'content-encoding': secret } },
  'a token': { body: pod(''), headers: { authorization: `Bearer ${secret}`, cookie: secret } },
};

test.each(Object.entries(sent))('%s', async (_, request) => {
  const { call, log } = createRestApi();
  const { status, headers, body } = await call(eventFor('POST', '/v1/analyze', request));
  expect(status).not.toBe(500);
  expect(JSON.stringify({ headers, body, log })).not.toContain(secret);
});

test.each(Object.entries(sent))('%s, in a link', async (_, request: Parameters<typeof eventFor>[2]) => {
  const { call, log } = createRestApi();
  const m = deflateSync(request?.body ?? '').toString('base64url');
  const query = `m=${m}&${request?.query ?? ''}`;
  const { status, headers, body } = await call(
    eventFor('GET', '/v1/analyze', { query, headers: request?.headers ?? {} }),
  );
  expect(status).not.toBe(500);
  expect(JSON.stringify({ headers, body, log })).not.toContain(secret);
  expect(JSON.stringify({ headers, body, log })).not.toContain(m);
});

test('a link that is none', async () => {
  const { call, log } = createRestApi();
  for (const m of [secret, `${secret}!`, `${secret}&m=${secret}`]) {
    const reply = await call(eventFor('GET', '/v1/analyze', { query: `m=${m}` }));
    expect(reply.status).toBe(400);
    expect(JSON.stringify({ reply, log })).not.toContain(secret);
  }
});

test.each(formats)('a good Pod as $id', async ({ id }) => {
  const { call } = createRestApi();
  const { status, body } = await call(
    eventFor('POST', '/v1/analyze', { body: pod(`  hostPID: true\n`), query: `format=${id}` }),
  );
  expect(status).toBe(200);
  expect(body).not.toContain(secret);
});

test.each([
  ['GET', `/${secret}`],
  ['GET', `/v1/examples/${secret}`],
  ['GET', `/v1/checks/${secret}`],
  ['GET', `/v1/namespaces/${secret}`],
  [secret.toUpperCase(), '/v1/analyze'],
  ['POST', `/v1/checks/${secret}`],
])('%s %s', async (method, path) => {
  const { call, log } = createRestApi();
  const reply = await call(eventFor(method, path, { query: `${secret}=${secret}` }));
  expect(reply.status).toBeGreaterThanOrEqual(404);
  expect(JSON.stringify({ reply, log }).toLowerCase()).not.toContain(secret);
});
