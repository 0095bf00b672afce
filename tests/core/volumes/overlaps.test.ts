import type { PodManifest } from '../../../src/model/manifest.ts';
import type { PodSpec } from '../../../src/model/pod.ts';
import { startCpuTimer } from '../../support/cpu-time.cjs';
import { reportOf } from '../../support/report-of.ts';

type Mounts = NonNullable<NonNullable<PodSpec['containers']>[number]['volumeMounts']>;

/** Overlaps in short: `v:sub a,b<-a` means both see sub of v and a writes. */
function overlaps(
  mounts: Record<string, Mounts>,
  spec: PodSpec = { volumes: [{ name: 'v', emptyDir: {} }] },
): string[] {
  const containers = Object.entries(mounts).map(([name, volumeMounts]) => ({ name, volumeMounts }));
  return reportOf({ automountServiceAccountToken: false, containers, ...spec }).volumes.flatMap(
    ({ name, overlaps: all }) =>
      all.map(
        ({ subPath, containers: seen, writers, certainty }) =>
          `${name}:${subPath} ${seen}<-${writers}${certainty === 'certain' ? '' : '?'}`,
      ),
  );
}

const v = (subPath?: string, readOnly?: boolean) => ({
  name: 'v',
  mountPath: `/v${subPath ?? ''}`,
  ...(subPath === undefined ? {} : { subPath }),
  ...(readOnly === undefined ? {} : { readOnly }),
});

// Source: kubernetes pkg/kubelet/kubelet_pods.go, makeMounts.
test.each<[string, Record<string, Mounts>, string[]]>([
  ['both whole', { a: [v()], b: [v()] }, ['v: a,b<-a,b']],
  ['one reads', { a: [v()], b: [v(undefined, true)] }, ['v: a,b<-a']],
  ['nobody writes', { a: [v(undefined, true)], b: [v(undefined, true)] }, ['v: a,b<-']],
  ['mounted in one', { a: [v()], b: [] }, []],
  ['mounted twice in one', { a: [v(), v('x')], b: [] }, []],
  ['disjoint', { a: [v('x')], b: [v('y')] }, []],
  ['a name that only begins alike is disjoint', { a: [v('x')], b: [v('xy')] }, []],
  ['ancestor and descendant', { a: [v('x')], b: [v('x/y')] }, ['v:x/y a,b<-a,b']],
  [
    'the deeper tree of three',
    { a: [v()], b: [v('x')], c: [v('x/y')] },
    ['v:x a,b<-a,b', 'v:x/y a,b,c<-a,b,c'],
  ],
  ['spelled differently', { a: [v('x/')], b: [v('./x')] }, ['v:x a,b<-a,b']],
  ['the tree above says it all', { a: [v(), v('x')], b: [v()] }, ['v: a,b<-a,b']],
  [
    'a deeper mount that lets one write',
    { a: [v(undefined, true), v('x')], b: [v(undefined, true)] },
    ['v: a,b<-', 'v:x a,b<-a'],
  ],
])('%s', (_, mounts, want) => {
  expect(overlaps(mounts)).toStrictEqual(want);
});

test('every read-only kind and source', () => {
  const types = ['secret', 'configMap', 'downwardAPI', 'projected', 'image'] as const;
  const volumes = [
    ...types.map((type) => ({ name: type, [type]: {} })),
    { name: 'claim', persistentVolumeClaim: { claimName: 'c', readOnly: true } },
    { name: 'csi', csi: { driver: 'd', readOnly: true } },
    { name: 'nfs', nfs: { server: 's', path: '/p', readOnly: true } },
    { name: 'writable', csi: { driver: 'd' } },
  ];
  const mounts = volumes.map(({ name }) => ({ name, mountPath: `/${name}`, readOnly: false }));
  const report = reportOf({ volumes, containers: [{ name: 'a', volumeMounts: mounts }] });
  expect(report.volumes.map(({ name, mounts: [mount] }) => `${name} ${mount?.access}`)).toStrictEqual([
    'secret read-only',
    'configMap read-only',
    'downwardAPI read-only',
    'projected read-only',
    'image read-only',
    'claim read-only',
    'csi read-only',
    'nfs read-only',
    'writable read-write',
    'kube-api-access read-only',
  ]);
});

test('an entry without a source is an emptyDir', () => {
  expect(reportOf({ volumes: [{ name: 'v' }], containers: [] }).volumes[0]?.type).toBe('emptyDir');
});

describe('the service-account token', () => {
  const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';
  const mountsIn = (name: string) =>
    reportOf({
      volumes: [{ name, projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
      containers: [
        { name: 'a', volumeMounts: [{ name, mountPath: tokenPath, readOnly: true }] },
        { name: 'b' },
      ],
    }).volumes.map((volume) => [volume.name, volume.origin, volume.mounts.map(({ container }) => container)]);

  test('is in the volume that has the start of its name, which a dump of a Pod has', () => {
    expect(mountsIn('kube-api-access-abcde')).toStrictEqual([
      ['kube-api-access-abcde', 'declared', ['a', 'b']],
    ]);
  });

  test('is in a volume of its own beside one that only looks like it', () => {
    expect(mountsIn('kube-api-access')).toStrictEqual([
      ['kube-api-access', 'declared', ['a']],
      ['kube-api-access-<random>', 'implicit', ['b']],
    ]);
  });

  const path = '/var/run/secrets/kubernetes.io/serviceaccount';
  const token = (spec: PodSpec, given: Parameters<typeof reportOf>[2] = {}) =>
    reportOf(spec, {}, given)
      .volumes.filter(({ origin }) => origin === 'implicit')
      .map(({ name, mounts, overlaps: all }) => [
        name,
        mounts.map(({ container }) => container),
        all.map(({ certainty }) => certainty),
      ]);
  const all: PodSpec = {
    initContainers: [{ name: 'i' }],
    containers: [{ name: 'a' }, { name: 'b', volumeMounts: [{ name: 'x', mountPath: path }] }],
    ephemeralContainers: [{ name: 'e' }],
  };

  test('is in every init and app container that mounts nothing there', () => {
    expect(token(all)).toStrictEqual([['kube-api-access', ['i', 'a'], ['runtime-dependent']]]);
  });
  test('is certain when the Pod asks for it', () => {
    expect(token({ ...all, automountServiceAccountToken: true })).toStrictEqual([
      ['kube-api-access', ['i', 'a'], ['certain']],
    ]);
  });
  test('is absent when the Pod declines it', () => {
    expect(token({ ...all, automountServiceAccountToken: false })).toStrictEqual([]);
  });

  test.each<[string, Partial<PodManifest>]>([
    ['a live Pod', { isStored: true }],
    ['a mirror Pod', { metadata: { annotations: { 'kubernetes.io/config.mirror': 'x' } } }],
    ['a static Pod', { metadata: { annotations: { 'kubernetes.io/config.source': 'file' } } }],
  ])('is in %s only when it stands there', (_, given) => {
    expect(token(all, given)).toStrictEqual([]);
    expect(token(all, { kind: 'Deployment', ...given })).toHaveLength(1);
  });
});

test('/var/run of the node is /run, wherever it is mounted', () => {
  const spec: PodSpec = {
    volumes: [
      { name: 'h1', hostPath: { path: '/var/run/app' } },
      { name: 'h2', hostPath: { path: '/run/app/' } },
      { name: 'h3', hostPath: { path: '/var/runner' } },
    ],
  };
  const mount = (name: string) => ({ name, mountPath: `/${name}` });
  expect(overlaps({ a: [mount('h1')], b: [mount('h2')], c: [mount('h3')] }, spec)).toStrictEqual([
    'h1: a,b<-a,b',
  ]);
});

test('volumes of one storage under two names', () => {
  const spec: PodSpec = {
    volumes: [
      { name: 'h1', hostPath: { path: '/srv' } },
      { name: 'h2', hostPath: { path: '/srv/x' } },
      { name: 'n1', nfs: { server: 's', path: '/e' } },
      { name: 'n2', nfs: { server: 's', path: '/e' } },
      { name: 'n3', nfs: { server: 't', path: '/e' } },
    ],
  };
  const mount = (name: string) => ({ name, mountPath: `/${name}` });
  expect(overlaps({ a: ['h1', 'n1', 'n3'].map(mount), b: ['h2', 'n2'].map(mount) }, spec)).toStrictEqual([
    'h2: a,b<-a,b',
    'n1: a,b<-a,b',
  ]);
});

test('a thousand containers that mount one volume stay linear', () => {
  const containers = Array.from({ length: 1000 }, (_, i) => ({ name: `c${i}`, volumeMounts: [v()] }));
  const report = reportOf({ automountServiceAccountToken: false, volumes: [{ name: 'v' }], containers });
  expect(report.pairs).toBeUndefined();
  expect(report.volumes[0]?.overlaps.map(({ containers: seen }) => seen.length)).toStrictEqual([1000]);
});

// Seen on containerd 1.6 and runc 1.1 (tests/kernel): what a deeper mount covers is not there for its container.
describe('what other mounts of a container hide', () => {
  const spec: PodSpec = { volumes: ['v', 'cover'].map((name) => ({ name, emptyDir: {} })) };
  const at = (mountPath: string, name = 'v', more: object = {}) => ({ name, mountPath, ...more });

  test('a deeper mount hides its part', () => {
    expect(
      overlaps({ a: [at('/v'), at('/v/x', 'cover')], b: [at('/v', 'v', { subPath: 'x' })] }, spec),
    ).toStrictEqual([]);
  });
  test('and only its part', () => {
    expect(
      overlaps(
        { a: [at('/v'), at('/v/x', 'cover')], b: [at('/v', 'v', { subPath: 'x' })], c: [at('/v')] },
        spec,
      ),
    ).toStrictEqual(['v: a,c<-a,c', 'v:x b,c<-b,c']);
  });
  test('whatever the order they are written in', () => {
    expect(
      overlaps({ a: [at('/v/x', 'cover'), at('/v')], b: [at('/v', 'v', { subPath: 'x' })] }, spec),
    ).toStrictEqual([]);
  });
  test('a mount above does not hide a deeper one', () => {
    expect(overlaps({ a: [at('/v/x'), at('/v', 'cover')], b: [at('/v')] }, spec)).toStrictEqual([
      'v: a,b<-a,b',
    ]);
  });
  test('a second mount of the same volume shows what the first hides', () => {
    expect(
      overlaps({ a: [at('/v'), at('/v/x', 'cover'), at('/w')], b: [at('/v', 'v', { subPath: 'x' })] }, spec),
    ).toStrictEqual(['v:x a,b<-a,b']);
  });
  test('of two at one path the last is on top', () => {
    expect(overlaps({ a: [at('/v'), at('/v/', 'cover')], b: [at('/v')] }, spec)).toStrictEqual([]);
    expect(overlaps({ a: [at('/v/', 'cover'), at('/v')], b: [at('/v')] }, spec)).toStrictEqual([
      'v: a,b<-a,b',
    ]);
  });
});

describe('runtime mounts', () => {
  const shared = (path: string, a: string, b: string, volumes: PodSpec['volumes'] = [{ name: 'v' }]) => {
    const mount = (mountPath: string, name: string) => ({ volumeMounts: [{ name, mountPath }] });
    const names = [volumes?.[0]?.name ?? '', volumes?.at(-1)?.name ?? ''] as const;
    const { runtimeMounts } = reportOf({
      volumes,
      containers: [
        { name: 'a', ...mount(a, names[0]) },
        { name: 'b', ...mount(b, names[1]) },
      ],
    });
    return runtimeMounts
      .find((each) => each.path === path)
      ?.instances.map(({ scope, containers }) => `${scope}:${containers}`);
  };
  const twoNames: PodSpec['volumes'] = [
    { name: 'h1', hostPath: { path: '/srv' } },
    { name: 'h2', hostPath: { path: '/srv/' } },
  ];

  test.each([
    [{ path: '/dev/shm' }, undefined, ['node:a,b']],
    [{ path: '/dev' }, 'shm', ['node:a,b']],
    [{ path: '/dev' }, undefined, ['node:a', 'node:b']],
  ])("hostIPC gives the node's /dev/shm, which %j with subPath %s may be too", (hostPath, subPath, want) => {
    const { runtimeMounts } = reportOf({
      hostIPC: true,
      volumes: [{ name: 'v', hostPath }],
      containers: [
        { name: 'a', volumeMounts: [{ name: 'v', mountPath: '/dev/shm', ...(subPath && { subPath }) }] },
        { name: 'b' },
      ],
    });
    const [shm] = runtimeMounts;
    expect(shm?.instances.map(({ scope, containers }) => `${scope}:${containers}`)).toStrictEqual(want);
  });

  test.each([
    ['/dev/shm', '/x', '/y', ['pod:a,b']],
    ['/dev/shm', '/dev/shm', '/dev/shm/', ['pod:a,b']],
    ['/dev/shm', '/dev/shm', '/x', ['pod:a', 'pod:b']],
    ['/etc/hosts', '/etc/hosts', '/x', ['pod:a', 'pod:b']],
    ['/etc/hosts', '/etc/hosts/', '/x', ['pod:a,b']],
    ['/etc/hostname', '/etc/hostname/', '/x', ['pod:a', 'pod:b']],
    ['/etc/resolv.conf', '/etc', '/x', ['pod:a,b']],
  ])('%s with volumes at %s and %s', (path, a, b, want) => {
    expect(shared(path, a, b)).toStrictEqual(want);
  });
  test('one directory of the node under two names is one', () => {
    expect(shared('/dev/shm', '/dev/shm', '/dev/shm', twoNames)).toStrictEqual(['node:a,b']);
  });
});

test.each([
  ['nested openings', 'expr', '$('.repeat(400_000)],
  ['many variables and many mounts', 'mounts', '$(E1)'],
])('%s are read in no time', (_, kind, subPathExpr) => {
  const count = kind === 'mounts' ? 5000 : 1;
  const env = Array.from({ length: 4 * count }, (_, i) => ({ name: `E${i}`, value: 'x' }));
  const volumeMounts = Array.from({ length: count }, (_, i) => ({
    name: 'v',
    mountPath: `/m${i}`,
    subPathExpr,
  }));
  const spent = startCpuTimer();
  reportOf({ volumes: [{ name: 'v' }], containers: [{ name: 'a', env, volumeMounts }] });
  expect(spent()).toBeLessThan(2000);
});
