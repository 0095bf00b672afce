import type { Options } from '../../../src/model/options.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import type { NamespaceKind } from '../../../src/model/vocabulary.ts';
import { namespaceKinds } from '../../../src/model/vocabulary.ts';
import { reportOf } from '../../support/report-of.ts';

const a = { name: 'a', image: 'i' };
const b = { name: 'b', image: 'i' };

/** Instances in short: `pod:a,b` is one instance of the Pod with both. */
function instances(spec: PodSpec, kind: NamespaceKind, options: Partial<Options> = {}): string[] {
  const sharing = reportOf(spec, options).namespaces.find((each) => each.kind === kind);
  return (sharing?.instances ?? []).map(
    ({ scope, owner, containers, certainty }) =>
      `${scope}${owner === null ? '' : `(${owner})`}:${containers}${certainty === 'certain' ? '' : '?'}`,
  );
}

type Row = [string, PodSpec, NamespaceKind, string[], Partial<Options>?];

// Sources: kubernetes pkg/kubelet/kuberuntime/util/util.go; containerd internal/cri/server; cri-o server.
const rows: Row[] = [
  ['network: one per Pod', {}, 'network', ['pod:a,b']],
  ['network: hostNetwork', { hostNetwork: true }, 'network', ['node:a,b']],
  ['network: hostNetwork false', { hostNetwork: false }, 'network', ['pod:a,b']],
  ['network: hostPID changes nothing', { hostPID: true }, 'network', ['pod:a,b']],
  ['ipc: one per Pod', {}, 'ipc', ['pod:a,b']],
  ['ipc: hostIPC', { hostIPC: true }, 'ipc', ['node:a,b']],
  ['ipc: hostNetwork changes nothing', { hostNetwork: true }, 'ipc', ['pod:a,b']],
  ['uts: one per Pod', {}, 'uts', ['pod:a,b']],
  ['uts: hostNetwork on containerd', { hostNetwork: true }, 'uts', ['node:a,b?']],
  ['uts: hostNetwork on CRI-O', { hostNetwork: true }, 'uts', ['pod:a,b?'], { runtime: 'cri-o' }],
  ['uts: hostIPC changes nothing', { hostIPC: true }, 'uts', ['pod:a,b']],
  ['pid: one per container', {}, 'pid', ['container(a):a', 'container(b):b']],
  ['pid: shared false', { shareProcessNamespace: false }, 'pid', ['container(a):a', 'container(b):b']],
  ['pid: shared', { shareProcessNamespace: true }, 'pid', ['pod:a,b']],
  ['pid: hostPID', { hostPID: true }, 'pid', ['node:a,b']],
  ['pid: hostPID is tested first', { hostPID: true, shareProcessNamespace: true }, 'pid', ['node:a,b']],
  ['mount: always its own', { hostPID: true, hostIPC: true }, 'mount', ['container(a):a', 'container(b):b']],
  ["user: the node's", {}, 'user', ['node:a,b']],
  ['user: hostUsers true', { hostUsers: true }, 'user', ['node:a,b']],
  ['user: hostUsers false', { hostUsers: false }, 'user', ['pod:a,b']],
  [
    'user: on by default since 1.33',
    { hostUsers: false },
    'user',
    ['pod:a,b'],
    { kubernetesVersion: '1.33' },
  ],
  ['user: dropped before 1.33', { hostUsers: false }, 'user', ['node:a,b?'], { kubernetesVersion: '1.32' }],
  ['cgroup: its own on v2', {}, 'cgroup', ['container(a):a?', 'container(b):b?']],
  ["cgroup: the node's on v1", {}, 'cgroup', ['node:a,b?'], { cgroup: 'v1' }],
  ["time: the node's", { hostUsers: false }, 'time', ['node:a,b']],
  ['a RuntimeClass makes it uncertain', { runtimeClassName: 'kata' }, 'network', ['pod:a,b?']],
];

test.each(rows)('%s', (_, spec, kind, want, options = {}) => {
  expect(instances({ containers: [a, b], ...spec }, kind, options)).toStrictEqual(want);
});

test('cgroup: privileged containers meet in the one of the node', () => {
  const privileged = { securityContext: { privileged: true } };
  const spec = { containers: [{ ...a, ...privileged }, b, { name: 'c', ...privileged }] };
  expect(instances(spec, 'cgroup')).toStrictEqual(['node:a,c?', 'container(b):b?']);
  expect(instances(spec, 'pid')).toStrictEqual(['container(a):a', 'container(b):b', 'container(c):c']);
});

describe('the target of an ephemeral container', () => {
  const d = { name: 'd', targetContainerName: 'a' };
  const target = (spec: PodSpec) => instances({ containers: [a, b], ...spec }, 'pid');

  test('joins it', () => {
    expect(target({ ephemeralContainers: [d] })).toStrictEqual(['container(a):a,d', 'container(b):b']);
  });
  test('is ignored with a shared PID namespace', () => {
    expect(target({ ephemeralContainers: [d], shareProcessNamespace: true })).toStrictEqual(['pod:a,b,d']);
  });
  test('is ignored with hostPID', () => {
    expect(target({ ephemeralContainers: [d], hostPID: true })).toStrictEqual(['node:a,b,d']);
  });
  test('may be an init container', () => {
    expect(
      target({
        initContainers: [{ name: 'i' }],
        ephemeralContainers: [{ name: 'd', targetContainerName: 'i' }],
      }),
    ).toStrictEqual(['container(i):i,d', 'container(a):a', 'container(b):b']);
  });
  test.each(['e', 'd', 'nobody', ''])('%p resolves to nothing', (name) => {
    expect(
      target({ ephemeralContainers: [{ name: 'e' }, { name: 'd', targetContainerName: name }] }),
    ).toStrictEqual(['container(a):a', 'container(b):b', 'container(e):e', 'container(d):d']);
  });
  test('is nothing on an app container, which has no such field', () => {
    const odd = { ...b, targetContainerName: 'a' };
    expect(instances({ containers: [a, odd] }, 'pid')).toStrictEqual(['container(a):a', 'container(b):b']);
  });
});

test('on Windows only the network applies', () => {
  const { namespaces, runtimeMounts } = reportOf({ os: { name: 'windows' }, containers: [a, b] });
  expect(namespaces.map(({ kind, applies, instances }) => [kind, applies, instances.length])).toStrictEqual(
    namespaceKinds.map((kind) => [kind, kind === 'network', kind === 'network' ? 1 : 0]),
  );
  expect(runtimeMounts).toStrictEqual([]);
});

// Source: KEP-3503; https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
test.each<[string, PodSpec, string]>([
  ['hostNetwork alone', { hostNetwork: true }, 'pod runtime-dependent /spec/hostNetwork'],
  [
    'HostProcess containers',
    { hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } },
    'node certain /spec/hostNetwork',
  ],
  [
    'a container of its own mind',
    {
      hostNetwork: true,
      securityContext: { windowsOptions: { hostProcess: true } },
      containers: [{ ...a, securityContext: { windowsOptions: { hostProcess: false } } }],
    },
    'pod runtime-dependent /spec/hostNetwork',
  ],
])('the network on Windows: %s', (_, spec, want) => {
  const { namespaces } = reportOf({ os: { name: 'windows' }, containers: [a, b], ...spec });
  const [network] = namespaces[0]?.instances ?? [];
  expect(`${network?.scope} ${network?.certainty} ${network?.because.pointer}`).toBe(want);
});

test.each([
  [{ 'kubernetes.io/os': 'windows' }, 'windows'],
  [{ 'kubernetes.io/os': 'linux' }, 'linux'],
  [{}, 'linux'],
])('the node selector %p means %s', (nodeSelector, os) => {
  expect(reportOf({ nodeSelector, containers: [a] }).os).toBe(os);
});
