import { analyze } from '../src/api/analyze.ts';
import { defaultOptions, type Options } from '../src/model/options.ts';
import type { PodReport } from '../src/model/report.ts';

/**
 * Pods that people get wrong, each with what is true of it. One line a case: what must be said, and with `!` in front what
 * must not. Statements are short forms of the report:
 *
 * - `pid pod a,b` — an instance of a namespace or runtime mount with its scope and containers
 * - `a b lifetime concurrent` — how two containers stand in time
 * - `a b signals a-to-b yes` — a channel; `a b shared-files both yes v` — through a volume
 * - `v sub a,b<-a` — an overlap: volume, sub-path, who sees it, who writes
 * - `8080/TCP a,b conflict` — a port
 * - `hostname web`
 * - `check-id /pointer` — a finding; `check-id` — a finding anywhere
 */
function statementsOf(pod: PodReport): string[] {
  const { namespaces, runtimeMounts, pairs = [], volumes, ports, hostname, findings } = pod;
  const shares = [
    ...namespaces.map(({ kind, instances }) => ({ of: kind, instances })),
    ...runtimeMounts.map(({ path, instances }) => ({ of: path, instances })),
  ];
  return [
    ...shares.flatMap(({ of, instances }) =>
      instances.map(({ scope, containers }) => `${of} ${scope} ${containers}`),
    ),
    ...pairs.map(({ a, b, lifetime }) => `${a} ${b} lifetime ${lifetime}`),
    ...pairs.flatMap(({ a, b, channels }) =>
      channels.map(
        ({ kind, direction, verdict, volume }) =>
          `${a} ${b} ${kind} ${direction} ${verdict}${volume ? ` ${volume}` : ''}`,
      ),
    ),
    ...volumes.flatMap(({ name, overlaps }) =>
      overlaps.map(({ subPath, readers, writers }) => `${name} ${subPath} ${readers}<-${writers}`),
    ),
    ...ports.map(
      ({ port, protocol, containers, conflict }) =>
        `${port}/${protocol} ${containers} ${conflict ? 'conflict' : 'free'}`,
    ),
    `hostname ${hostname.value}`,
    ...findings.flatMap(({ check, pointer }) => [check, `${check} ${pointer}`]),
  ];
}

type Manifest = Record<string, unknown>;
type Case = [name: string, manifest: Manifest | string, say: string[], options?: Partial<Options>];

const a = { name: 'a', image: 'i' };
const b = { name: 'b', image: 'i' };
const pod = (spec: object, metadata: object = { name: 'p' }): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { automountServiceAccountToken: false, containers: [a, b], ...spec },
});
const deployment = (spec: object): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'd' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { x: 'y' } },
    template: {
      metadata: { labels: { x: 'y' } },
      spec: { automountServiceAccountToken: false, containers: [a, b], ...spec },
    },
  },
});
const init = (name: string, more: object = {}) => ({ name, image: 'i', ...more });
const sidecar = (name: string, more: object = {}) => init(name, { restartPolicy: 'Always', ...more });
const at = (mountPath: string, more: object = {}) => ({ name: 'v', mountPath, ...more });
const mounting = (container: object, ...volumeMounts: object[]) => ({ ...container, volumeMounts });
const emptyDir = { volumes: [{ name: 'v', emptyDir: {} }] };
const port = (containerPort: number, more: object = {}) => ({ ports: [{ containerPort, ...more }] });
const user = (runAsUser: number, more: object = {}) => ({
  securityContext: { runAsUser, runAsGroup: runAsUser, ...more },
});
const yaml = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${spec}`;

const namespaces: Case[] = [
  [
    'two apps',
    pod({}),
    [
      'network pod a,b',
      'ipc pod a,b',
      'uts pod a,b',
      'user node a,b',
      'pid container a',
      'pid container b',
      'mount container a',
      'cgroup container a',
      'time node a,b',
    ],
  ],
  [
    'hostIPC',
    pod({ hostIPC: true }),
    ['ipc node a,b', '/dev/shm node a,b', 'network pod a,b', 'uts pod a,b'],
  ],
  [
    'hostPID and shareProcessNamespace',
    pod({ hostPID: true, shareProcessNamespace: true }),
    ['pid node a,b', 'pid-sharing-conflict'],
  ],
  [
    'hostPID and shareProcessNamespace false',
    pod({ hostPID: true, shareProcessNamespace: false }),
    ['pid node a,b', '!pid-sharing-conflict'],
  ],
  [
    'a sidecar with a shared PID namespace',
    pod({ shareProcessNamespace: true, initContainers: [sidecar('s')] }),
    ['pid pod s,a,b', 's a see-processes both yes'],
  ],
  [
    'shareProcessNamespace null',
    pod({ shareProcessNamespace: null }),
    ['pid container a', 'pid container b'],
  ],
  [
    'hostUsers false with hostNetwork',
    pod({ hostUsers: false, hostNetwork: true }),
    ['user-namespace-conflict /spec/hostNetwork'],
  ],
  [
    'hostUsers false with hostPID',
    pod({ hostUsers: false, hostPID: true }),
    ['user-namespace-conflict /spec/hostPID'],
  ],
  [
    'hostUsers false with a block device',
    pod({
      hostUsers: false,
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
      containers: [{ ...a, volumeDevices: [{ name: 'v', devicePath: '/dev/x' }] }],
    }),
    ['user-namespace-conflict /spec/containers/0/volumeDevices'],
  ],
  [
    'privileged',
    pod({ containers: [{ ...a, securityContext: { privileged: true } }, b] }),
    ['network pod a,b', 'ipc pod a,b', 'pid container a', 'cgroup node a', 'cgroup container b'],
  ],
  [
    'a target that is ephemeral',
    pod({ ephemeralContainers: [init('e0'), init('e1', { targetContainerName: 'e0' })] }),
    ['target-not-found /spec/ephemeralContainers/1/targetContainerName', 'pid container e1'],
  ],
  [
    'ephemeral containers in a Pod',
    pod({ ephemeralContainers: [init('e')] }),
    ['ephemeral-on-create', 'a e lifetime concurrent'],
  ],
  [
    'ephemeral containers in a template',
    deployment({ ephemeralContainers: [init('e')] }),
    ['ephemeral-in-template'],
  ],
  [
    'a target that has finished',
    pod({ initContainers: [init('i')], ephemeralContainers: [init('e', { targetContainerName: 'i' })] }),
    ['target-init-container'],
  ],
];

const lifetimes: Case[] = [
  [
    'two sidecars',
    pod({ initContainers: [sidecar('s1'), sidecar('s2')] }),
    ['s1 s2 lifetime concurrent', 's2 a lifetime concurrent'],
  ],
  [
    'a probe on a plain init container',
    pod({ initContainers: [init('i', { livenessProbe: { exec: {} } })] }),
    ['init-container-probe /spec/initContainers/0/livenessProbe'],
  ],
  [
    'a probe on a sidecar',
    pod({ initContainers: [sidecar('s', { livenessProbe: { exec: {} } })] }),
    ['!init-container-probe'],
  ],
  [
    'NET_ADMIN in an init container reaches the apps',
    pod({ initContainers: [init('i', { securityContext: { capabilities: { add: ['NET_ADMIN'] } } })] }),
    ['network pod i,a,b', 'i a lifetime a-before-b', 'network-capability'],
  ],
  [
    'a proxy in a Job',
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'j' },
      spec: {
        template: { spec: { restartPolicy: 'Never', initContainers: [sidecar('proxy')], containers: [a] } },
      },
    },
    ['proxy a lifetime concurrent', 'network pod proxy,a'],
  ],
];

const ports: Case[] = [
  [
    'one port twice',
    pod({
      containers: [
        { ...a, ...port(8080) },
        { ...b, ...port(8080) },
      ],
    }),
    ['8080/TCP a,b conflict', 'duplicate-port'],
  ],
  [
    'TCP and UDP',
    pod({
      containers: [
        { ...a, ...port(53) },
        { ...b, ...port(53, { protocol: 'UDP' }) },
      ],
    }),
    ['53/TCP a free', '53/UDP b free', '!duplicate-port'],
  ],
  [
    'hostNetwork, one port twice, in a Pod',
    pod({
      hostNetwork: true,
      containers: [
        { ...a, ...port(80) },
        { ...b, ...port(80) },
      ],
    }),
    ['duplicate-host-port'],
  ],
  [
    'hostNetwork, one port twice, in a Deployment',
    deployment({
      hostNetwork: true,
      containers: [
        { ...a, ...port(80) },
        { ...b, ...port(80) },
      ],
    }),
    ['duplicate-host-port'],
  ],
  [
    'hostNetwork and another hostPort',
    pod({ hostNetwork: true, containers: [{ ...a, ...port(80, { hostPort: 8080 }) }] }),
    ['host-port-mismatch /spec/containers/0/ports/0/hostPort'],
  ],
  [
    'one hostPort on two addresses',
    pod({
      containers: [
        { ...a, ...port(80, { hostPort: 80 }) },
        { ...b, ...port(81, { hostPort: 80, hostIP: '127.0.0.1' }) },
      ],
    }),
    ['!duplicate-host-port', 'overlapping-host-port'],
  ],
  [
    'the hostPort of a sidecar',
    pod({ initContainers: [sidecar('s', port(9090, { hostPort: 9090 }))] }),
    ['unmapped-host-port'],
  ],
  ['no containerPort', pod({ containers: [{ ...a, ports: [{}] }] }), ['invalid-port-number']],
  ['a port past the end', pod({ containers: [{ ...a, ...port(70_000) }] }), ['invalid-port-number']],
  [
    'a port in quotes',
    pod({ containers: [{ ...a, ports: [{ containerPort: '8080' }] }] }),
    ['wrong-type /spec/containers/0/ports/0/containerPort'],
  ],
  [
    'one port name in two containers',
    pod({
      containers: [
        { ...a, ...port(80, { name: 'http' }) },
        { ...b, ...port(81, { name: 'http' }) },
      ],
    }),
    ['port-name-in-two-containers'],
  ],
  [
    'one port name twice in a container',
    pod({
      containers: [
        {
          ...a,
          ports: [
            { name: 'http', containerPort: 1 },
            { name: 'http', containerPort: 2 },
          ],
        },
      ],
    }),
    ['duplicate-port-name'],
  ],
  ['localhost works and depends on the server', pod({}), ['a b localhost both yes']],
];

const volumes: Case[] = [
  [
    'a Secret with mode 0777',
    pod({
      volumes: [{ name: 'v', secret: { secretName: 's', defaultMode: 511 } }],
      containers: [mounting(a, at('/v')), mounting(b, at('/v'))],
    }),
    ['v  a,b<-', 'a b shared-files none no'],
  ],
  [
    'both read-only',
    pod({
      ...emptyDir,
      containers: [mounting(a, at('/v', { readOnly: true })), mounting(b, at('/v', { readOnly: true }))],
    }),
    ['v  a,b<-', 'empty-dir-without-writer'],
  ],
  [
    'mounted in one',
    pod({ ...emptyDir, containers: [mounting(a, at('/v')), b] }),
    ['!v  a,b<-a', 'a b shared-files none no'],
  ],
  ['mounted nowhere', pod(emptyDir), ['unused-volume', 'a b shared-files none no']],
  [
    'subPath of an ephemeral container',
    pod({ ...emptyDir, ephemeralContainers: [mounting(init('e'), at('/v', { subPath: 'x' }))] }),
    ['ephemeral-forbidden-field'],
  ],
  [
    'two volumes of one ConfigMap',
    pod({
      volumes: [
        { name: 'v', configMap: { name: 'c' } },
        { name: 'w', configMap: { name: 'c' } },
      ],
      containers: [mounting(a, at('/v')), mounting(b, { name: 'w', mountPath: '/v' })],
    }),
    ['a b shared-files none no'],
  ],
  [
    'two sources',
    pod({
      volumes: [{ name: 'v', emptyDir: {}, configMap: { name: 'x' } }],
      containers: [mounting(a, { name: 'v', mountPath: '/v' })],
    }),
    ['volume-with-two-sources', 'undeclared-volume /spec/containers/0/volumeMounts/0/name'],
  ],
  [
    'an undefined volume',
    pod({ containers: [mounting(a, { name: 'data', mountPath: '/d' })] }),
    ['undeclared-volume /spec/containers/0/volumeMounts/0/name'],
  ],
  [
    'one path twice',
    pod({
      volumes: [{ name: 'v' }, { name: 'w' }],
      containers: [mounting(a, at('/data'), { name: 'w', mountPath: '/data' })],
    }),
    ['duplicate-mount-path'],
  ],
  [
    'one path spelled twice',
    pod({
      volumes: [{ name: 'v' }, { name: 'w' }],
      containers: [mounting(a, at('/data'), { name: 'w', mountPath: '/data/' })],
    }),
    ['!duplicate-mount-path', 'same-path-twice'],
  ],
  [
    'a path with a colon',
    pod({ ...emptyDir, containers: [mounting(a, at('/etc/certs/reg:5000'))] }),
    ['!incomplete-mount', '!duplicate-mount-path'],
  ],
  [
    'subPath that steps back',
    pod({ ...emptyDir, containers: [mounting(a, at('/v', { subPath: '../x' }))] }),
    ['invalid-sub-path'],
  ],
  [
    'subPath that is absolute',
    pod({ ...emptyDir, containers: [mounting(a, at('/v', { subPath: '/x' }))] }),
    ['invalid-sub-path'],
  ],
  [
    'subPath and subPathExpr',
    pod({ ...emptyDir, containers: [mounting(a, at('/v', { subPath: 'x', subPathExpr: 'y' }))] }),
    ['invalid-sub-path'],
  ],
  [
    'a variable from a file that only an init container mounts',
    pod({
      ...emptyDir,
      initContainers: [mounting(init('gen'), at('/v'))],
      containers: [
        {
          ...a,
          env: [{ name: 'X', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'x', key: 'X' } } }],
        },
      ],
    }),
    ['v x gen,a<-gen', 'gen a shared-files a-to-b left-behind v'],
  ],
  ['/dev/shm by default', pod({}), ['/dev/shm pod a,b', 'a b shared-memory both yes']],
  [
    'Bidirectional without privilege',
    pod({
      volumes: [{ name: 'v', hostPath: { path: '/x' } }],
      containers: [mounting(a, at('/v', { mountPropagation: 'Bidirectional' }))],
    }),
    ['bidirectional-not-privileged'],
  ],
  [
    'recursiveReadOnly without readOnly',
    pod({ ...emptyDir, containers: [mounting(a, at('/v', { recursiveReadOnly: 'Enabled' }))] }),
    ['recursive-read-only-conflict'],
  ],
  [
    'one claim in two containers',
    pod({
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
      containers: [mounting(a, at('/v')), mounting(b, at('/v'))],
    }),
    ['v  a,b<-a,b', 'a b shared-files both yes v'],
  ],
  [
    'one claim as device and as files',
    pod({
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
      containers: [{ ...a, volumeDevices: [{ name: 'v', devicePath: '/dev/x' }] }, mounting(b, at('/v'))],
    }),
    ['device-and-file-system'],
  ],
  [
    'one claim as both in one container',
    pod({
      volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
      containers: [{ ...mounting(a, at('/v')), volumeDevices: [{ name: 'v', devicePath: '/dev/x' }] }],
    }),
    ['invalid-volume-device'],
  ],
  [
    'an image volume at 1.34',
    pod({
      volumes: [{ name: 'v', image: { reference: 'r' } }],
      containers: [mounting(a, at('/v')), mounting(b, at('/v'))],
    }),
    ['feature-off'],
    { kubernetesVersion: '1.34' },
  ],
  [
    'an image volume at 1.35',
    pod({
      volumes: [{ name: 'v', image: { reference: 'r' } }],
      containers: [mounting(a, at('/v')), mounting(b, at('/v'))],
    }),
    ['!feature-off', 'v  a,b<-'],
    { kubernetesVersion: '1.35' },
  ],
  [
    'gitRepo',
    pod({
      volumes: [{ name: 'v', gitRepo: { repository: 'r' } }],
      initContainers: [mounting(init('clone'), at('/v'))],
      containers: [mounting(a, at('/v'))],
    }),
    ['git-repo-volume'],
  ],
  [
    'an emptyDir below a ConfigMap',
    pod({
      volumes: [
        { name: 'v', configMap: { name: 'c' } },
        { name: 'cache', emptyDir: {} },
      ],
      containers: [
        mounting(a, at('/etc/app'), { name: 'cache', mountPath: '/etc/app/cache' }),
        mounting(b, at('/etc/app')),
      ],
    }),
    ['v  a,b<-', 'a b shared-files none no'],
  ],
  [
    'two users of a volume',
    pod({
      ...emptyDir,
      containers: [
        { ...mounting(a, at('/v')), ...user(1000) },
        { ...mounting(b, at('/v')), ...user(2000) },
      ],
    }),
    ['a b shared-files both yes v', 'shared-volume-different-users'],
  ],
  [
    'fsGroup and only hostPath',
    pod({
      securityContext: { fsGroup: 3 },
      volumes: [{ name: 'v', hostPath: { path: '/x' } }],
      containers: [mounting(a, at('/v'))],
    }),
    ['fs-group-on-host-path'],
  ],
  [
    'an init container writes into a ConfigMap',
    pod({
      volumes: [{ name: 'v', configMap: { name: 'c' } }],
      initContainers: [
        { ...mounting(init('edit'), at('/config')), command: ['sh', '-c', 'echo x > /config/a'] },
      ],
    }),
    ['read-only-volume-writer /spec/initContainers/0/volumeMounts/0'],
  ],
];

const processes: Case[] = [
  [
    'SYS_PTRACE for a user has no effect',
    pod({
      shareProcessNamespace: true,
      containers: [
        { ...a, ...user(1000, { capabilities: { add: ['SYS_PTRACE'] } }) },
        { ...b, ...user(2000) },
      ],
    }),
    ['a b ptrace none no', 'capability-without-root'],
  ],
  [
    'more capabilities look into fewer',
    pod({
      shareProcessNamespace: true,
      containers: [
        { ...a, ...user(0, { capabilities: { add: ['NET_ADMIN'] } }) },
        { ...b, ...user(0) },
      ],
    }),
    ['a b proc-root a-to-b yes'],
  ],
  [
    'root without capabilities cannot signal a user',
    pod({
      shareProcessNamespace: true,
      containers: [
        { ...a, ...user(0, { capabilities: { drop: ['ALL'] } }) },
        { ...b, ...user(1000) },
      ],
    }),
    ['a b signals none no'],
  ],
  [
    'different AppArmor profiles',
    pod({
      shareProcessNamespace: true,
      containers: [
        { ...a, ...user(0, { appArmorProfile: { type: 'Unconfined' } }) },
        { ...b, ...user(0, { appArmorProfile: { type: 'RuntimeDefault' } }) },
      ],
    }),
    ['a b signals a-to-b yes', 'a b signals b-to-a conditional', 'a b see-processes both yes'],
  ],
  [
    'sysctls with hostNetwork',
    pod({ hostNetwork: true, securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] } }),
    ['sysctl-conflict'],
  ],
  [
    'an unsafe sysctl',
    pod({ securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] } }),
    ['unsafe-sysctl'],
  ],
  [
    'sysctls of a container',
    pod({ containers: [{ ...a, securityContext: { sysctls: [] } }] }),
    ['unknown-field /spec/containers/0/securityContext/sysctls'],
  ],
  [
    'procMount without a user namespace',
    pod({ containers: [{ ...a, securityContext: { procMount: 'Unmasked' } }] }),
    ['proc-mount-conflict'],
  ],
  [
    'procMount with one',
    pod({ hostUsers: false, containers: [{ ...a, securityContext: { procMount: 'Unmasked' } }] }),
    ['!proc-mount-conflict'],
  ],
];

const hostnames: Case[] = [
  [
    'setHostnameAsFQDN without a subdomain',
    pod({ hostname: 'web', setHostnameAsFQDN: true }),
    ['hostname web', 'fqdn-without-subdomain'],
  ],
  [
    'a long qualified name',
    pod({ hostname: 'web', subdomain: 's'.repeat(50), setHostnameAsFQDN: true }),
    ['long-qualified-hostname'],
  ],
  [
    'hostnameOverride of 64 characters',
    pod({ hostnameOverride: 'x'.repeat(64) }),
    [`hostname ${'x'.repeat(63)}`, 'hostname-override-cut'],
  ],
  [
    'hostnameOverride with hostNetwork',
    pod({ hostNetwork: true, hostnameOverride: 'x' }),
    ['invalid-hostname-override'],
  ],
  ['hostname in a template', deployment({ hostname: 'web' }), ['hostname web', 'template-hostname']],
];

const windows: Case[] = [
  [
    'shareProcessNamespace false on Windows',
    pod({ os: { name: 'windows' }, shareProcessNamespace: false }),
    ['linux-only-field /spec/shareProcessNamespace', 'network pod a,b'],
  ],
  ['hostPID false on Windows', pod({ os: { name: 'windows' }, hostPID: false }), ['!linux-only-field']],
  [
    'hostProcess in one container only',
    pod({
      hostNetwork: true,
      os: { name: 'windows' },
      containers: [{ ...a, securityContext: { windowsOptions: { hostProcess: true } } }, b],
    }),
    ['host-process-conflict'],
  ],
];

const texts: Case[] = [
  [
    'a merge after a key overrides it',
    yaml('  containers:\n  - name: a\n    image: x\n    <<: {image: y}\n'),
    ['merge-override'],
  ],
  [
    'a merge before a key does not',
    yaml('  containers:\n  - name: a\n    <<: {image: y}\n    image: x\n'),
    ['!merge-override'],
  ],
  [
    'a port like 22:22',
    yaml('  containers:\n  - {name: a, image: x, ports: [{containerPort: 22:22}]}\n'),
    ['wrong-type /spec/containers/0/ports/0/containerPort'],
  ],
  [
    'yes in an env value',
    yaml('  containers:\n  - {name: a, image: x, env: [{name: E, value: yes}]}\n'),
    ['wrong-type /spec/containers/0/env/0/value'],
  ],
  [
    'a wrongly cased field',
    yaml('  hostnetwork: true\n  containers:\n  - {name: a, image: x}\n'),
    ['wrong-case-field /spec/hostnetwork', 'network pod a'],
  ],
  [
    'hostNetwork in quotes',
    yaml('  hostNetwork: "true"\n  containers:\n  - {name: a, image: x}\n'),
    ['wrong-type /spec/hostNetwork', 'network pod a'],
  ],
  [
    'hostNetwork: yes is true',
    yaml('  hostNetwork: yes\n  containers:\n  - {name: a, image: x}\n'),
    ['network node a', 'yaml-1.1-boolean'],
  ],
];

describe.each([
  ['namespaces', namespaces],
  ['lifetimes', lifetimes],
  ['ports', ports],
  ['volumes', volumes],
  ['processes', processes],
  ['hostnames', hostnames],
  ['Windows', windows],
  ['texts', texts],
])('%s', (_group, cases) => {
  test.each(cases)('%s', (_name, manifest, say, options = {}) => {
    const result = analyze(typeof manifest === 'string' ? manifest : JSON.stringify(manifest), {
      ...defaultOptions,
      ...options,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const statements = result.answer.pods.flatMap(statementsOf);
    const wrong = say.filter((each) =>
      each.startsWith('!') ? statements.includes(each.slice(1)) : !statements.includes(each),
    );
    expect({ wrong, statements: wrong.length > 0 ? statements : [] }).toStrictEqual({
      wrong: [],
      statements: [],
    });
  });
});
