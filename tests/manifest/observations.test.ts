import { readManifest } from '../../src/manifest/read-manifest.ts';
import type { Observation } from '../../src/model/manifest.ts';

const header = 'apiVersion: v1\nkind: Pod\n';
const observe = (text: string): readonly Observation[] =>
  readManifest(text).documents.flatMap(({ pods }) => pods.flatMap(({ observations }) => observations));
const inSpec = (fields: string) => observe(`${header}spec:\n${fields.replace(/^/gm, '  ')}\n`);

test.each([
  ['terminationGracePeriodSeconds: "30"', '/terminationGracePeriodSeconds', 'integer', 'string'],
  ['enableServiceLinks: 1', '/enableServiceLinks', 'boolean', 'integer'],
  ['imagePullSecrets: [regcred]', '/imagePullSecrets/0', 'map', 'string'],
  ['containers: [{workingDir: 5}]', '/containers/0/workingDir', 'string', 'integer'],
  [
    'containers: [{livenessProbe: {periodSeconds: 10s}}]',
    '/containers/0/livenessProbe/periodSeconds',
    'integer',
    'string',
  ],
  [
    'containers: [{env: [{valueFrom: {secretKeyRef: {key: 1}}}]}]',
    '/containers/0/env/0/valueFrom/secretKeyRef/key',
    'string',
    'integer',
  ],
])('a field that nothing here depends on has a type, too: %s', (fields, pointer, expected, found) => {
  expect(inSpec(fields)).toEqual([{ kind: 'wrong-type', pointer: `/spec${pointer}`, expected, found }]);
});

test.each([
  ['apps/v1', 'Deployment', 'matchLabels: {a: 1}', ['/spec/selector/matchLabels/a']],
  ['v1', 'ReplicationController', 'a: 1', ['/spec/selector/a']],
  ['apps.openshift.io/v1', 'DeploymentConfig', 'matchLabels: x', []],
  ['example.com/v1', 'Thing', 'matchLabels: {a: 1}', []],
])(
  'the labels that a workload selects by are text, where that is known: %s %s',
  (apiVersion, kind, selector, want) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {selector: {${selector}}, template: {spec: {}}}\n`;
    expect(observe(text).map(({ pointer }) => pointer)).toEqual(want);
  },
);

test('what stands beside the PodSpec of a PodTemplate in a List is not looked at', () => {
  const template =
    'apiVersion: v1, kind: PodTemplate, metadata: {name: x}, labels: [a], selector: 1, template: {spec: {}}';
  expect(observe(`apiVersion: v1\nkind: List\nitems: [{${template}}]\n`)).toEqual([]);
});

describe('YAML 1.1', () => {
  test.each([
    'y',
    'Y',
    'yes',
    'Yes',
    'YES',
    'on',
    'On',
    'ON',
    'n',
    'N',
    'no',
    'No',
    'NO',
    'off',
    'Off',
    'OFF',
  ])('%s is a boolean', (word) => {
    expect(inSpec(`hostPID: ${word}`)).toEqual([
      { kind: 'yaml-1.1-boolean', pointer: '/spec/hostPID', isKey: false },
    ]);
  });

  test.each(['true', 'False', '"yes"', "'on'", 'yEs'])('%s is read by all readers alike', (word) => {
    expect(inSpec(`affinity: ${word}`)).toEqual([]);
  });

  test('a key, too, and deep in a field nobody reads', () => {
    expect(inSpec('affinity: {a: [{on: [off]}]}')).toEqual([
      { kind: 'yaml-1.1-boolean', pointer: '/spec/affinity/a/0/true', isKey: true },
      { kind: 'yaml-1.1-boolean', pointer: '/spec/affinity/a/0/true/0', isKey: false },
    ]);
  });

  test.each([
    ['0644', 420],
    ['-0644', -420],
    ['+0_644', 420],
  ])('%s is octal', (text, value) => {
    expect(inSpec(`overhead: ${text}`)).toEqual([
      { kind: 'yaml-1.1-octal', pointer: '/spec/overhead', value },
    ]);
  });

  test.each(['0', '00', '07', '0o644', '0x10', '08', '"0644"', '420'])('%s is not', (text) => {
    expect(inSpec(`overhead: ${text}`)).toEqual([]);
  });

  test('the octal as a key', () => {
    expect(inSpec('affinity: {0644: 1}')).toEqual([
      { kind: 'yaml-1.1-octal', pointer: '/spec/affinity/420', value: 420 },
    ]);
  });

  test('what the server writes under `status` is not looked at, another `status` is', () => {
    expect(observe(`${header}spec: {affinity: {status: yes}}\nstatus: {a: yes, b: 1, b: 2}\n`)).toEqual([
      { kind: 'yaml-1.1-boolean', pointer: '/spec/affinity/status', isKey: false },
    ]);
  });
});

describe('keys', () => {
  test.each([
    ['hostPID: true\nhostPID: false', [['duplicate-key', '/spec/hostPID', 'hostPID']]],
    ['hostPID: true\n"hostPID": false', [['duplicate-key', '/spec/hostPID', 'hostPID']]],
    [
      'affinity: {1: a, 0x1: b, "a/b": 1, "a/b": 2}',
      [
        ['duplicate-key', '/spec/affinity/1', '1'],
        ['duplicate-key', '/spec/affinity/a~1b', 'a/b'],
      ],
    ],
    ['affinity:\n  a: &a {x: 1}\n  b: {<<: *a, x: 2}', []],
    ['affinity:\n  a: &a {x: 1}\n  b: {x: 2, <<: *a}', [['merge-overrides', '/spec/affinity/b/x', 'x']]],
    ['affinity:\n  a: &a {x: 1}\n  b: &b {x: 2}\n  c: {<<: [*a, *b]}', []],
    [
      'affinity:\n  a: &a {x: 1, x: 2}\n  b: {<<: *a}\n  c: *a',
      [['duplicate-key', '/spec/affinity/a/x', 'x']],
    ],
  ])('%s', (fields, expected) => {
    expect(inSpec(fields).map((seen) => [seen.kind, seen.pointer, 'key' in seen && seen.key])).toEqual(
      expected,
    );
  });

  test('the last of two keys wins, a merge wins over what stands before it', () => {
    const text = `${header}spec: {hostPID: true, hostPID: false, hostIPC: true, <<: {hostIPC: false}, hostNetwork: true}\n`;
    expect(readManifest(text).documents[0]?.pods[0]?.spec).toEqual({
      hostPID: false,
      hostIPC: false,
      hostNetwork: true,
    });
  });
});

describe('fields', () => {
  const unknown = (field: string, suggestion: string | null, sameButCase = false) => [
    { kind: 'unknown-field', pointer: `/spec/${field}`, field, suggestion, sameButCase },
  ];

  test.each([
    ['hostnetwork', unknown('hostnetwork', 'hostNetwork', true)],
    ['HostPID', unknown('HostPID', 'hostPID', true)],
    ['hostNetwrok', unknown('hostNetwrok', 'hostNetwork')],
    ['sharedProcessNamespace', unknown('sharedProcessNamespace', 'shareProcessNamespace')],
    ['container', unknown('container', 'containers')],
    ['frobnicate', unknown('frobnicate', null)],
    ['constructor', unknown('constructor', null)],
    ['__proto__', unknown('__proto__', null)],
    ['schedulerName', []],
  ])('%s', (field, expected) => {
    expect(inSpec(`${field}: null`)).toEqual(expected);
  });

  test('only in the tables, not in metadata or in fields nobody reads', () => {
    expect(
      observe(`${header}metadata: {nam: a, labels: {b: c}}\nspec: {affinity: {nam: a}}\nextra: 1\n`),
    ).toEqual([]);
  });

  test('a wrong type is also a problem', () => {
    const text = `${header}metadata: {name: 1}\nspec: {hostPID: "true", containers: [{name: 1}]}\n`;
    expect(observe(text)).toEqual([
      { kind: 'wrong-type', pointer: '/metadata/name', expected: 'string', found: 'integer' },
      { kind: 'wrong-type', pointer: '/spec/hostPID', expected: 'boolean', found: 'string' },
      { kind: 'wrong-type', pointer: '/spec/containers/0/name', expected: 'string', found: 'integer' },
    ]);
    expect(
      readManifest(text).documents[0]?.problems.map(({ code, detail, document, pointer, range }) => [
        code,
        detail,
        document,
        pointer,
        range?.start,
      ]),
    ).toEqual([
      [
        'WRONG_TYPE',
        'The API server wants string here and refuses integer.',
        0,
        '/metadata/name',
        { line: 3, column: 12 },
      ],
      [
        'WRONG_TYPE',
        'The API server wants boolean here and refuses string.',
        0,
        '/spec/hostPID',
        { line: 4, column: 8 },
      ],
      [
        'WRONG_TYPE',
        'The API server wants string here and refuses integer.',
        0,
        '/spec/containers/0/name',
        { line: 4, column: 39 },
      ],
    ]);
  });
});

describe('what kubectl refuses', () => {
  const spec = 'spec: {affinity: {a: "%"}}\n';

  test.each([
    ['a directive in the document before', `%YAML 1.2\n---\n${header}${spec}`, '', /directive/],
    ['a directive that ends it badly', `${header}${spec}%FOO\n`, '', /directive/],
    ['an escape of JSON', `${header}${spec.replace('%', '\\/')}`, '/spec/affinity/a', /JSON/],
    ['an escaped surrogate', `${header}${spec.replace('%', '\\ud83d')}`, '/spec/affinity/a', /surrogate/],
    ['a control character', `${header}${spec.replace('%', '\x01')}`, '/spec/affinity/a', /control character/],
    ['half a character', `${header}${spec.replace('%', '\ud83d')}`, '/spec/affinity/a', /control character/],
    ['YAML in braces', `{${`${header}${spec}`.trim().replaceAll('\n', ', ')}}`, '', /JSON/],
    [
      'JSON with a comma too many',
      '{"apiVersion":"v1","kind":"Pod","spec":{"hostPID":true,}}',
      '/spec',
      /JSON/,
    ],
    ['JSON with more after it', '{"apiVersion":"v1","kind":"Pod","spec":{}}\n---\n', '', /JSON/],
    [
      'too many aliases for what is written',
      `${header}spec:\n  affinity: {a: &a [${'1,'.repeat(400)}], b: &b [${'*a,'.repeat(40)}], c: [${'*b,'.repeat(10)}]}\n`,
      '/spec/affinity/c',
      /aliases/,
    ],
  ])('%s', (_, text, pointer, detail) => {
    expect(observe(text)).toEqual([
      {
        kind: 'kubectl-refuses',
        pointer: expect.stringMatching(new RegExp(`^${pointer}`)),
        detail: expect.stringMatching(detail),
      },
    ]);
  });

  test('the value is read all the same', () => {
    const [document] = readManifest(`${header}spec: {hostname: "a\\/b\\ud83d\\ude00"}\n`).documents;
    expect(document?.pods[0]?.spec).toEqual({ hostname: 'a/b😀' });
  });

  test('a limited number is told', () => {
    expect(observe(`${header}spec: {hostname: "${'\\/'.repeat(100)}"}\n`)).toHaveLength(10);
  });

  test('of many observations the first are told, in text order', () => {
    const seen = inSpec(`affinity: [${'yes,'.repeat(2000)}]`);
    expect(seen).toHaveLength(1000);
    expect(seen.at(-1)?.pointer).toBe('/spec/affinity/999');
    expect(inSpec(Array.from({ length: 2000 }, (_, i) => `x${i}: 1`).join('\n'))).toHaveLength(1000);
  });
});

describe('a separator inside a block scalar', () => {
  const script = `${header}spec:\n  containers:\n  - name: a\n    args:\n    - |\n      cat <<EOF\n---\n`;

  test.each([
    ['text', `${script}      foo\n      EOF\n`],
    ['another value', `${script}foo: bar\n`],
  ])('%s after it shows that the document was cut', (_, text) => {
    expect(observe(text)).toEqual([
      { kind: 'separator-in-block-scalar', pointer: '/spec/containers/0/args/0' },
    ]);
  });

  test.each([
    ['an object after it', `${script}${header}spec: {}\n`],
    ['nothing after it', script],
    ['a scalar that is no block', `${header}spec: {hostname: a}\n---\nfoo\n`],
  ])('%s does not', (_, text) => {
    expect(observe(text)).toEqual([]);
  });
});

describe('above the PodSpec', () => {
  const misplaced = (pointer: string, belongsIn: string) => ({
    kind: 'unknown-field',
    pointer,
    field: pointer.slice(pointer.lastIndexOf('/') + 1),
    suggestion: null,
    sameButCase: false,
    belongsIn,
  });
  const workload = (kind: string, spec: string) =>
    observe(`apiVersion: batch/v1\nkind: ${kind}\nspec: ${spec}\n`);

  test('of a Pod', () => {
    expect(observe(`${header}hostNetwork: true\nspec: {}\nvolumes: []\nhostAlias: 1\n`)).toEqual([
      misplaced('/hostNetwork', 'spec'),
      misplaced('/volumes', 'spec'),
    ]);
  });

  test('of a Job, which has one such field of its own', () => {
    const spec = '{activeDeadlineSeconds: 9, hostPID: true, template: {hostIPC: true, spec: {}}}';
    expect(workload('Job', spec)).toEqual([
      misplaced('/spec/hostPID', 'spec.template.spec'),
      misplaced('/spec/template/hostIPC', 'spec.template.spec'),
    ]);
  });

  test('of a CronJob in a List', () => {
    const job = '{activeDeadlineSeconds: 9, hostname: a, template: {spec: {}}}';
    const item = `{apiVersion: batch/v1, kind: CronJob, spec: {os: {}, jobTemplate: {subdomain: a, spec: ${job}}}}`;
    const home = 'spec.jobTemplate.spec.template.spec';
    expect(observe(`apiVersion: v1\nkind: List\nitems: [${item}]\n`)).toEqual([
      misplaced('/items/0/spec/os', home),
      misplaced('/items/0/spec/jobTemplate/subdomain', home),
      misplaced('/items/0/spec/jobTemplate/spec/hostname', home),
    ]);
  });

  test('in the wrong case', () => {
    const text = `${header}Metadata: {name: a}\nspec: {}\nSpec: {}\nStatus: {}\nother: 1\n`;
    const wrongCase = (field: string, suggestion: string) => ({
      kind: 'unknown-field',
      pointer: `/${field}`,
      field,
      suggestion,
      sameButCase: true,
    });
    expect(observe(text)).toEqual([
      wrongCase('Metadata', 'metadata'),
      wrongCase('Spec', 'spec'),
      wrongCase('Status', 'status'),
    ]);
  });

  test('a custom resource may have any field', () => {
    const spec = '{hostNetwork: true, template: {spec: {containers: [{name: a}]}}}';
    expect(observe(`apiVersion: example.com/v1\nkind: Web\nSpec: {}\nspec: ${spec}\n`)).toEqual([]);
  });
});

test('observations come in text order', () => {
  const text = `${header}metadata: {name: 1, labels: {yes: a}}
spec: {hostPID: on, nope: 1, hostIPC: "a\\/b", containers: [{naem: a, image: 0644}], hostPID: off}
`;
  expect(observe(text).map(({ kind, pointer }) => [kind, pointer])).toEqual([
    ['wrong-type', '/metadata/name'],
    ['yaml-1.1-boolean', '/metadata/labels/true'],
    ['unknown-field', '/spec/nope'],
    ['wrong-type', '/spec/hostIPC'],
    ['kubectl-refuses', '/spec/hostIPC'],
    ['unknown-field', '/spec/containers/0/naem'],
    ['wrong-type', '/spec/containers/0/image'],
    ['yaml-1.1-octal', '/spec/containers/0/image'],
    ['duplicate-key', '/spec/hostPID'],
    ['yaml-1.1-boolean', '/spec/hostPID'],
  ]);
});
