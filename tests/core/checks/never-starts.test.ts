import { neverStarts } from '../../../src/core/checks/never-starts/index.ts';
import {
  app,
  at,
  debug,
  init,
  mount,
  other,
  type Rows,
  sh,
  sidecar,
  testRows,
} from '../../support/check-rows.ts';

const claim = (name: string, claimName: string) => ({ name, persistentVolumeClaim: { claimName } });
const sysctl = (name: string) => ({
  securityContext: { sysctls: [{ name, value: '1' }] },
  containers: [app],
});
const logs = (more: object) => ({
  containers: [
    { ...app, volumeMounts: [{ name: 'logs', mountPath: '/logs', subPathExpr: '$(POD)/$$(NOT)' }], ...more },
  ],
  volumes: [claim('logs', 'logs')],
});
const fqdn = { hostname: 'h'.repeat(40), subdomain: 's', setHostnameAsFQDN: true, containers: [app] };
const mounted = (...volumes: { readonly name: string; readonly [source: string]: unknown }[]) => ({
  containers: [{ ...app, volumeMounts: volumes.map(({ name }) => mount(name, `/${name}`)) }],
  volumes,
});
const endless = (script: string) => ({ initContainers: [{ ...init, ...sh(script) }], containers: [app] });
const neverEnds = 'setup is an init container and its command never ends, so nothing after it ever starts.';

const tables: Rows = {
  'device-and-file-system': [
    {
      what: 'one volume, two containers',
      spec: {
        containers: [
          { ...app, volumeDevices: [{ name: 'data', devicePath: '/dev/data' }] },
          { ...other, volumeMounts: [mount('data', '/data')] },
        ],
        volumes: [claim('data', 'disk')],
      },
      found: {
        '/spec/containers/0/volumeDevices/0':
          'app uses volume data as a raw device, and other uses the same claim as a file system: one of the two fails and the Pod does not start.',
      },
    },
    {
      what: 'one claim under two names, even in one container',
      spec: {
        containers: [
          {
            ...app,
            volumeDevices: [{ name: 'b', devicePath: '/dev/data' }],
            volumeMounts: [mount('a', '/data')],
          },
        ],
        volumes: [claim('a', 'disk'), claim('b', 'disk')],
      },
      found: {
        '/spec/containers/0/volumeDevices/0':
          'app uses volume b as a raw device, and app uses the same claim as a file system: one of the two fails and the Pod does not start.',
      },
    },
    {
      what: 'one volume in one container, which is refused',
      spec: {
        containers: [
          {
            ...app,
            volumeDevices: [{ name: 'a', devicePath: '/dev/data' }],
            volumeMounts: [mount('a', '/data')],
          },
        ],
        volumes: [claim('a', 'disk')],
      },
    },
    {
      what: 'devices in both',
      spec: {
        containers: [
          { ...app, volumeDevices: [{ name: 'data', devicePath: '/dev/data' }] },
          { ...other, volumeDevices: [{ name: 'data', devicePath: '/dev/data' }] },
        ],
        volumes: [claim('data', 'disk')],
      },
    },
    {
      what: 'two claims',
      spec: {
        containers: [
          { ...app, volumeDevices: [{ name: 'a', devicePath: '/dev/data' }] },
          { ...other, volumeMounts: [mount('b', '/data')] },
        ],
        volumes: [claim('a', 'disk'), claim('b', 'files')],
      },
    },
  ],
  'endless-init-container': [
    ...[
      'sleep infinity',
      'while true; do date; sleep 5; done',
      'while :; do date; done',
      'until false; do date; done',
      'tail -f /var/log/app.log',
      'echo start && exec tail -F /var/log/app.log',
      'cat > /etc/a <<EOF\nexit\nEOF\nsleep infinity',
    ].map((script) => ({
      what: script,
      spec: endless(script),
      found: { '/spec/initContainers/0': neverEnds },
    })),
    {
      what: 'without a shell',
      spec: { initContainers: [{ ...init, command: ['sleep'], args: ['infinity'] }], containers: [app] },
      found: { '/spec/initContainers/0': neverEnds },
    },
    ...[
      'sleep 10',
      'sleep infinity & exit 0',
      'until nc -z db 5432; do sleep 1; done',
      'while true; do nc -z db 5432 && break; sleep 1; done',
      'while true; do date; done & sleep 3',
      'set -e; while true; do test -f /stop; done',
      'tail -f /var/log/app.log | grep -q ready',
      'tail -f --pid=1 /var/log/app.log',
      'timeout 5 tail -f /var/log/app.log',
      'if [ -n "$DEBUG" ]; then sleep infinity; fi',
      'exit 0; sleep infinity',
      'test -f /ready || sleep infinity',
      'cat > /scripts/run.sh <<"EOF"\nwhile true; do date; sleep 5; done\nEOF\nchmod +x /scripts/run.sh',
      "echo '#!/bin/sh\nwhile true; do date; done' > /scripts/run.sh",
      '# while true; do date; done',
    ].map((script) => ({ what: script, spec: endless(script) })),
    {
      what: 'a sidecar is meant to run on',
      spec: { initContainers: [{ ...sidecar, ...sh('sleep infinity') }], containers: [app] },
    },
    { what: 'an app container too', spec: { containers: [{ ...app, ...sh('sleep infinity') }] } },
  ],
  'git-repo-volume': [
    {
      what: 'gone for good since 1.36',
      spec: mounted({ name: 'site', gitRepo: { repository: 'r' } }),
      found: {
        '/spec/volumes/0/gitRepo':
          'Volume site is a gitRepo: the driver is gone, so no container of the Pod starts.',
      },
    },
    {
      what: 'off since 1.33',
      options: at('1.33'),
      spec: mounted({ name: 'site', gitRepo: { repository: 'r' } }),
      found: {
        '/spec/volumes/0/gitRepo':
          'Volume site is a gitRepo: unless the kubelet turns GitRepoVolumeDriver on, no container of the Pod starts.',
      },
    },
    {
      what: 'worked before',
      options: at('1.32'),
      spec: mounted({ name: 'site', gitRepo: { repository: 'r' } }),
    },
    {
      what: 'nobody mounts it, and the kubelet leaves it alone',
      spec: { containers: [app], volumes: [{ name: 'site', gitRepo: { repository: 'r' } }] },
    },
  ],
  'long-qualified-hostname': [
    {
      what: '64 characters: 34 and 3, .default.svc.cluster.local, and a dot',
      spec: { ...fqdn, hostname: 'h'.repeat(34), subdomain: 'sub' },
    },
    {
      what: 'one more',
      spec: { ...fqdn, hostname: 'h'.repeat(35), subdomain: 'sub' },
      found: {
        '/spec/setHostnameAsFQDN':
          'The fully qualified hostname has at least 65 characters where the cluster domain is cluster.local; the kernel holds 64, so the Pod never starts.',
      },
    },
    {
      what: 'a generated name counts with what is known of it',
      given: { kind: 'Deployment', name: 'd'.repeat(30) },
      spec: { subdomain: 'sub', setHostnameAsFQDN: true, containers: [app] },
      found: {
        '/spec/template/spec/setHostnameAsFQDN':
          'The fully qualified hostname has at least 68 characters where the cluster domain is cluster.local; the kernel holds 64, so the Pod never starts.',
      },
    },
    {
      what: 'the serviceName of a StatefulSet is the subdomain',
      given: { kind: 'StatefulSet', name: 's'.repeat(35), workload: { serviceName: 'hs' } },
      spec: { setHostnameAsFQDN: true, containers: [app] },
      found: {
        '/spec/template/spec/setHostnameAsFQDN':
          'The fully qualified hostname has at least 66 characters where the cluster domain is cluster.local; the kernel holds 64, so the Pod never starts.',
      },
    },
    {
      what: 'a StatefulSet writes over the subdomain of its template',
      given: { kind: 'StatefulSet', name: 's'.repeat(35), workload: {} },
      spec: { subdomain: 'sub', setHostnameAsFQDN: true, containers: [app] },
    },
    {
      what: 'the namespace counts',
      options: { namespace: 'd' },
      spec: { ...fqdn, hostname: 'h'.repeat(37) },
    },
    { what: 'short', spec: { ...fqdn, hostname: 'web' } },
    { what: 'not asked for', spec: { ...fqdn, setHostnameAsFQDN: false } },
    { what: 'hostNetwork: the hostname is the node’s', spec: { ...fqdn, hostNetwork: true } },
    {
      what: 'no subdomain: no domain',
      spec: { hostname: fqdn.hostname, setHostnameAsFQDN: true, containers: [app] },
    },
  ],
  'missing-sub-path-variable': [
    {
      what: 'no such variable',
      spec: logs({}),
      found: {
        '/spec/containers/0/volumeMounts/0/subPathExpr':
          'app does not set POD, which subPathExpr needs: the container is never created.',
      },
    },
    {
      what: 'an empty one is as bad',
      spec: logs({ env: [{ name: 'POD', value: '' }] }),
      found: {
        '/spec/containers/0/volumeMounts/0/subPathExpr':
          'app does not set POD, which subPathExpr needs: the container is never created.',
      },
    },
    { what: 'a literal', spec: logs({ env: [{ name: 'POD', value: 'x' }] }) },
    {
      what: 'a field',
      spec: logs({ env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
    },
    { what: 'envFrom may set it', spec: logs({ envFrom: [{ configMapRef: { name: 'c' } }] }) },
    {
      what: 'a variable of a Service',
      spec: {
        containers: [
          {
            ...app,
            volumeMounts: [{ name: 'logs', mountPath: '/logs', subPathExpr: '$(KUBERNETES_SERVICE_HOST)' }],
          },
        ],
        volumes: [claim('logs', 'logs')],
      },
    },
    {
      what: 'too long to be a path',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ name: 'logs', mountPath: '/logs', subPathExpr: '$(A)'.repeat(2000) }] },
        ],
        volumes: [claim('logs', 'logs')],
      },
    },
  ],
  'node-sysctl': [
    {
      what: 'vm.max_map_count',
      spec: sysctl('vm.max_map_count'),
      found: {
        '/spec/securityContext/sysctls/0/name':
          'vm.max_map_count belongs to the node, not to a namespace of the Pod: every kubelet refuses the Pod.',
      },
    },
    {
      what: 'user.* before 1.37',
      options: at('1.36'),
      spec: sysctl('user.max_user_namespaces'),
      found: {
        '/spec/securityContext/sysctls/0/name':
          'user.max_user_namespaces belongs to the node, not to a namespace of the Pod: every kubelet refuses the Pod.',
      },
    },
    { what: 'user.* since 1.37', spec: sysctl('user.max_user_namespaces') },
    { what: 'net.*, spelled with slashes', spec: sysctl('net/core/somaxconn') },
    { what: 'System V IPC', spec: sysctl('kernel.shmmax') },
    { what: 'Windows', spec: { ...sysctl('vm.max_map_count'), os: { name: 'windows' } } },
  ],
  'removed-volume-type': [
    {
      what: 'every removed kind',
      spec: mounted(
        { name: 'a', photonPersistentDisk: {} },
        { name: 'b', scaleIO: {} },
        { name: 'c', flocker: {} },
        { name: 'd', storageos: {} },
        { name: 'e', quobyte: {} },
        { name: 'f', glusterfs: {} },
        { name: 'g', cephfs: {} },
        { name: 'h', rbd: {} },
      ),
      found: Object.fromEntries(
        (
          [
            ['a', 'photonPersistentDisk', 16],
            ['b', 'scaleIO', 22],
            ['c', 'flocker', 25],
            ['d', 'storageos', 25],
            ['e', 'quobyte', 25],
            ['f', 'glusterfs', 26],
            ['g', 'cephfs', 31],
            ['h', 'rbd', 31],
          ] as const
        ).map(([name, type, minor], i) => [
          `/spec/volumes/${i}/${type}`,
          `Volume ${name} is of kind ${type}, which is gone since Kubernetes 1.${minor}: no container of the Pod starts.`,
        ]),
      ),
    },
    {
      what: 'cephfs and rbd worked until 1.30',
      options: at('1.30'),
      spec: mounted({ name: 'a', cephfs: {} }, { name: 'b', rbd: {} }),
    },
    {
      what: 'a kind that is there',
      spec: mounted({ name: 'a', nfs: { server: 's' } }),
    },
    {
      what: 'nobody mounts it, and the kubelet leaves it alone',
      spec: { containers: [app], volumes: [{ name: 'a', rbd: {} }] },
    },
  ],
  'target-init-container': [
    {
      what: 'it has ended',
      spec: {
        initContainers: [init],
        containers: [app],
        ephemeralContainers: [{ ...debug, targetContainerName: 'setup' }],
      },
      found: {
        '/spec/ephemeralContainers/0/targetContainerName':
          'debug targets init container setup: it starts only while that runs, and never once it has ended.',
      },
    },
    {
      what: 'a sidecar runs on',
      spec: {
        initContainers: [sidecar],
        containers: [app],
        ephemeralContainers: [{ ...debug, targetContainerName: 'proxy' }],
      },
    },
    {
      what: 'the target is ignored where processes are shared',
      spec: {
        shareProcessNamespace: true,
        initContainers: [init],
        containers: [app],
        ephemeralContainers: [{ ...debug, targetContainerName: 'setup' }],
      },
    },
  ],
  'unsafe-sysctl': [
    {
      what: 'needs the permission of the kubelet',
      spec: sysctl('net.core.somaxconn'),
      found: {
        '/spec/securityContext/sysctls/0/name':
          'net.core.somaxconn is not among the safe sysctls of Kubernetes 1.37: a kubelet that does not allow it refuses the Pod.',
      },
    },
    {
      what: 'safe since 1.32 only',
      options: at('1.31'),
      spec: sysctl('net/ipv4/tcp_rmem'),
      found: {
        '/spec/securityContext/sysctls/0/name':
          'net.ipv4.tcp_rmem is not among the safe sysctls of Kubernetes 1.31: a kubelet that does not allow it refuses the Pod.',
      },
    },
    { what: 'safe', options: at('1.32'), spec: sysctl('net.ipv4.tcp_rmem') },
    {
      what: 'in the network of the node, which the API server refuses',
      spec: { ...sysctl('net.core.somaxconn'), hostNetwork: true },
    },
    { what: 'of the node, which is another matter', spec: sysctl('vm.swappiness') },
    { what: 'Windows', spec: { ...sysctl('net.core.somaxconn'), os: { name: 'windows' } } },
  ],
};

testRows(neverStarts, tables);
