import { deflateSync } from 'node:zlib';

import { checks, renderers } from '../../../functions/formats.ts';
import { createAnalyzeAnswers } from '../../../src/api/rest/analyze.ts';
import { manifestMediaTypes } from '../../../src/api/rest/analyze-request.ts';
import { formats } from '../../../src/formats/format.ts';
import { renderJson } from '../../../src/formats/json.ts';
import { limits } from '../../../src/model/limits.ts';
import { requestWith } from '../../support/requests.ts';

const analyzeAnswers = createAnalyzeAnswers({
  formats: async () => ({ renderers, checks }),
  edits: () => import('../../../functions/edits.ts'),
});

const post = async (body: string, { query = {}, headers = {} } = {}) => {
  const reply = await analyzeAnswers['POST /v1/analyze'](requestWith({ body, query, headers }));
  return { ...reply, json: reply.body.startsWith('{') ? JSON.parse(reply.body) : undefined };
};

const pod = 'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}, {name: b}]}\n';

test.each(formats)('answers in $id, by name and by Accept', async ({ id, contentType, accepts }) => {
  const { json: analysis } = await post(pod);
  const context = { checks, ignored: [], manifestBytes: Buffer.byteLength(pod) };
  const wanted = {
    status: 200,
    headers: { 'content-type': contentType, vary: 'accept' },
    body: id === 'json' ? renderJson(analysis) : renderers[id](analysis, context),
    counts: { documents: 1, pods: 1, containers: 2 },
  };
  expect(await post(pod, { query: { format: id } })).toMatchObject(wanted);
  expect(await post(pod, { headers: { accept: accepts[0] } })).toMatchObject(wanted);
});

test('an answer in JSON loads nothing of the other formats', async () => {
  const loadFormats = jest.fn(async () => ({ renderers, checks }));
  const edits = () => import('../../../functions/edits.ts');
  const answer = createAnalyzeAnswers({ formats: loadFormats, edits })['POST /v1/analyze'];
  expect(await answer(requestWith({ body: pod }))).toMatchObject({ status: 200 });
  expect(loadFormats).not.toHaveBeenCalled();
  expect(await answer(requestWith({ body: pod, query: { format: 'text' } }))).toMatchObject({ status: 200 });
  expect(loadFormats).toHaveBeenCalledTimes(1);
});

test('SARIF lists the checks of the version asked for, and tells who waived a finding', async () => {
  const { json } = await post(pod, {
    query: { format: 'sarif', kubernetesVersion: '1.29', ignore: 'pod-security-level' },
  });
  const [{ tool, results, artifacts }] = json.runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(
    checks.filter(({ since = '1.0' }) => Number(since.slice(2)) <= 29).map(({ id }) => id),
  );
  expect(results.flatMap(({ suppressions = [] }: { suppressions?: object[] }) => suppressions)).toMatchObject(
    [{ kind: 'external' }],
  );
  expect(artifacts).toMatchObject([{ length: pod.length }]);
});

test('one bad document does not fail the others', async () => {
  const { status, json, counts } = await post(`${pod}---\nkind: [\n---\nkind: Service\napiVersion: v1\n`);
  expect(status).toBe(200);
  expect(json.documents.map((document: { status: string }) => document.status)).toEqual([
    'analyzed',
    'invalid',
    'skipped',
  ]);
  expect(counts).toEqual({ documents: 3, pods: 1, containers: 2 });
});

test('when no document can be read, the problems of all are listed with their places', async () => {
  const { status, json } = await post('kind: [\n---\n- a\n');
  expect(status).toBe(422);
  expect(json).toMatchObject({
    code: 'YAML_SYNTAX',
    problems: [
      { code: 'YAML_SYNTAX', document: 0, range: { start: { line: expect.any(Number) } } },
      { code: 'NOT_AN_OBJECT', document: 1, range: { start: { line: 3, column: 1 } } },
    ],
  });
});

test('a media type that is not read is answered with those that are', async () => {
  const { status, headers } = await post(pod, { headers: { 'content-type': 'image/png' } });
  expect({ status, post: headers['accept-post'] }).toEqual({
    status: 415,
    post: manifestMediaTypes.join(', '),
  });
});

test('a format that is not offered varies with Accept', async () => {
  const { status, headers } = await post(pod, { headers: { accept: 'image/png' } });
  expect({ status, vary: headers['vary'] }).toEqual({ status: 406, vary: 'accept' });
});

test('pairs fall away when they would make the answer too large; then it is refused', async () => {
  const containers = (count: number) =>
    Array.from({ length: count }, (_, i) => `{name: ${'c'.repeat(200)}${i}}`);
  const podOf = (count: number) =>
    `apiVersion: v1\nkind: Pod\nspec: {containers: [${containers(count).join(', ')}]}\n`;
  const many = Array.from({ length: 8 }, () => podOf(22)).join('---\n');

  const short = await post(many);
  expect(short).toMatchObject({ status: 200, counts: { pods: 8 } });
  expect(Buffer.byteLength(JSON.stringify(short.body))).toBeLessThanOrEqual(limits.outputBytes);
  expect(short.json.pods[0]).not.toHaveProperty('pairs');
  expect((await post(podOf(22))).json.pods[0]).toHaveProperty('pairs');

  const tooMany = Array.from({ length: 200 }, () => podOf(22)).join('---\n');
  const { status, json } = await post(tooMany);
  expect(status).toBe(413);
  expect(json).toMatchObject({ code: 'OUTPUT_TOO_LARGE', limits: { outputBytes: limits.outputBytes } });
});

test('SARIF offers the edits that mend a finding', async () => {
  const text =
    'apiVersion: v1\nkind: Pod\nspec:\n  hostPID: true # for now\n  containers: [{name: a, image: i}]\n';
  const { json } = await post(text, { query: { format: 'sarif' } });
  const found = json.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'host-pid');
  const [{ artifactChanges, description }] = found.fixes;
  expect(description.text).toEqual(expect.any(String));
  const [{ deletedRegion, insertedContent }] = artifactChanges[0].replacements;
  const lines = text.split('\n');
  expect(deletedRegion.startLine).toBe(4);
  const before = lines.slice(0, 3).join('\n');
  const after = lines
    .slice(deletedRegion.endLine - 1)
    .join('\n')
    .slice(deletedRegion.endColumn - 1);
  const repaired = `${before}\n${(lines[3] ?? '').slice(0, deletedRegion.startColumn - 1)}${insertedContent?.text ?? ''}${after}`;
  expect(repaired).toMatch(/# for now/);
  expect(repaired).not.toMatch(/hostPID/);
  expect(
    (await post(repaired)).json.pods[0].findings.map(({ check }: { check: string }) => check),
  ).not.toContain('host-pid');
});

describe('a manifest in a link', () => {
  const get = (query: Record<string, string>, headers = {}) =>
    analyzeAnswers['GET /v1/analyze'](
      requestWith({ method: 'GET', route: 'GET /v1/analyze', query, headers }),
    );
  const m = deflateSync(pod).toString('base64url');

  test.each(formats)('is answered in $id as if it were posted', async ({ id }) => {
    const posted = await post(pod, { query: { format: id, detail: 'summary', ignore: 'shared-pid' } });
    const { headers, ...linked } = await get({ m, format: id, detail: 'summary', ignore: 'shared-pid' });
    expect(linked).toEqual({ status: 200, body: posted.body, counts: posted.counts });
    expect(headers).toEqual({
      ...posted.headers,
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      'cache-control': 'public, max-age=86400',
    });
  });

  test('is not sent again to who has the answer', async () => {
    const { headers } = await get({ m });
    const known = await get({ m }, { 'if-none-match': headers['etag'] });
    expect(known).toEqual({
      status: 304,
      headers,
      body: '',
      counts: { documents: 1, pods: 1, containers: 2 },
    });
  });

  test('has another tag in another format, under other options, of another manifest', async () => {
    const others = [{ m }, { m, format: 'yaml' }, { m, detail: 'summary' }, { m: pack(`${pod}# a\nx: 1\n`) }];
    const replies = await Promise.all(others.map((query) => get(query)));
    expect(new Set(replies.map(({ headers }) => headers['etag'])).size).toBe(others.length);
  });

  const pack = (text: string) => deflateSync(text).toString('base64url');

  test.each([
    ['no manifest', {}, 400, 'INVALID_REQUEST'],
    ['an empty one', { m: '' }, 400, 'INVALID_ENCODING'],
    ['one that is cut off', { m: m.slice(0, 50) }, 400, 'INVALID_ENCODING'],
    ['an unknown option', { m, runtimes: 'containerd' }, 400, 'INVALID_OPTION'],
    ['a format that is not offered', { m, format: 'gif' }, 406, 'NOT_ACCEPTABLE'],
    ['one that is too large', { m: pack(' '.repeat(2_000_000)) }, 413, 'BODY_TOO_LARGE'],
    ['no YAML', { m: pack('[') }, 422, 'YAML_SYNTAX'],
    ['an empty text', { m: pack('') }, 422, 'EMPTY_MANIFEST'],
    ['a List of no object', { m: pack('kind: List\nitems: [{kind: Pod}, 1]\n') }, 422, 'MISSING_KIND'],
  ])('%s is a failure that nobody keeps', async (_, query, status, code) => {
    const { headers, body, ...reply } = await get(query);
    expect({ ...reply, ...JSON.parse(body) }).toMatchObject({ status, code });
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('cache-control');
  });
});
