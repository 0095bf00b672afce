import { readManifest } from '../../src/manifest/read-manifest.ts';
import { limits } from '../../src/model/limits.ts';
import type { ManifestDocument } from '../../src/model/manifest.ts';

const range = (startLine: number, startColumn: number, endLine: number, endColumn: number) => ({
  start: { line: startLine, column: startColumn },
  end: { line: endLine, column: endColumn },
});

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {hostPID: yes}\n';

/** Status, kind and codes of the problems of each document. */
const summary = (text: string) =>
  readManifest(text).documents.map(({ status, kind, problems }) => [
    status,
    kind,
    problems.map(({ code }) => code),
  ]);

/** What a document says without its function. */
function plain({ locate: _, ...document }: ManifestDocument): unknown {
  return document;
}

test('a Pod, whole', () => {
  expect(readManifest(pod).documents.map(plain)).toEqual([
    {
      index: 0,
      status: 'analyzed',
      apiVersion: 'v1',
      kind: 'Pod',
      name: 'web',
      range: range(1, 1, 4, 21),
      problems: [],
      pods: [
        {
          document: 0,
          pointer: '/spec',
          apiVersion: 'v1',
          kind: 'Pod',
          objectPointer: '',
          name: 'web',
          namespace: 'shop',
          isStored: false,
          metadata: { name: 'web', namespace: 'shop' },
          metadataPointer: '/metadata',
          workload: {},
          spec: { hostPID: true },
          observations: [{ kind: 'yaml-1.1-boolean', pointer: '/spec/hostPID', isKey: false }],
        },
      ],
    },
  ]);
});

test('a Deployment: metadata of the template, fields of the workload', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, uid: 0a1b}
spec:
  replicas: 2
  template:
    metadata: {annotations: {a: b}}
    spec: {containers: [{name: app}]}
`;
  expect(readManifest(text).documents[0]?.pods).toEqual([
    {
      document: 0,
      pointer: '/spec/template/spec',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      objectPointer: '',
      name: 'web',
      namespace: null,
      isStored: true,
      metadata: { annotations: { a: 'b' } },
      metadataPointer: '/spec/template/metadata',
      workload: { replicas: 2 },
      spec: { containers: [{ name: 'app' }] },
      observations: [],
    },
  ]);
});

describe('documents', () => {
  test.each([
    ['nothing', '', []],
    ['blanks and comments', '\n# c\n  \n---\n# d\n', []],
    ['null', '---\nnull\n---\n~\n', []],
    ['a Service', 'apiVersion: v1\nkind: Service\n', [['skipped', 'Service', []]]],
    ['a scalar', 'hello\n', [['invalid', null, ['NOT_AN_OBJECT']]]],
    ['a list', '- a\n', [['invalid', null, ['NOT_AN_OBJECT']]]],
    ['no kind', 'apiVersion: v1\n', [['invalid', null, ['MISSING_KIND']]]],
    ['neither', 'a: 1\n', [['invalid', null, ['MISSING_KIND', 'MISSING_KIND']]]],
    ['an empty kind', 'apiVersion: v1\nkind: ""\n', [['invalid', null, ['MISSING_KIND']]]],
    ['a number for a kind', 'apiVersion: 1\nkind: Pod\n', [['invalid', 'Pod', ['WRONG_TYPE']]]],
    ['a Pod without spec', 'apiVersion: v1\nkind: Pod\n', [['invalid', 'Pod', ['MISSING_POD_SPEC']]]],
    [
      'a Pod with a list for spec',
      'apiVersion: v1\nkind: Pod\nspec: []\n',
      [['invalid', 'Pod', ['MISSING_POD_SPEC']]],
    ],
    ['a pod', 'apiVersion: v1\nkind: pod\nspec: {}\n', [['invalid', 'pod', ['MISSING_KIND']]]],
    ['a Pod of apps', 'apiVersion: apps/v1\nkind: Pod\nspec: {}\n', [['invalid', 'Pod', ['MISSING_KIND']]]],
    ['a kind of nobody', 'apiVersion: v1\nkind: Pot\nspec: {}\n', [['skipped', 'Pot', []]]],
    ['an empty PodSpec', 'apiVersion: v1\nkind: Pod\nspec: {}\n', [['analyzed', 'Pod', []]]],
    [
      'a bad one between good ones',
      `${pod}---\na: [\n---\n${pod}`,
      [
        ['analyzed', 'Pod', []],
        ['invalid', null, ['YAML_SYNTAX']],
        ['analyzed', 'Pod', []],
      ],
    ],
    [
      'a bad separator',
      `${pod}--- x\n${pod}---\n${pod}`,
      [
        ['analyzed', 'Pod', []],
        ['invalid', null, ['YAML_SYNTAX']],
        ['analyzed', 'Pod', []],
      ],
    ],
    [
      'a directive before what is no Pod',
      '%YAML 1.2\n---\napiVersion: v1\nkind: Service\n',
      [['skipped', 'Service', ['YAML_UNSUPPORTED']]],
    ],
    ['a directive after everything', `${pod}---\n%YAML 1.2\n`, [['analyzed', 'Pod', []]]],
    [
      'JSON values in a row',
      '{"apiVersion":"v1","kind":"A"}{"apiVersion":"v1","kind":"B"} null',
      [
        ['skipped', 'A', []],
        ['skipped', 'B', []],
      ],
    ],
    ['a template', '{{ if .x }}\nkind: Pod\n', [['invalid', null, ['YAML_SYNTAX']]]],
  ])('%s', (_, text, expected) => {
    expect(summary(text)).toEqual(expected);
  });

  test('only those that are not empty count', () => {
    const { documents } = readManifest(`---\n---\n# c\n---\n${pod}---\nnull\n---\n\n${pod}`);
    expect(documents.map(({ index, range: { start } }) => [index, start.line])).toEqual([
      [0, 5],
      [1, 13],
    ]);
    expect(documents[1]?.pods[0]?.document).toBe(1);
  });

  test.each([
    ['containers: []\n', /bare PodSpec/],
    ['spec: {containers: []}\n', /looks like a Pod/],
    ['spec: {template: {}}\n', /such as a Deployment/],
    ['spec: 1\n', /^`kind` is missing\.$/],
  ])('without a kind, %j is guessed at', (text, expected) => {
    expect(readManifest(`apiVersion: v1\n${text}`).documents[0]?.problems[0]?.detail).toMatch(expected);
  });

  test('a template is called one', () => {
    const [first] = readManifest('{{ if .x }}\nkind: Pod\n').documents;
    expect(first?.problems[0]?.detail).toMatch(/JSON|key in double quotes/);
    expect(first?.problems[0]?.detail).toMatch(/render it first/);
    const [second] = readManifest('a: {{ .x }}\n').documents;
    expect(second?.problems[0]?.detail).toMatch(/render it first/);
  });
});

describe('kinds', () => {
  const spec = '{containers: [{name: app}]}';
  const put = (path: string) =>
    path
      .split('/')
      .slice(1)
      .reduceRight((inner, part) => (part === '*' ? `[${inner}, ${inner}]` : `{${part}: ${inner}}`), spec)
      .slice(1, -1);

  test.each([
    ['v1', 'Pod', '/spec', ['/spec']],
    ['v1', 'PodTemplate', '/template/spec', ['/template/spec']],
    ['v1', 'ReplicationController', '/spec/template/spec', ['/spec/template/spec']],
    ['apps/v1', 'Deployment', '/spec/template/spec', ['/spec/template/spec']],
    ['apps/v1beta2', 'ReplicaSet', '/spec/template/spec', ['/spec/template/spec']],
    ['extensions/v1beta1', 'DaemonSet', '/spec/template/spec', ['/spec/template/spec']],
    ['apps/v1', 'StatefulSet', '/spec/template/spec', ['/spec/template/spec']],
    ['batch/v1', 'Job', '/spec/template/spec', ['/spec/template/spec']],
    [
      'batch/v1beta1',
      'CronJob',
      '/spec/jobTemplate/spec/template/spec',
      ['/spec/jobTemplate/spec/template/spec'],
    ],
    ['argoproj.io/v1alpha1', 'Rollout', '/spec/template/spec', ['/spec/template/spec']],
    [
      'argoproj.io/v1alpha1',
      'Experiment',
      '/spec/templates/*/template/spec',
      ['/spec/templates/0/template/spec', '/spec/templates/1/template/spec'],
    ],
    ['serving.knative.dev/v1', 'Service', '/spec/template/spec', ['/spec/template/spec']],
    [
      'jobset.x-k8s.io/v1alpha2',
      'JobSet',
      '/spec/replicatedJobs/*/template/spec/template/spec',
      [
        '/spec/replicatedJobs/0/template/spec/template/spec',
        '/spec/replicatedJobs/1/template/spec/template/spec',
      ],
    ],
    [
      'leaderworkerset.x-k8s.io/v1',
      'LeaderWorkerSet',
      '/spec/leaderWorkerTemplate/workerTemplate/spec',
      ['/spec/leaderWorkerTemplate/workerTemplate/spec'],
    ],
    ['serving.kserve.io/v1beta1', 'InferenceService', '/spec/predictor', ['/spec/predictor']],
    [
      'ray.io/v1',
      'RayCluster',
      '/spec/workerGroupSpecs/*/template/spec',
      ['/spec/workerGroupSpecs/0/template/spec', '/spec/workerGroupSpecs/1/template/spec'],
    ],
    [
      'kubeflow.org/v1',
      'PyTorchJob',
      '/spec/pytorchReplicaSpecs/Master/template/spec',
      ['/spec/pytorchReplicaSpecs/Master/template/spec'],
    ],
    ['example.com/v1', 'Whatever', '/spec/template/spec', ['/spec/template/spec']],
    ['example.com/v1', 'Whatever', '/spec/pod/spec', []],
    ['example.com/v1', 'Pod', '/spec', []],
  ])('%s %s keeps its PodSpec at %s', (apiVersion, kind, path, expected) => {
    const [document] = readManifest(`apiVersion: ${apiVersion}\nkind: ${kind}\n${put(path)}\n`).documents;
    expect(document?.problems).toEqual([]);
    expect(document?.pods.map(({ pointer }) => pointer)).toEqual(expected);
    expect(document?.status).toBe(expected.length > 0 ? 'analyzed' : 'skipped');
  });

  test('each Pod of an object has the observations of its own template, the first also the others', () => {
    const text = `apiVersion: ray.io/v1
kind: RayCluster
metadata: {labels: {on: x}}
spec:
  headGroupSpec: {template: {spec: {hostPID: yes, containers: [{}]}}}
  workerGroupSpecs: [{template: {spec: {hostIPC: no, containers: [{}]}}}]
`;
    expect(
      readManifest(text).documents[0]?.pods.map(({ observations }) =>
        observations.map(({ pointer }) => pointer),
      ),
    ).toEqual([
      ['/metadata/labels/true', '/spec/headGroupSpec/template/spec/hostPID'],
      ['/spec/workerGroupSpecs/0/template/spec/hostIPC'],
    ]);
  });

  test('a kind that mixes its own fields into the PodSpec gets no unknown fields, but slips are named', () => {
    const text = `apiVersion: serving.knative.dev/v1
kind: Service
spec: {template: {spec: {containerConcurrency: 1, hostnetwork: true, containers: [{nam: a}]}}}
`;
    expect(
      readManifest(text).documents[0]?.pods[0]?.observations.map((seen) => 'field' in seen && seen.field),
    ).toEqual(['hostnetwork', 'nam']);
  });
});

describe('Lists', () => {
  const list = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}
- {apiVersion: v1, kind: Service, metadata: {name: b}}
- {kind: Pod}
- apiVersion: v1
  kind: PodList
  items: [{apiVersion: v1, kind: Pod, spec: {}}]
`;

  test('are flattened, each item with its place', () => {
    const [document] = readManifest(list).documents;
    expect(document?.status).toBe('analyzed');
    expect(document?.problems).toEqual([]);
    expect(
      document?.items?.map(({ index, pointer, status, kind, name, problems, range: { start } }) => [
        index,
        pointer,
        status,
        kind,
        name,
        problems.map(({ code }) => code),
        start,
      ]),
    ).toEqual([
      [0, '/items/0', 'analyzed', 'Pod', 'a', [], { line: 4, column: 3 }],
      [1, '/items/1', 'skipped', 'Service', 'b', [], { line: 5, column: 3 }],
      [2, '/items/2', 'invalid', 'Pod', null, ['MISSING_KIND'], { line: 6, column: 3 }],
      [3, '/items/3/items/0', 'analyzed', 'Pod', null, [], { line: 9, column: 11 }],
    ]);
    expect(
      document?.pods.map(({ pointer, objectPointer, metadataPointer }) => [
        pointer,
        objectPointer,
        metadataPointer,
      ]),
    ).toEqual([
      ['/items/0/spec', '/items/0', '/items/0/metadata'],
      ['/items/3/items/0/spec', '/items/3/items/0', '/items/3/items/0/metadata'],
    ]);
  });

  test.each([
    ['[]', 'skipped'],
    ['[{apiVersion: v1, kind: Service}]', 'skipped'],
    ['[{apiVersion: v1, kind: Service}, 1]', 'invalid'],
    ['[1, {apiVersion: v1, kind: Pod, spec: {}}]', 'analyzed'],
  ])('items %s make it %s', (items, status) => {
    expect(readManifest(`apiVersion: v1\nkind: List\nitems: ${items}\n`).documents[0]?.status).toBe(status);
  });

  test.each([
    ['PodList', 'v1', '{spec: {}}', 'Pod', 'analyzed'],
    ['DeploymentList', 'apps/v1', '{spec: {template: {spec: {}}}}', 'Deployment', 'analyzed'],
    ['PodList', 'v1', '{apiVersion: v1, kind: Service}', 'Service', 'skipped'],
    ['PodList', 'v1', '{kind: Pod, spec: {}}', 'Pod', 'invalid'],
    ['PodList', 'v1', '1', null, 'invalid'],
    ['List', 'v1', '{spec: {}}', null, 'invalid'],
  ])('an item of a %s of %s: %s', (kind, apiVersion, item, itemKind, status) => {
    const [document] = readManifest(`apiVersion: ${apiVersion}\nkind: ${kind}\nitems: [${item}]\n`).documents;
    expect(document?.items?.map((one) => [one.kind, one.status])).toEqual([[itemKind, status]]);
    expect(document?.pods.map((one) => [one.apiVersion, one.kind])).toEqual(
      status === 'analyzed' ? [[apiVersion, itemKind]] : [],
    );
  });

  test('a Pod with a field `items` is a Pod', () => {
    expect(summary('apiVersion: v1\nkind: Pod\nspec: {}\nitems: []\n')).toEqual([['analyzed', 'Pod', []]]);
  });
});

describe('limits', () => {
  const many = (count: number, text: string) => Array.from({ length: count }, () => text).join('---\n');
  const items = (count: number, text: string) =>
    `apiVersion: v1\nkind: List\nitems: [${Array(count).fill(text).join()}]\n`;
  const tiny = '{apiVersion: v1, kind: Pod, spec: {}}';

  test.each([
    ['documents', 'TOO_MANY_DOCUMENTS', many(limits.documents + 1, 'a: 1\n')],
    ['documents', 'TOO_MANY_DOCUMENTS', '{} '.repeat(limits.documents + 1)],
    ['documents', 'TOO_MANY_DOCUMENTS', items(limits.documents, '{}')],
    ['pods', 'TOO_MANY_PODS', many(limits.pods + 1, 'apiVersion: v1\nkind: Pod\nspec: {}\n')],
    ['pods', 'TOO_MANY_PODS', items(limits.pods + 1, tiny)],
    [
      'containersPerPod',
      'TOO_MANY_CONTAINERS',
      `apiVersion: v1\nkind: Pod\nspec: {containers: [${'{},'.repeat(1000)}], initContainers: [{}]}\n`,
    ],
    ['nestingDepth', 'TOO_DEEP', `a: ${'['.repeat(100)}${']'.repeat(100)}\n`],
    ['nestingDepth', 'TOO_DEEP', Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['nestingDepth', 'TOO_DEEP', `# c\n${'- '.repeat(101)}a\n`],
    ['nestingDepth', 'TOO_DEEP', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`],
    [
      'nestingDepth',
      'TOO_DEEP',
      `a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: ${'['.repeat(50)}*a${']'.repeat(50)}\n`,
    ],
    ['aliases', 'TOO_MANY_ALIASES', `a: &a 1\nb: [${'*a,'.repeat(limits.aliases + 1)}]\n`],
    ['expandedNodes', 'TOO_MANY_NODES', `a: [${'1,'.repeat(limits.expandedNodes)}]\n`],
    [
      'expandedNodes',
      'TOO_MANY_NODES',
      `a: &a [${'1,'.repeat(200)}]\nb: &b [${'*a,'.repeat(200)}]\nc: [${'*b,'.repeat(8)}]\n`,
    ],
  ])('%s', (limit, code, text) => {
    const { documents } = readManifest(text);
    expect(
      documents.map(({ status, pods, problems }) => [
        status,
        pods,
        problems.map((problem) => [problem.code, problem.limit]),
      ]),
    ).toEqual([['invalid', [], [[code, limit]]]]);
    expect(documents[0]?.problems[0]?.detail).toContain(String(limits[limit as 'pods']));
    expect(documents[0]?.locate('/a')).toEqual(documents[0]?.range);
  });

  test.each([
    ['documents', many(limits.documents, 'apiVersion: v1\nkind: A\n')],
    ['pods', many(limits.pods, 'apiVersion: v1\nkind: Pod\nspec: {}\n')],
    ['containers', `apiVersion: v1\nkind: Pod\nspec: {containers: [${'{},'.repeat(1000)}]}\n`],
    ['nesting', `apiVersion: v1\nkind: A\na: ${'['.repeat(99)}${']'.repeat(99)}\n`],
    [
      'nesting of blocks',
      `apiVersion: v1\nkind: A\na:\n${Array.from({ length: 98 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`,
    ],
    ['aliases', `apiVersion: v1\nkind: A\na: &a 1\nb: [${'*a,'.repeat(limits.aliases)}]\n`],
    ['values', `apiVersion: v1\nkind: A\na: [${'1,'.repeat(limits.expandedNodes - 4)}]\n`],
  ])('as many %s as allowed', (_, text) => {
    expect(readManifest(text).documents.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('what aliases stand for is limited for the whole manifest, too', () => {
    const bomb = `apiVersion: v1\nkind: A\na: &a [${'1,'.repeat(100)}]\nb: &b [${'*a,'.repeat(100)}]\nc: [${'*b,'.repeat(10)}]\n`;
    expect(summary(bomb)[0]?.[2]).not.toContain('TOO_MANY_NODES');
    expect(summary(many(3, bomb)).at(-1)?.[2]).toEqual(['TOO_MANY_NODES']);
  });

  test('a document tells a limited number of problems', () => {
    const text = `apiVersion: v1\nkind: Pod\nspec: {containers: [${'{name: 1},'.repeat(100)}]}\n`;
    expect(readManifest(text).documents[0]?.problems).toHaveLength(limits.problemsPerDocument);
    const items = `apiVersion: v1\nkind: List\nitems: [${'1,'.repeat(100)}]\n`;
    expect(readManifest(items).documents[0]?.items?.flatMap(({ problems }) => problems)).toHaveLength(
      limits.problemsPerDocument,
    );
  });
});

test.each([
  ['YAML syntax', 'a: 5ecret [\n  b: ["5ecret" "5ecret"\n'],
  ['a bad alias', 'a: *5ecret\n'],
  ['a bad tag', 'a: !5ecret!5ecret 5ecret\n'],
  ['a bad key', '? [5ecret]\n: 5ecret\n'],
  ['a bad separator', '--- 5ecret\n'],
  ['JSON', '{"5ecret": 5ecret'],
  [
    'a wrong type',
    'apiVersion: v1\nkind: Pod\nspec: {hostPID: 5ecret, containers: [{env: [{name: a, value: [5ecret]}]}]}\n',
  ],
  ['a missing kind', 'apiVersion: v1\nmetadata: {name: 5ecret}\n'],
  ['a binary', 'a: !!binary 5ecret\n'],
])('a problem with %s holds nothing the caller wrote', (_, text) => {
  const details = readManifest(text).documents.flatMap(({ problems }) =>
    problems.map(({ detail }) => detail),
  );
  expect(details.length).toBeGreaterThan(0);
  expect(details.filter((detail) => detail.includes('5ecret'))).toEqual([]);
});
