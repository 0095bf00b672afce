import { analyze } from '../../../../src/api/analyze.ts';
import { defaultOptions } from '../../../../src/model/options.ts';
import { answerTo } from '../call.ts';

const manifest = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  hostPID: true
  volumes: [{ name: logs, emptyDir: {} }, { name: own, emptyDir: {} }]
  initContainers:
    - name: prepare
      image: a
      volumeMounts:
        [{ name: logs, mountPath: /a, subPath: a }, { name: logs, mountPath: /b, subPath: b }, { name: own, mountPath: /c }]
  containers:
    - name: app
      image: a
      volumeMounts: [{ name: logs, mountPath: /a, subPath: a }, { name: logs, mountPath: /b, subPath: b }]
    - { name: agent, image: a, securityContext: { privileged: true } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { spec: { containers: [{ name: app, image: a }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: {}
spec: { template: { spec: { containers: [{ name: app, image: a }, { name: app, image: a }] } } }
`;

const outcome = analyze(manifest, defaultOptions);
const allFindings = outcome.ok ? (outcome.answer.pods[0]?.findings ?? []) : [];

/** The first Pod, seen through some fields. */
async function firstPod(fields: string, options = '') {
  const query = `query ($m: String!) { analyze(manifest: $m${options}) { ... on Analysis { pods { ${fields} } } } }`;
  const { data } = await answerTo(query, { m: manifest });
  return data.analyze.pods[0];
}

describe('pods', () => {
  test.each([
    ['()', ['0/spec', '1/spec/template/spec', '2/spec/template/spec']],
    ['(kind: null, name: null)', ['0/spec', '1/spec/template/spec', '2/spec/template/spec']],
    ['(kind: "Deployment")', ['1/spec/template/spec', '2/spec/template/spec']],
    ['(name: "web")', ['0/spec', '1/spec/template/spec']],
    ['(kind: "Deployment", name: "web")', ['1/spec/template/spec']],
    ['(kind: "Job")', []],
  ])('%s', async (args, ids) => {
    const query = `query ($m: String!) { analyze(manifest: $m) { ... on Analysis { pods${args.replace('()', '')} { id } } } }`;
    const { data } = await answerTo(query, { m: manifest });
    expect(data.analyze.pods).toStrictEqual(ids.map((id) => ({ id })));
  });
});

describe('namespaces', () => {
  test('of one kind', async () => {
    expect(await firstPod('namespaces(kind: PID) { kind }')).toStrictEqual({ namespaces: [{ kind: 'PID' }] });
  });

  test('of all kinds', async () => {
    const { namespaces } = await firstPod('namespaces { kind }');
    expect(namespaces).toHaveLength(8);
    expect(await firstPod('namespaces(kind: null) { kind }')).toStrictEqual({ namespaces });
  });
});

describe('findings', () => {
  const ids = (keep: (finding: (typeof allFindings)[number]) => boolean) => ({
    findings: allFindings.filter(keep).map(({ id }) => ({ id })),
  });

  test.each([
    ['', () => true],
    ['(severity: null, check: null)', () => true],
    ['(severity: WARNING)', ({ severity }: { severity: string }) => severity === 'warning'],
    ['(check: "host-pid")', ({ check }: { check: string }) => check === 'host-pid'],
    ['(severity: ERROR, check: "host-pid")', () => false],
  ])('%s', async (args, keep) => {
    expect(allFindings.length).toBeGreaterThan(0);
    expect(await firstPod(`findings${args} { id }`)).toStrictEqual(ids(keep));
  });
});

describe('pair', () => {
  test.each([
    ['a: "prepare", b: "agent"', { a: 'prepare', b: 'agent' }],
    ['a: "agent", b: "prepare"', { a: 'prepare', b: 'agent' }],
    ['a: "app", b: "app"', null],
    ['a: "app", b: "none"', null],
  ])('%s', async (args, expected) => {
    expect(await firstPod(`pair(${args}) { a b }`)).toStrictEqual({ pair: expected });
  });

  test('is null where pairs are not listed', async () => {
    const fields = 'pairs { a } pair(a: "app", b: "agent") { a }';
    expect(await firstPod(fields, ', options: { detail: SUMMARY }')).toStrictEqual({
      pairs: null,
      pair: null,
    });
  });
});

describe('sharedWith', () => {
  const fields = (container: string) =>
    `sharedWith(container: "${container}") { container namespaces runtimeMounts volumes }`;

  test('says what each other container is in together with this one, each thing once', async () => {
    const { sharedWith } = await firstPod(fields('app'));
    expect(sharedWith).toStrictEqual([
      {
        container: 'prepare',
        namespaces: ['NETWORK', 'IPC', 'UTS', 'PID', 'USER', 'TIME'],
        runtimeMounts: expect.arrayContaining(['/dev/shm', '/etc/hosts']),
        volumes: ['logs', 'kube-api-access'],
      },
      {
        container: 'agent',
        namespaces: ['NETWORK', 'IPC', 'UTS', 'PID', 'USER', 'TIME'],
        runtimeMounts: expect.arrayContaining(['/dev/shm', '/etc/hosts']),
        volumes: ['kube-api-access'],
      },
    ]);
  });

  test('agrees with the pairs', async () => {
    const { sharedWith, pairs } = await firstPod(
      `${fields('prepare')} pairs { a b namespaces { network ipc uts pid mount user cgroup time } }`,
    );
    const fromPairs = pairs
      .filter(({ a }: { a: string }) => a === 'prepare')
      .map(({ b, namespaces }: { b: string; namespaces: Record<string, string> }) => [
        b,
        Object.keys(namespaces)
          .filter((kind) => namespaces[kind]?.startsWith('SHARED'))
          .map((kind) => kind.toUpperCase()),
      ]);
    expect(
      sharedWith.map(({ container, namespaces }: { container: string; namespaces: string[] }) => [
        container,
        namespaces,
      ]),
    ).toStrictEqual(fromPairs);
  });

  test('answers where pairs are not listed', async () => {
    const { sharedWith } = await firstPod(fields('app'), ', options: { detail: SUMMARY }');
    expect(sharedWith).toHaveLength(2);
  });

  test('is null for a container that is not there', async () => {
    expect(await firstPod(fields('none'))).toStrictEqual({ sharedWith: null });
  });
});
