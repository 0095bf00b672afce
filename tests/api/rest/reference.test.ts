import { readFileSync } from 'node:fs';

import { parse, parseAllDocuments } from 'yaml';

import { exampleRepresentations } from '../../../src/api/rest/reference/examples.ts';
import { checks } from '../../../src/core/checks/index.ts';
import { examples } from '../../../src/core/examples/index.ts';
import { namespaces } from '../../../src/core/namespaces/index.ts';
import { formats } from '../../../src/formats/format.ts';
import { limits } from '../../../src/model/limits.ts';
import { kubernetesVersions, namespaceKinds } from '../../../src/model/vocabulary.ts';
import { createRestApi, eventFor } from '../../support/api.ts';

const { call } = createRestApi();
const get = (path: string, extra = {}) => call(eventFor('GET', path, extra));
const read = async (path: string) => JSON.parse((await get(path)).body);

test('all eight namespaces, each with what a person wants to know', async () => {
  const list = await read('/v1/namespaces');
  expect(list.namespaces.map(({ kind }: { kind: string }) => kind)).toEqual(namespaceKinds);
  for (const { place: _, ...namespace } of namespaces) {
    expect(await read(`/v1/namespaces/${namespace.kind}`)).toEqual(namespace);
  }
});

test('all checks, without their code', async () => {
  const list = await read('/v1/checks');
  expect(list.checks.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
  expect(await read('/v1/checks/host-pid')).toMatchObject({
    id: 'host-pid',
    group: 'exposure',
    severity: 'warning',
    summary: expect.stringMatching(/\.$/),
    why: expect.stringMatching(/\.$/),
    remedy: expect.stringMatching(/\.$/),
    source: expect.stringMatching(/^https:/),
    fixable: true,
  });
});

test('what is known and what is too much', async () => {
  expect(await read('/v1/meta')).toMatchObject({
    engine: { name: 'podshare' },
    rules: { checks: checks.length },
    kubernetesVersions,
    formats: formats.map(({ id, accepts }) => ({ id, mediaTypes: accepts })),
    defaults: { kubernetesVersion: kubernetesVersions.at(-1), runtime: 'containerd' },
    limits,
  });
});

test.each([
  '/v1/checks',
  '/v1/checks/host-pid',
  '/v1/namespaces',
  '/v1/namespaces/pid',
  '/v1/examples',
  '/v1/meta',
])('%s says the same in JSON and in YAML, and refuses what is not offered', async (path) => {
  const yaml = await get(path, { query: 'format=yaml' });
  expect(yaml.headers).toMatchObject({ 'content-type': 'application/yaml; charset=utf-8', vary: 'accept' });
  expect(parse(yaml.body)).toEqual(await read(path));
  for (const asked of [{ query: 'format=xml' }, { headers: { accept: 'application/pdf' } }]) {
    expect(JSON.parse((await get(path, asked)).body)).toMatchObject({ status: 406, code: 'NOT_ACCEPTABLE' });
  }
});

test.each([
  ['/v1/checks/host-pid', /^# Check `host-pid`\n.*An edit can do it: .*```yaml\n.*hostPID: true/s],
  ['/v1/namespaces/pid', /^# PID[^\n]* namespace\n.*shareProcessNamespace/s],
])('%s is a page in Markdown', async (path, page) => {
  const { headers, body } = await get(path, { headers: { accept: 'text/markdown' } });
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8; variant=GFM');
  expect(body).toMatch(page);
});

test('alive, and not kept by anyone', async () => {
  expect(await get('/healthz')).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: '{\n  "status": "ok"\n}\n',
  });
});

test.each([
  ['/v1/namespaces/disk', 'The kinds of namespace are network, ipc, uts, pid, mount, user, cgroup, time.'],
  ['/v1/checks/unknown', 'There is no check with this id. GET /v1/checks lists them.'],
  ['/v1/examples/unknown', expect.stringMatching(/^The examples are log-sharing/)],
  ['/v1/examples/constructor', expect.stringMatching(/^The examples are log-sharing/)],
])('%s is not there', async (path, detail) => {
  const { status, body } = await get(path);
  expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 404, code: 'NOT_FOUND', detail });
});

describe('examples', () => {
  test('the catalogue lists them with their parameters', async () => {
    const list = await read('/v1/examples');
    expect(list.examples.map(({ id }: { id: string }) => id)).toEqual(examples.map(({ id }) => id));
    expect(list.examples[0]).toEqual({
      id: 'log-sharing',
      title: expect.any(String),
      teaches: expect.any(String),
      shares: ['files'],
      level: 'baseline',
      kinds: ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet'],
      parameters: expect.arrayContaining([
        { name: 'name', default: 'log-sharing-pod', description: expect.any(String) },
      ]),
    });
  });

  test.each(examples)('$id is the same in YAML, JSON and Markdown', async ({ id, title }) => {
    const yaml = await get(`/v1/examples/${id}`);
    const json = await get(`/v1/examples/${id}`, { query: 'format=json' });
    const markdown = await get(`/v1/examples/${id}`, { headers: { accept: 'text/markdown' } });
    expect([yaml, json, markdown].map(({ headers }) => headers['content-type'])).toEqual(
      exampleRepresentations.map(({ contentType }) => contentType),
    );
    const objects = parseAllDocuments(yaml.body).map((document) => document.toJS());
    expect(objects.length === 1 ? objects[0] : { apiVersion: 'v1', kind: 'List', items: objects }).toEqual(
      JSON.parse(json.body),
    );
    expect(markdown.body.startsWith(`# ${title}\n`)).toBe(true);
    expect(markdown.body).toContain(`\`\`\`yaml\n${yaml.body}\`\`\`\n`);
    expect(markdown.body).toBe(readFileSync(`docs/examples/${id}.md`, 'utf8'));
  });

  test('a browser gets YAML', async () => {
    const { headers } = await get('/v1/examples/log-sharing', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(headers).toMatchObject({ 'content-type': 'application/yaml; charset=utf-8', vary: 'accept' });
  });

  test('parameters stand in the query', async () => {
    const { body } = await get('/v1/examples/log-sharing', {
      query: 'name=web&app.image=nginx%3A1.29&path=/data',
    });
    expect(parse(body)).toMatchObject({
      metadata: { name: 'web' },
      spec: {
        containers: [{ image: 'nginx:1.29', volumeMounts: [{ mountPath: '/data' }] }, { image: 'busybox' }],
      },
    });
  });

  test.each([
    ['name=Web', 400, "`name` must be a name of at most 52 lower-case letters, digits and '-'"],
    ['path=/a%24(reboot)', 400, '`path` must be an absolute path of plain names'],
    ['path=/bin', 400, '`path` does not do. A volume there would hide the programs'],
    [
      'nam=web',
      400,
      'A parameter is not known. The parameters are name, namespace, kind, app.image, sidecar.image, path.',
    ],
    [
      'format=xml',
      406,
      'The formats on offer are yaml (application/yaml), json (application/json), markdown (text/markdown).',
    ],
  ])('?%s is refused', async (query, status, detail) => {
    const reply = await get('/v1/examples/log-sharing', { query });
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.body).detail.slice(0, detail.length)).toBe(detail);
  });
});

describe('what can be kept', () => {
  const revalidate = async (header: (etag: string) => string) => {
    const { headers } = await get('/v1/meta');
    return get('/v1/meta', { headers: { 'if-none-match': header(String(headers['etag'])) } });
  };

  test.each([
    ['the tag', (etag: string) => etag],
    ['a weak one', (etag: string) => `W/${etag}`],
    ['one of several', (etag: string) => `"a", ${etag}`],
    ['any', () => '*'],
  ])('is not sent again to who names %s', async (_, header) => {
    expect(await revalidate(header)).toMatchObject({
      status: 304,
      body: '',
      headers: { etag: expect.any(String) },
    });
  });

  test('is sent to who has another', async () => {
    expect(await revalidate(() => '"a"')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=300' },
    });
  });

  test('is no failure', async () => {
    const { headers } = await get('/v1/checks/unknown', { headers: { 'if-none-match': '*' } });
    expect(headers).not.toHaveProperty('etag');
  });
});
