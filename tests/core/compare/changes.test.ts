import type { ChangeKind } from '../../../src/model/vocabulary.ts';
import { comparisonOf, pod, podChangeOf, show } from '../../support/compare.ts';

const a = { name: 'a', image: 'i', securityContext: { runAsUser: 1 } };
const b = { ...a, name: 'b' };
const c = { ...a, name: 'c' };
const all = { containers: [a, b, c] };
const at = (path: string, more: object = {}) => ({ volumeMounts: [{ name: 'v', mountPath: path, ...more }] });
const on = (source: object, ...containers: object[]) => ({ volumes: [{ name: 'v', ...source }], containers });
const claim = (readOnly?: boolean) => ({
  persistentVolumeClaim: { claimName: 'c', ...(readOnly !== undefined && { readOnly }) },
});
const debug = (targetContainerName?: string) => ({
  containers: [a, b],
  ephemeralContainers: [{ ...c, ...(targetContainerName && { targetContainerName }) }],
});
const privileged = { securityContext: { runAsUser: 1, privileged: true } };
const wrote = 'emptyDir: a, b write';

const rootAll = { shareProcessNamespace: true, securityContext: { runAsUser: 0, runAsGroup: 0 } };

/** PodSpecs before and after, and all that is said of some kinds: `+` gained, `-` lost, `~` changed. */
type Row = [what: string, kinds: ChangeKind[], before: object, after: object, want: string[]];

const rows: Row[] = [
  [
    'one PID namespace for all is one change, not one for each pair',
    ['pid', 'see-processes', 'signals'],
    all,
    { ...all, shareProcessNamespace: true },
    [
      '+pid a+b+c: separate → shared at after /spec/shareProcessNamespace',
      '+see-processes a+b+c: no → yes at after /spec/shareProcessNamespace',
      '+signals a+b+c: no → yes at after /spec/shareProcessNamespace',
    ],
  ],
  [
    'what was with the node and is the Pod’s own is lost, decided by what stood before',
    ['network', 'uts'],
    { ...all, hostNetwork: true },
    all,
    [
      '-network a+b+c: shared-with-node → shared at before /spec/hostNetwork',
      '-uts a+b+c: shared-with-node → shared at before /spec/hostNetwork',
    ],
  ],
  [
    'one container shares with its node, too',
    ['network', 'pid'],
    { containers: [a] },
    { containers: [a], hostNetwork: true },
    ['+network a: separate → shared-with-node at after /spec/hostNetwork'],
  ],
  [
    'a container that joins those who shared already is told pair by pair',
    ['pid'],
    debug('a'),
    { ...debug('a'), shareProcessNamespace: true },
    [
      '+pid a+b: separate → shared at after /spec/shareProcessNamespace',
      '+pid b+c: separate → shared at after /spec/shareProcessNamespace',
    ],
  ],
  [
    'a target shares the processes of one',
    ['pid', 'see-processes'],
    debug(),
    debug('b'),
    [
      '+pid b+c: separate → shared at after /spec/ephemeralContainers/0/targetContainerName',
      '+see-processes b+c: no → yes at after /spec/ephemeralContainers/0/targetContainerName',
    ],
  ],
  [
    'hostUsers: false is decided by the field after, though something is lost',
    ['user'],
    all,
    { ...all, hostUsers: false },
    ['-user a+b+c: shared-with-node → shared at after /spec/hostUsers'],
  ],
  [
    'a second privileged container joins the first in the cgroup namespace of the node',
    ['cgroup'],
    { containers: [{ ...a, ...privileged }, b] },
    {
      containers: [
        { ...a, ...privileged },
        { ...b, ...privileged },
      ],
    },
    ['+cgroup a+b: separate → shared-with-node at after /spec/containers/1'],
  ],
  [
    'a volume at /dev/shm in one parts it from the others, who stay together',
    ['runtime-mount', 'shared-memory'],
    all,
    on({}, { ...a, ...at('/dev/shm') }, b, c),
    [
      '-runtime-mount /dev/shm a+b: shared → separate at after /spec/containers/0/volumeMounts/0',
      '-runtime-mount /dev/shm a+c: shared → separate at after /spec/containers/0/volumeMounts/0',
      '-shared-memory a+b: yes → no at after /spec/containers/0/volumeMounts/0',
      '-shared-memory a+c: yes → no at after /spec/containers/0/volumeMounts/0',
    ],
  ],
  [
    'read-only for one takes one direction',
    ['volume', 'shared-files'],
    on({}, { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    on({}, { ...a, ...at('/v') }, { ...b, ...at('/v', { readOnly: true }) }),
    [
      '-shared-files v b>a: yes → no at after /spec/containers/1/volumeMounts/0',
      `~volume v a+b: ${wrote} → emptyDir: a writes; b reads at after /spec/containers/1/volumeMounts/0`,
    ],
  ],
  [
    'sub-paths part a volume',
    ['volume', 'shared-files'],
    on({}, { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    on({}, { ...a, ...at('/v', { subPath: 'x' }) }, { ...b, ...at('/v', { subPath: 'y' }) }),
    [
      `-volume v a+b: ${wrote} → - at after /spec/containers/0/volumeMounts/0`,
      '-shared-files v a+b: yes → no at after /spec/containers/0/volumeMounts/0',
    ],
  ],
  [
    'a hostPath is shared with the node by whoever mounts it',
    ['volume'],
    on({}, { ...a, ...at('/v') }),
    on({ hostPath: { path: '/srv' } }, { ...a, ...at('/v') }),
    ['+volume v a: - → shared-with-node, read-write: /srv at after /spec/volumes/0'],
  ],
  [
    'who may write to the node now',
    ['volume'],
    on({ hostPath: { path: '/srv' } }, { ...a, ...at('/v', { readOnly: true }) }),
    on({ hostPath: { path: '/srv' } }, { ...a, ...at('/v') }),
    [
      '~volume v a: shared-with-node, read-only: /srv → shared-with-node, read-write: /srv at after /spec/containers/0/volumeMounts/0',
    ],
  ],
  [
    'who sees what the node mounts there, and who may mount there for the node',
    ['volume'],
    on(
      { hostPath: { path: '/srv' } },
      { ...a, ...at('/v') },
      { ...b, ...privileged, ...at('/v', { mountPropagation: 'HostToContainer' }) },
    ),
    on(
      { hostPath: { path: '/srv' } },
      { ...a, ...at('/v', { mountPropagation: 'HostToContainer' }) },
      { ...b, ...privileged, ...at('/v', { mountPropagation: 'Bidirectional' }) },
    ),
    [
      '~volume v a: shared-with-node, read-write: /srv → shared-with-node, read-write, receives mounts (HostToContainer): /srv at after /spec/containers/0/volumeMounts/0',
      '~volume v b: shared-with-node, read-write, receives mounts (HostToContainer): /srv → shared-with-node, read-write, receives and sends mounts (Bidirectional): /srv at after /spec/containers/1/volumeMounts/0',
    ],
  ],
  [
    'another directory of the node, of which one sees a part',
    ['volume'],
    on({ hostPath: { path: '/srv/a' } }, { ...a, ...at('/v') }, { ...b, ...at('/v', { subPath: 'x' }) }),
    on({ hostPath: { path: '/home/' } }, { ...a, ...at('/v') }, { ...b, ...at('/v', { subPath: 'x' }) }),
    [
      '~volume v (x) a+b: hostPath /srv/a: a, b write → hostPath /home: a, b write at after /spec/volumes/0',
      '~volume v a: shared-with-node, read-write: /srv/a → shared-with-node, read-write: /home at after /spec/volumes/0',
      '~volume v b: shared-with-node, read-write: /srv/a/x → shared-with-node, read-write: /home/x at after /spec/volumes/0',
    ],
  ],
  [
    'a claim that is read-only now: the field of its source decides, not a mount',
    ['volume', 'shared-files'],
    on(claim(false), { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    on(claim(true), { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    [
      '-shared-files v a+b: yes → no at after /spec/volumes/0/persistentVolumeClaim/readOnly',
      '~volume v a+b: persistentVolumeClaim c: a, b write → persistentVolumeClaim c: a, b read at after /spec/volumes/0/persistentVolumeClaim/readOnly',
    ],
  ],
  [
    'a claim that was read-only: the field that is there no more, whatever user a container is now',
    ['volume', 'shared-files'],
    on(claim(true), { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    on(claim(), { ...a, ...at('/v'), securityContext: { runAsUser: 2 } }, { ...b, ...at('/v') }),
    [
      '+shared-files v a+b: no → yes, if: Files that a makes allow other users to read them (runAsUser 2 and 1). And if: Files that b makes allow other users to read them (runAsUser 1 and 2). at before /spec/volumes/0/persistentVolumeClaim/readOnly',
      '~volume v a+b: persistentVolumeClaim c: a, b read → persistentVolumeClaim c: a, b write at before /spec/volumes/0/persistentVolumeClaim/readOnly',
    ],
  ],
  [
    'storage that nobody may write to: the volume decides, not a mount',
    ['volume', 'shared-files'],
    on({ emptyDir: {} }, { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    on({ configMap: { name: 'c' } }, { ...a, ...at('/v') }, { ...b, ...at('/v') }),
    [
      '-shared-files v a+b: yes → no at after /spec/volumes/0',
      `~volume v a+b: ${wrote} → configMap c: a, b read at after /spec/volumes/0`,
    ],
  ],
  [
    'a container that came shares with the others, who did so before',
    ['network', 'localhost', 'volume'],
    { containers: [a, b] },
    all,
    [
      '+network a+b+c: - → shared at after /spec/containers/2',
      '+localhost a+b+c: - → yes, if: The server listens on a loopback or a wildcard address. at after /spec/containers/2',
    ],
  ],
  [
    'a container that went takes what it shared along',
    ['network', 'pid'],
    { ...all, shareProcessNamespace: true },
    { containers: [a, b], shareProcessNamespace: true },
    [
      '-network a+b+c: shared → - at before /spec/containers/2',
      '-pid a+b+c: shared → - at before /spec/shareProcessNamespace',
    ],
  ],
  [
    'an init container that becomes a sidecar meets the app',
    ['lifetime', 'localhost'],
    { initContainers: [a], containers: [b] },
    { initContainers: [{ ...a, restartPolicy: 'Always' }], containers: [b] },
    [
      '+localhost a+b: no → yes, if: The server listens on a loopback or a wildcard address. at after /spec/initContainers/0',
      '~lifetime a+b: a-before-b → concurrent at after /spec/initContainers/0',
    ],
  ],
  [
    'the order of init containers',
    ['lifetime'],
    { initContainers: [a, b], containers: [c] },
    { initContainers: [b, a], containers: [c] },
    ['~lifetime b+a: b-before-a → a-before-b at after /spec/initContainers/0'],
  ],
  [
    'users decide signals; only the conditions of other things change',
    ['signals', 'sysv-ipc'],
    { containers: [a, b], shareProcessNamespace: true },
    { containers: [a, { ...b, securityContext: { runAsUser: 2 } }], shareProcessNamespace: true },
    [
      '-signals a+b: yes → no at after /spec/containers/1/securityContext/runAsUser',
      '~sysv-ipc a+b: yes → yes, if: The mode of the object admits the other user (runAsUser 1 and 2). at after /spec/containers/1/securityContext/runAsUser',
    ],
  ],
  [
    'a user that is the Pod’s again: what changed is the field that is there no more',
    ['signals'],
    {
      ...{ shareProcessNamespace: true, securityContext: { runAsUser: 2 } },
      containers: [{ name: 'a' }, { name: 'b', securityContext: { runAsUser: 1 } }],
    },
    {
      ...{ shareProcessNamespace: true, securityContext: { runAsUser: 2 } },
      containers: [{ name: 'a' }, { name: 'b' }],
    },
    ['+signals a+b: no → yes at before /spec/containers/1/securityContext/runAsUser'],
  ],
  [
    'the user of the Pod, which one of the two has not of its own',
    ['signals'],
    { shareProcessNamespace: true, securityContext: { runAsUser: 1 }, containers: [a, { name: 'b' }] },
    { shareProcessNamespace: true, securityContext: { runAsUser: 2 }, containers: [a, { name: 'b' }] },
    ['-signals a+b: yes → no at after /spec/securityContext/runAsUser'],
  ],
  [
    'what has no effect is not blamed: capabilities decide, not that it is not privileged, as before',
    ['proc-root'],
    { ...rootAll, containers: [{ name: 'a' }, { name: 'b' }] },
    {
      ...rootAll,
      containers: [
        { name: 'a', securityContext: { privileged: false } },
        { name: 'b', securityContext: { privileged: false, capabilities: { drop: ['ALL'] } } },
      ],
    },
    ['-proc-root b>a: yes → no at after /spec/containers/1/securityContext/capabilities'],
  ],
  [
    'who came shares with the node, not those who did before',
    ['pid', 'see-processes'],
    { containers: [a, b], hostPID: true },
    { ...all, hostPID: true },
    [
      '+pid c: - → shared-with-node at after /spec/hostPID',
      '+see-processes a+b+c: - → yes at after /spec/hostPID',
    ],
  ],
  [
    'a second privileged container that came, pointed at itself',
    ['cgroup'],
    { containers: [{ ...a, ...privileged }] },
    {
      containers: [
        { ...a, ...privileged },
        { ...b, ...privileged },
      ],
    },
    ['+cgroup b: - → shared-with-node at after /spec/containers/1'],
  ],
  [
    'no longer with the node is decided by the field that said so, not by the one that came',
    ['pid'],
    { ...all, hostPID: true },
    { ...all, shareProcessNamespace: true },
    ['-pid a+b+c: shared-with-node → shared at before /spec/hostPID'],
  ],
  [
    'a field that says the opposite now',
    ['pid'],
    { ...all, hostPID: true },
    { ...all, hostPID: false, shareProcessNamespace: true },
    ['-pid a+b+c: shared-with-node → shared at after /spec/hostPID'],
  ],
  [
    'ports',
    ['port'],
    { containers: [{ ...a, ports: [{ containerPort: 80 }, { containerPort: 81 }] }, b] },
    {
      containers: [
        { ...a, ports: [{ containerPort: 80 }] },
        { ...b, ports: [{ containerPort: 80 }] },
      ],
    },
    [
      '-port 81/TCP a: declared by a → - at before /spec/containers/0/ports/1',
      '~port 80/TCP a+b: declared by a → declared by a, b, in conflict at after /spec/containers/1/ports/0',
    ],
  ],
  [
    'a port two declare now is shown where the first does',
    ['port'],
    { containers: [a, b] },
    {
      containers: [
        { ...a, ports: [{ containerPort: 80, protocol: 'UDP' }, { containerPort: 80 }] },
        { ...b, ports: [{ containerPort: 80 }] },
      ],
    },
    [
      '+port 80/TCP a+b: - → declared by a, b, in conflict at after /spec/containers/0/ports/1',
      '+port 80/UDP a: - → declared by a at after /spec/containers/0/ports/0',
    ],
  ],
  [
    'of a port that is declared as before a container meets the other in another role',
    ['port'],
    {
      initContainers: [{ ...a, ports: [{ containerPort: 80 }] }],
      containers: [{ ...b, ports: [{ containerPort: 80 }] }],
    },
    {
      initContainers: [{ ...a, restartPolicy: 'Always', ports: [{ containerPort: 80 }] }],
      containers: [{ ...b, ports: [{ containerPort: 80 }] }],
    },
    ['~port 80/TCP a+b: declared by a, b → declared by a, b, in conflict at after /spec/initContainers/0'],
  ],
  [
    'a port that goes with one of those who declare it is shown where it stood',
    ['port'],
    {
      containers: [
        { ...a, ports: [{ containerPort: 80 }] },
        { ...b, ports: [{ containerPort: 80 }] },
      ],
    },
    { containers: [{ ...a, ports: [{ containerPort: 80 }] }, b] },
    ['~port 80/TCP a+b: declared by a, b, in conflict → declared by a at before /spec/containers/1/ports/0'],
  ],
  [
    'hostname',
    ['hostname'],
    { containers: [a], hostname: 'h' },
    { containers: [a], hostNetwork: true },
    ["~hostname a: h → the node's at after /spec/hostNetwork"],
  ],
  [
    'on Windows there are no such namespaces',
    ['ipc', 'pid', 'network'],
    { containers: [a, b] },
    { containers: [a, b], os: { name: 'windows' } },
    ['-ipc a+b: shared → not-applicable at after /spec'],
  ],
  ['apps in another order', [], { containers: [a, b, c] }, { containers: [c, a, b] }, []],
];

test.each(rows)('%s', (_, kinds, before, after, want) => {
  const { gained, lost, changed } = podChangeOf(before, after);
  const told = Object.entries({ '+': gained, '-': lost, '~': changed }).flatMap(([sign, changes]) =>
    changes
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .map((change) => `${sign}${show(change)}`),
  );
  expect(told).toStrictEqual(want);
});

test.each<[object, object, string]>([
  [
    { persistentVolumeClaim: { claimName: 'a' } },
    { persistentVolumeClaim: { claimName: 'b' } },
    'persistentVolumeClaim a: a, b write → persistentVolumeClaim b: a, b write',
  ],
  [
    { nfs: { server: 'a', path: '/x' } },
    { nfs: { server: 'b', path: '/' } },
    'nfs a:/x: a, b write → nfs b:/: a, b write',
  ],
  [
    { secret: { secretName: 'a' } },
    { secret: { secretName: 'b' } },
    'secret a: a, b read → secret b: a, b read',
  ],
  [
    { configMap: { name: 'a' } },
    { configMap: { name: 'b' } },
    'configMap a: a, b read → configMap b: a, b read',
  ],
  [
    { projected: { sources: [{ configMap: { name: 'a' } }] } },
    { projected: { sources: [{ configMap: { name: 'a' } }, { secret: { name: 's' } }] } },
    'projected configMap a: a, b read → projected configMap a, secret s: a, b read',
  ],
  [
    { emptyDir: {} },
    { emptyDir: { medium: 'Memory' } },
    'emptyDir: a, b write → emptyDir in Memory: a, b write',
  ],
  [
    { image: { reference: 'i:1' } },
    { image: { reference: 'i:2' } },
    'image i:1: a, b read → image i:2: a, b read',
  ],
])('other storage behind a volume is a change: %j → %j', (before, after, want) => {
  const both = [a, b].map((container) => ({ ...container, ...at('/v') }));
  const { gained, lost, changed } = podChangeOf(on(before, ...both), on(after, ...both));
  expect([...gained, ...lost]).toStrictEqual([]);
  expect(changed.map(show)).toStrictEqual([`volume v a+b: ${want} at after /spec/volumes/0`]);
  expect(changed[0]?.because).toBe(`Volume v is ${want.replace(/^.* → (.*):.*$/, '$1')} now.`);
});

/** A Pod as the API server gives it back, with the volume it made for the token, under a name with random characters. */
const stored = (suffix: string, ...names: string[]) => {
  const name = `kube-api-access-${suffix}`;
  const volumeMounts = [{ name, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true }];
  const sources = [
    { serviceAccountToken: { path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
  ];
  const containers = names.map((one) => ({ ...a, name: one, volumeMounts }));
  return pod({ volumes: [{ name, projected: { sources } }], containers }, 'web', { uid: 'u' });
};
const ownToken = (secret: string) => ({
  automountServiceAccountToken: false,
  volumes: [{ name: 'kube-api-access-own', projected: { sources: [{ secret: { name: secret } }] } }],
  containers: [a, b].map((one) => ({
    ...one,
    volumeMounts: [{ name: 'kube-api-access-own', mountPath: '/t' }],
  })),
});
const token = 'volume kube-api-access a+b';
const optedOut = pod({ automountServiceAccountToken: false, containers: [a, b] });

test.each<[what: string, before: object, after: object, want: string[]]>([
  ['two objects', stored('abcde', 'a', 'b'), stored('fghij', 'a', 'b'), []],
  ['a manifest and its object', pod({ containers: [a, b] }), stored('abcde', 'a', 'b'), []],
  ['a container more', pod({ containers: [a, b] }), stored('abcde', 'a', 'b', 'c'), []],
  [
    'it went',
    stored('abcde', 'a', 'b'),
    optedOut,
    [`${token}: projected: a, b read → - at before /spec/containers/0/volumeMounts/0`],
  ],
  [
    'it is there for sure',
    pod({ containers: [a, b] }),
    pod({ automountServiceAccountToken: true, containers: [a, b] }),
    [`${token}: projected: a, b read (runtime-dependent) → projected: a, b read at after /spec`],
  ],
  [
    'another volume of such a name, which admission takes for its own',
    pod(on({}, a, b)),
    pod({
      volumes: [{ name: 'kube-api-access-own', projected: {} }],
      containers: [a, b].map((one) => ({
        ...one,
        volumeMounts: [{ name: 'kube-api-access-own', mountPath: '/v' }],
      })),
    }),
    [
      'volume kube-api-access-own a+b: - → projected: a, b read at after /spec/containers/0/volumeMounts/0',
      `${token}: projected: a, b read (runtime-dependent) → - at before /spec/containers/0`,
    ],
  ],
  [
    "another Secret in the user's own volume of such a name",
    pod(ownToken('s')),
    pod(ownToken('z')),
    [
      'volume kube-api-access-own a+b: projected secret s: a, b read → projected secret z: a, b read at after /spec/volumes/0',
    ],
  ],
])('the volume of the service-account token is the same under every name: %s', (_, before, after, want) => {
  const { pods } = comparisonOf([before], [after]);
  const told = pods.flatMap(({ gained, lost, changed }) => [...gained, ...lost, ...changed]);
  expect(told.filter(({ kind }) => kind === 'volume').map(show)).toStrictEqual(want);
});

test('without pairs the instances tell it, in one change whatever the number of containers', () => {
  const { gained, changed } = podChangeOf(
    debug('a'),
    { ...debug('a'), shareProcessNamespace: true },
    { detail: 'summary' },
  );
  expect(gained.map(show)).toStrictEqual([
    'pid a+b+c: partly shared → shared at after /spec/shareProcessNamespace',
  ]);
  expect(changed).toStrictEqual([]);
});

test('a thousand containers on both sides are compared in linear space', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ name: `c${i}`, image: 'i' }));
  const { gained, lost } = podChangeOf(
    { containers: many },
    { containers: many.toReversed(), shareProcessNamespace: true },
  );
  expect(gained.map(({ kind, containers }) => [kind, containers.length])).toStrictEqual([['pid', 1000]]);
  expect(lost).toStrictEqual([]);
});

test('each direction has its own reason', () => {
  const drop = { securityContext: { capabilities: { drop: ['ALL'] } } };
  const { lost } = podChangeOf(
    { ...rootAll, containers: [{ name: 'a' }, { name: 'b' }] },
    { ...rootAll, containers: [{ name: 'a' }, { name: 'b', ...drop }] },
  );
  expect(lost.map(({ kind, containers, because }) => [kind, ...containers, because])).toStrictEqual([
    ['proc-root', 'b', 'a', 'b has fewer capabilities than a and no CAP_SYS_PTRACE.'],
    ['ptrace', 'b', 'a', 'b has fewer capabilities than a and no CAP_SYS_PTRACE.'],
  ]);
});

test.each([
  [{ shareProcessNamespace: false }, 'false'],
  [{ shareProcessNamespace: true }, 'true'],
])('the value of a field that decides it: %j', (field, want) => {
  const other = { ...all, shareProcessNamespace: want === 'false' };
  const { gained, lost } = podChangeOf(other, { ...all, ...field });
  expect(new Set([...gained, ...lost].map(({ value }) => value))).toStrictEqual(new Set([want]));
});
