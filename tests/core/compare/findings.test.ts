import { comparisonOf, pod, podChangeOf } from '../../support/compare.ts';

const a = { name: 'a', image: 'i' };
const risky = { name: 'risky', image: 'i', securityContext: { privileged: true } };
const mounting = (...names: string[]) => ({
  ...a,
  volumeMounts: names.map((name) => ({ name, mountPath: `/${name}`, readOnly: true })),
});
const volumes = [
  { name: 'c', configMap: { name: 'c' } },
  { name: 'd', configMap: { name: 'd' } },
];

/** New with `+`, gone with `-`; the level of the Pod, which most changes touch, only where it is asked for. */
const show = ({ findings }: ReturnType<typeof podChangeOf>, level = false) =>
  [
    ...findings.new.map(({ check, pointer }) => `+${check} ${pointer}`),
    ...findings.gone.map(({ check, pointer }) => `-${check} ${pointer}`),
  ].filter((line) => level || !line.includes('pod-security-level'));

test.each<[string, object, object, string[]]>([
  ['a container before it', { containers: [risky] }, { containers: [a, risky] }, []],
  [
    'another container with the same fault',
    { containers: [risky] },
    { containers: [{ ...risky, name: 'other' }, risky] },
    ['+privileged-container /spec/containers/0/securityContext/privileged'],
  ],
  [
    'a renamed container',
    { containers: [risky] },
    { containers: [{ ...risky, name: 'other' }] },
    [
      '+privileged-container /spec/containers/0/securityContext/privileged',
      '-privileged-container /spec/containers/0/securityContext/privileged',
    ],
  ],
  [
    'volumes in another order',
    { volumes, containers: [a] },
    { volumes: volumes.toReversed(), containers: [a] },
    [],
  ],
  [
    'one of two unused volumes is used',
    { volumes, containers: [a] },
    { volumes, containers: [mounting('d')] },
    ['-unused-volume /spec/volumes/1'],
  ],
  [
    'what else stands in a list',
    { containers: [{ ...a, ports: [{ containerPort: 0 }, { containerPort: 80 }] }] },
    { containers: [{ ...a, ports: [{ containerPort: 80 }, { containerPort: 0 }] }] },
    [],
  ],
])('%s', (_, before, after, want) => {
  expect(show(podChangeOf(before, after))).toStrictEqual(want);
});

test('the level of the Pod is known by what it says, not by the field it begins with', () => {
  const other = { name: 'other', image: 'i' };
  expect(show(podChangeOf({ containers: [a, other] }, { containers: [other, a] }), true)).toStrictEqual([]);
  expect(show(podChangeOf({ containers: [a] }, { containers: [a], hostIPC: true }), true)).toStrictEqual([
    '+host-ipc /spec/hostIPC',
    '+pod-security-level /spec/hostIPC',
    '-pod-security-level /spec/containers/0',
  ]);
});

const waiving = (reason: string) => ({ annotations: { 'podshare.dev/ignore': `shared-pid: ${reason}` } });
const shared = { containers: [a, { ...a, name: 'b' }], shareProcessNamespace: true };

test.each<[string, object, object, [number, number]]>([
  ['added', {}, waiving('x'), [1, 1]],
  ['for another reason', waiving('x'), waiving('y'), [1, 1]],
  ['as before', waiving('x'), waiving('x'), [0, 0]],
])('a waiver %s', (_, before, after, want) => {
  const [change] = comparisonOf([pod(shared, 'web', before)], [pod(shared, 'web', after)]).pods;
  const count = (list: 'new' | 'gone') =>
    change?.findings[list].filter(({ check }) => check === 'shared-pid').length;
  expect([count('new'), count('gone')]).toStrictEqual(want);
});

test('only the order of mounts differs', () => {
  const change = podChangeOf(
    { volumes, containers: [mounting('c', 'd')] },
    { volumes, containers: [mounting('d', 'c')] },
  );
  expect(show(change)).toStrictEqual([]);
});
