import { manifestMediaTypes, readAnalyzeRequest } from '../../../src/api/rest/analyze-request.ts';
import { defaultOptions } from '../../../src/model/options.ts';
import { requestWith } from '../../support/requests.ts';

const read = (type: string | undefined, body: string | undefined, query = {}) =>
  readAnalyzeRequest(
    requestWith({ headers: type === undefined ? {} : { 'content-type': type }, body, query }),
  );

const yaml = 'apiVersion: v1\nkind: Pod\n';
const json = '{"apiVersion": "v1", "kind": "Pod"}';
const envelope = JSON.stringify({ manifest: yaml });
const plain = { manifest: yaml, options: defaultOptions, format: undefined };

test.each([...manifestMediaTypes.filter((type) => type !== 'application/json'), undefined, ''])(
  'YAML as %s is the manifest, an object around one is opened, JSON is left as it is',
  (type) => {
    expect(read(type, yaml)).toEqual({ ok: true, value: plain });
    expect(read(type, envelope)).toEqual({ ok: true, value: plain });
    expect(read(type, json)).toEqual({ ok: true, value: { ...plain, manifest: json } });
    expect(read(type, '{apiVersion: v1, kind: Pod}')).toMatchObject({
      ok: true,
      value: { manifest: '{apiVersion: v1, kind: Pod}' },
    });
  },
);

test('a map in braces needs no line ends, also behind the start of a document', () => {
  const flow = '--- {apiVersion: v1, kind: Pod}\n';
  expect(read('text/yaml', flow)).toEqual({ ok: true, value: { ...plain, manifest: flow } });
});

test.each([
  ['an object around a manifest', envelope, yaml],
  ['with a byte order mark', `\uFEFF${envelope}`, yaml],
  ['a manifest', json, json],
  ['a manifest on several lines', '{\n  "kind": "Pod"\n}\n', '{\n  "kind": "Pod"\n}\n'],
  ['a list', '[]', '[]'],
  ['text', '"manifest"', '"manifest"'],
  [
    'a manifest with a field called manifest',
    '{"kind": "Pod", "manifest": 1}',
    '{"kind": "Pod", "manifest": 1}',
  ],
  ['several in a row', `${json}\n${json}`, `${json}\n${json}`],
  ['nothing', undefined, ''],
  ['space', ' \n', ' \n'],
  ['YAML that was not given a name', yaml, yaml],
  ['YAML with a comment first', '# a: b\n', '# a: b\n'],
  ['an empty document', '---\n', '---\n'],
])('application/json may be %s', (_, body, manifest) => {
  expect(read('application/json', body)).toEqual({ ok: true, value: { ...plain, manifest } });
});

test.each([
  ['{"manifest": "kind: Pod",\n "options": }', 2, 13],
  ['{"apiVersion": "v1",}', 1, 21],
  ['not json', 1, 1],
  [`${json},`, 1, json.length + 1],
  ['{"kind": "Pod"', 1, 15],
])('application/json may not be %j', (body, line, column) => {
  expect(read('application/json', body)).toMatchObject({
    ok: false,
    problems: [{ code: 'INVALID_JSON', range: { start: { line, column } } }],
  });
});

test.each([
  [
    'a manifest that is no text',
    '{"manifest": {"kind": "Pod"}}',
    'INVALID_REQUEST',
    '`manifest` must be the manifest as text.',
  ],
  [
    'another member',
    '{"manifest": "kind: Pod", "option": {}}',
    'INVALID_REQUEST',
    'The JSON body has members other than `manifest` and `options`.',
  ],
  [
    'options that are a list',
    '{"manifest": "", "options": []}',
    'INVALID_OPTION',
    '`options` must be an object.',
  ],
  [
    'options that are text',
    '{"manifest": "", "options": "x"}',
    'INVALID_OPTION',
    '`options` must be an object.',
  ],
  [
    'an unknown option',
    '{"manifest": "", "options": {"runtime": "docker"}}',
    'INVALID_OPTION',
    '`runtime` must be one of containerd, cri-o.',
  ],
])('the JSON body may not have %s', (_, body, code, detail) => {
  expect(read('application/json', body)).toEqual({ ok: false, problems: [{ code, detail }] });
});

test.each([
  ['a runtime', { runtime: 'docker' }, '`runtime` must be one of containerd, cri-o.'],
  ['a format', { format: {} }, '`format` must be text.'],
  ['a name', { m: 'x' }, expect.stringMatching(/^An option is not known\./)],
])('%s in the body must be right even if the query wins', (_, options, detail) => {
  const query = { runtime: 'cri-o', format: 'json', m: 'x' };
  expect(read('application/json', JSON.stringify({ manifest: yaml, options }), query)).toEqual({
    ok: false,
    problems: [{ code: 'INVALID_OPTION', detail }],
  });
});

test('options come from the body and the query, and the query wins', () => {
  const body = JSON.stringify({
    manifest: yaml,
    options: { runtime: 'cri-o', cgroup: 'v1', format: 'yaml', ignore: ['host-pid'] },
  });
  expect(read('application/json', body, { cgroup: 'v2', m: 'x' })).toEqual({
    ok: true,
    value: {
      manifest: yaml,
      options: { ...defaultOptions, runtime: 'cri-o', ignore: ['host-pid'] },
      format: 'yaml',
    },
  });
  expect(read('application/json', body, { format: 'json' })).toMatchObject({
    ok: true,
    value: { format: 'json' },
  });
  expect(read('application/json', '{"manifest": "", "options": null}')).toMatchObject({ ok: true });
});

test.each([
  ['image/png', /^Send the manifest as one of application\/yaml, /],
  ['multipart/form-data; boundary=x', /^Send the manifest as one of /],
  ['application/yaml, application/yaml', /^Send the manifest as one of /],
  ['text/yaml; charset=utf-16', /^Send the manifest in UTF-8\.$/],
])('%s is not read', (type, detail) => {
  expect(read(type, yaml)).toEqual({
    ok: false,
    problems: [{ code: 'UNSUPPORTED_MEDIA_TYPE', detail: expect.stringMatching(detail) }],
  });
});

test.each([
  'application/yaml;charset=UTF-8',
  'TEXT/YAML; charset="utf-8"',
  'text/plain; charset=utf8',
  'text/plain; charset=us-ascii',
])('%s is read', (type) => {
  expect(read(type, yaml)).toEqual({ ok: true, value: plain });
});

test('a manifest that `curl -d` has put on one line is told from a bad one', () => {
  const body = 'apiVersion: v1kind: Podmetadata:  name: web';
  expect(read('application/x-www-form-urlencoded', body)).toEqual({
    ok: false,
    problems: [{ code: 'INVALID_REQUEST', detail: expect.stringContaining('--data-binary') }],
  });
  expect(read('application/x-www-form-urlencoded', 'kind: Pod')).toMatchObject({ ok: true });
});
