import { createRestApi, eventFor } from '../../support/api.ts';

/** The endpoints that take a JSON object: what they read, in which formats they answer, and what they refuse. */
const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  # for the debugger
  shareProcessNamespace: true
  containers:
    - { name: app, image: nginx }
    - { name: agent, image: busybox }
`;
const apart = pod.replace('  # for the debugger\n  shareProcessNamespace: true\n', '');

const good: Readonly<Record<string, object>> = {
  '/v1/compare': { before: apart, after: pod },
  '/v1/generate': { example: 'log-sharing' },
  '/v1/fix': { manifest: pod, findings: ['shared-pid'] },
};

async function post(
  path: string,
  body: unknown,
  { query = '', headers = { 'content-type': 'application/json' } as Record<string, string> } = {},
) {
  const { call, log } = createRestApi();
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = await call(eventFor('POST', path, { query, headers, body: text }));
  return { ...reply, log, json: reply.body.startsWith('{') ? JSON.parse(reply.body) : undefined };
}

describe.each(Object.keys(good))('%s', (path) => {
  test('answers JSON when nothing else is asked for', async () => {
    const { status, headers, json, log } = await post(path, good[path]);
    expect({ status, type: headers['content-type'], kept: headers['cache-control'] }).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      kept: 'no-store',
    });
    expect(json).toEqual(expect.any(Object));
    expect(log).toMatchObject([{ status: 200, pods: expect.any(Number) }]);
  });

  test.each([
    ['no content type', {}],
    ['what curl -d says', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON with a charset', { 'content-type': 'application/json; charset=UTF-8' }],
  ])('reads JSON under %s', async (_, headers) => {
    expect((await post(path, good[path], { headers })).status).toBe(200);
  });

  test('takes options in the body and in the query; those in the query win', async () => {
    const options = { kubernetesVersion: '1.30', runtime: 'cri-o' };
    const { json } = await post(path, { ...good[path], options }, { query: 'kubernetesVersion=1.33' });
    expect((json.analysis ?? json).engine).toMatchObject({ kubernetesVersion: '1.33', runtime: 'cri-o' });
    expect((await post(path, { ...good[path], options: null })).status).toBe(200);
  });

  test.each([
    ['text that is no JSON', '{"a": ', {}, 400, 'INVALID_JSON'],
    ['nothing', '', {}, 400, 'INVALID_JSON'],
    ['a list', '[]', {}, 400, 'INVALID_REQUEST'],
    ['null', 'null', {}, 400, 'INVALID_REQUEST'],
    ['an unknown member', { secret: 1 }, {}, 400, 'INVALID_REQUEST'],
    ['options that are none', { options: [] }, {}, 400, 'INVALID_OPTION'],
    ['an unknown option', { options: { secret: 1 } }, {}, 400, 'INVALID_OPTION'],
    ['an unknown option in the query', {}, { query: 'secret=1' }, 400, 'INVALID_OPTION'],
    ['a format that is not offered', {}, { query: 'format=xml' }, 406, 'NOT_ACCEPTABLE'],
    ['a picture', {}, { headers: { 'content-type': 'image/png' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'another charset',
      {},
      { headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  ] as const)('%s is refused', async (_, body, sent, status, code) => {
    const whole = typeof body === 'string' ? body : { ...good[path], ...body };
    const reply = await post(path, whole, sent);
    expect({ status: reply.status, ...reply.json }).toMatchObject({ status, code });
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.body).not.toContain('secret');
    if (status === 415) expect(reply.headers['accept-post']).toMatch(/^application\/json/);
  });
});

describe('compare', () => {
  test('says what one can do now, and where that was written', async () => {
    const { json } = await post('/v1/compare', good['/v1/compare']);
    expect(json.pods).toMatchObject([{ pod: 'Pod/default/web', status: 'changed', lost: [] }]);
    expect(json.pods[0].gained).toContainEqual(
      expect.objectContaining({
        kind: 'signals',
        containers: ['app', 'agent'],
        pointer: '/spec/shareProcessNamespace',
        range: expect.objectContaining({ start: { line: 6, column: 3 } }),
      }),
    );
  });

  test('in Markdown for a pull request', async () => {
    const { headers, body } = await post('/v1/compare', good['/v1/compare'], { query: 'format=markdown' });
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8; variant=GFM');
    expect(body).toMatch(/`app` and `agent` can now see each other: `shareProcessNamespace` was set on line 6\./);
  });

  test('of two equal texts nothing', async () => {
    const { json } = await post('/v1/compare', { before: pod, after: pod });
    expect(json.pods).toMatchObject([{ status: 'same', gained: [], lost: [], changed: [] }]);
  });

  test.each([
    [{ before: pod }, 400, 'INVALID_REQUEST'],
    [{ before: pod, after: 1 }, 400, 'INVALID_REQUEST'],
    [{ before: pod, after: 'a: [' }, 422, 'YAML_SYNTAX'],
    [{ before: '', after: '' }, 422, 'EMPTY_MANIFEST'],
  ])('%j: %d', async (body, status, code) => {
    expect((await post('/v1/compare', body)).json).toMatchObject({ status, code });
  });
});

describe('generate', () => {
  const intent = {
    name: 'web',
    containers: [
      { name: 'app', image: 'nginx:1.29' },
      { name: 'agent', role: 'sidecar' },
    ],
    share: ['pid', { files: '/var/log/nginx', writers: ['app'], readers: ['agent'] }],
  };

  test('a manifest that does what was wished, with a proof for each wish', async () => {
    const { json } = await post('/v1/generate', { intent });
    expect(json.proof).toMatchObject([{ holds: true }, { holds: true }]);
    expect(json.analysis.pods[0].pairs[0].namespaces).toMatchObject({ pid: 'shared', mount: 'separate' });
  });

  test('only the manifest, as it is applied and analyzed', async () => {
    const whole = await post('/v1/generate', { intent });
    const { headers, body } = await post('/v1/generate', { intent }, { query: 'format=yaml' });
    expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(body).toBe(whole.json.manifest);
  });

  test.each([
    [{}, 400, 'INVALID_REQUEST'],
    [{ example: 'none' }, 404, 'NOT_FOUND'],
    [{ example: 'log-sharing', parameters: { name: 'no name' } }, 400, 'INVALID_OPTION'],
    [{ intent: { ...intent, share: [{ pid: ['app', 'nobody'] }] } }, 422, 'INVALID_INTENT'],
    [
      {
        intent: {
          ...intent,
          containers: [...intent.containers, { name: 'third' }],
          share: [{ pid: ['app', 'agent'] }],
        },
      },
      422,
      'IMPOSSIBLE_WISH',
    ],
  ])('%j: %d', async (body, status, code) => {
    expect((await post('/v1/generate', body)).json).toMatchObject({ status, code });
  });

  test('what cannot be done comes with what can', async () => {
    const containers = [...intent.containers, { name: 'third' }];
    const { json } = await post('/v1/generate', {
      intent: { ...intent, containers, share: [{ pid: ['app', 'agent'] }] },
    });
    expect(json.detail).toMatch(/all of its containers or none.*a Pod of their own/s);
    expect(json.problems).toMatchObject([{ pointer: '/intent/share/0' }]);
  });
});

describe('fix', () => {
  test('edits the text and nothing more', async () => {
    const { json } = await post('/v1/fix', good['/v1/fix']);
    expect(json.manifest).toBe(apart.replace('spec:\n', 'spec:\n  # for the debugger\n'));
    expect(json).toMatchObject({
      patches: [{ document: 0, patch: [{ op: 'remove', path: '/spec/shareProcessNamespace' }] }],
      fixed: ['0/spec#shared-pid@/spec/shareProcessNamespace'],
      unfixed: [],
    });
  });

  test('only the text, only the diff', async () => {
    const whole = await post('/v1/fix', good['/v1/fix']);
    const yaml = await post('/v1/fix', good['/v1/fix'], { query: 'format=yaml' });
    expect(yaml.body).toBe(whole.json.manifest);
    const diff = await post('/v1/fix', good['/v1/fix'], { headers: { accept: 'text/x-diff' } });
    expect(diff.headers['content-type']).toBe('text/x-diff; charset=utf-8');
    expect(diff.body).toBe(whole.json.diff);
  });

  test.each([
    [{ manifest: pod }, 400, 'INVALID_REQUEST'],
    [{ manifest: [pod], findings: [] }, 400, 'INVALID_REQUEST'],
    [{ manifest: pod, findings: [1] }, 400, 'INVALID_REQUEST'],
    [{ manifest: 'a: [', findings: [] }, 422, 'YAML_SYNTAX'],
  ])('%j: %d', async (body, status, code) => {
    expect((await post('/v1/fix', body)).json).toMatchObject({ status, code });
  });
});
