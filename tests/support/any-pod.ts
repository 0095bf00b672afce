import fc from 'fast-check';

/** Pods of every class and field that decides sharing, as plain objects: valid ones, invalid ones and odd ones. */
const name = fc.constantFrom('app', 'sidecar', 'setup', 'debug', 'proxy', 'a', 'b');
const volumeName = fc.constantFrom('v', 'w', 'config', 'missing');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const flag = maybe(fc.boolean());

/** Leaves absent members out, as a manifest does. */
const some = <T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc
    .record(members)
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)));

const mount = some({
  name: volumeName,
  mountPath: fc.constantFrom('/v', '/v/', '/dev/shm', '/etc/hosts', '/v/deep', 'relative'),
  readOnly: flag,
  subPath: maybe(fc.constantFrom('', 'x', 'x/', './x', 'x/y', '..')),
  subPathExpr: maybe(fc.constantFrom('$(NAME)', '$(MISSING)', 'x-$(NAME)', '$$(NAME)')),
  mountPropagation: maybe(fc.constantFrom('None', 'HostToContainer', 'Bidirectional', 'Odd')),
});

const securityContext = some({
  privileged: flag,
  runAsUser: maybe(fc.constantFrom(0, 1000, 2000)),
  runAsGroup: maybe(fc.constantFrom(0, 1000)),
  runAsNonRoot: flag,
  capabilities: maybe(
    some({
      add: maybe(fc.subarray(['ALL', 'SYS_PTRACE', 'CAP_KILL', 'NET_ADMIN'])),
      drop: maybe(fc.subarray(['ALL', 'KILL', 'NET_RAW'])),
    }),
  ),
  appArmorProfile: maybe(some({ type: fc.constantFrom('Unconfined', 'RuntimeDefault', 'Localhost') })),
  seLinuxOptions: maybe(some({ level: fc.constantFrom('s0:c1', 's0:c2') })),
});

const container = some({
  name: maybe(name),
  image: maybe(fc.constantFrom('busybox', 'nginx')),
  restartPolicy: maybe(fc.constantFrom('Always', 'Never')),
  command: maybe(fc.constant(['sh', '-c', 'echo x > /v/file'])),
  env: maybe(
    fc.subarray([
      { name: 'NAME', value: 'x' },
      { name: 'NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'NAME', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ]),
  ),
  ports: maybe(
    fc.array(
      some({
        containerPort: fc.constantFrom(80, 8080, 0, 70_000),
        protocol: maybe(fc.constantFrom('TCP', 'UDP')),
      }),
      { maxLength: 2 },
    ),
  ),
  volumeMounts: maybe(fc.array(mount, { maxLength: 3 })),
  volumeDevices: maybe(
    fc.array(some({ name: volumeName, devicePath: fc.constant('/dev/x') }), { maxLength: 1 }),
  ),
  securityContext: maybe(securityContext),
});

const ephemeral = fc
  .tuple(container, maybe(name))
  .map(([value, target]) => (target === undefined ? value : { ...value, targetContainerName: target }));

const volume = fc
  .tuple(
    volumeName,
    fc.constantFrom(
      {},
      { emptyDir: {} },
      { emptyDir: { medium: 'Memory' } },
      { configMap: { name: 'c' } },
      { secret: { secretName: 's' } },
      { hostPath: { path: '/srv' } },
      { hostPath: { path: '/srv/x' } },
      { persistentVolumeClaim: { claimName: 'c' } },
      { persistentVolumeClaim: { claimName: 'c', readOnly: true } },
      { image: { reference: 'i' } },
      { nfs: { server: 's', path: '/e' } },
      { emptyDir: {}, configMap: { name: 'c' } },
      { gitRepo: { repository: 'r' } },
    ),
  )
  .map(([of, source]) => ({ name: of, ...source }));

const spec = some({
  hostNetwork: flag,
  hostPID: flag,
  hostIPC: flag,
  hostUsers: flag,
  shareProcessNamespace: flag,
  automountServiceAccountToken: flag,
  hostname: maybe(fc.constantFrom('h', 'x'.repeat(70))),
  subdomain: maybe(fc.constant('s')),
  setHostnameAsFQDN: flag,
  hostnameOverride: maybe(fc.constant('o')),
  runtimeClassName: maybe(fc.constant('kata')),
  os: maybe(some({ name: fc.constantFrom('linux', 'windows') })),
  securityContext: maybe(
    some({ runAsUser: maybe(fc.constantFrom(0, 1000)), fsGroup: maybe(fc.constant(3000)) }),
  ),
  initContainers: maybe(fc.array(container, { maxLength: 3 })),
  containers: maybe(fc.array(container, { maxLength: 3 })),
  ephemeralContainers: maybe(fc.array(ephemeral, { maxLength: 2 })),
  volumes: maybe(fc.array(volume, { maxLength: 4 })),
});

const metadata = some({ name: maybe(fc.constantFrom('web', 'a.b')), namespace: maybe(fc.constant('n')) });

const wrap = (kind: string, podSpec: object, meta: object) => {
  const template = { metadata: {}, spec: podSpec };
  if (kind === 'Pod') return { apiVersion: 'v1', kind, metadata: meta, spec: podSpec };
  if (kind === 'CronJob')
    return { apiVersion: 'batch/v1', kind, metadata: meta, spec: { jobTemplate: { spec: { template } } } };
  return { apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadata: meta, spec: { template } };
};

export const anyPod: fc.Arbitrary<object> = fc
  .tuple(fc.constantFrom('Pod', 'Pod', 'Deployment', 'StatefulSet', 'Job', 'CronJob'), spec, metadata)
  .map(([kind, podSpec, meta]) => wrap(kind, podSpec, meta));
