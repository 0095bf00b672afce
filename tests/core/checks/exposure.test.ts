import { exposure } from '../../../src/core/checks/exposure/index.ts';
import type { SecurityContext } from '../../support/check-rows.ts';
import { app, init, mount, other, type Rows, sidecar, testRows } from '../../support/check-rows.ts';

const secure = (securityContext: SecurityContext) => ({ containers: [{ ...app, securityContext }] });
const add = (...names: string[]) => ({ capabilities: { add: names } });
const windows = { os: { name: 'windows' } };
const node = (path: string, more: object = {}) => ({
  containers: [{ ...app, volumeMounts: [{ ...mount('node', '/node'), ...more }] }],
  volumes: [{ name: 'node', hostPath: { path } }],
});
const readOnly = { readOnly: true };
const hostPath = '/spec/volumes/0/hostPath/path';
const socket = (path: string) => ({
  [hostPath]: `Volume node shows app ${path} of the node, where the container runtime listens: that is control over the node, even if the mount is read-only.`,
});
const secret = {
  env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
};
const user = (uid: number) => ({ securityContext: { runAsUser: uid, runAsGroup: uid } });
const pids = (a: object, b: object, more: object = {}) => ({
  shareProcessNamespace: true,
  containers: [
    { ...app, ...a },
    { ...other, ...b },
  ],
  ...more,
});
const readsSecrets = {
  '/spec/shareProcessNamespace':
    'other reads the Secrets of app (its environment or its volumes) in /proc, because they share the PID namespace.',
};
const mayReadSecrets = {
  '/spec/shareProcessNamespace':
    'other may read, if the images run as fitting users, the Secrets of app (its environment or its volumes) in /proc, because they share the PID namespace.',
};
const baseline = 'The Pod passes Pod Security level baseline of Kubernetes 1.37. For restricted it needs: ';

const tables: Rows = {
  'bidirectional-propagation': [
    {
      what: 'a privileged container',
      spec: {
        containers: [
          {
            ...app,
            securityContext: { privileged: true },
            volumeMounts: [{ ...mount('data', '/data'), mountPropagation: 'Bidirectional' }],
          },
        ],
        volumes: [{ name: 'data' }],
      },
      found: {
        '/spec/containers/0/volumeMounts/0/mountPropagation':
          'Mounts that app makes in volume data appear on the node and stay there.',
      },
    },
    {
      what: 'refused for any other',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ ...mount('data', '/data'), mountPropagation: 'Bidirectional' }] },
        ],
        volumes: [{ name: 'data' }],
      },
    },
  ],
  'host-ipc': [
    {
      what: 'true',
      spec: { hostIPC: true, containers: [app] },
      found: {
        '/spec/hostIPC':
          "hostIPC is true: all containers use the node's IPC namespace and the node's /dev/shm.",
      },
    },
    { what: 'false', spec: { hostIPC: false, containers: [app] } },
  ],
  'host-network': [
    {
      what: 'true',
      spec: { hostNetwork: true, containers: [app] },
      found: {
        '/spec/hostNetwork':
          "hostNetwork is true: all containers use the node's network, its addresses, its ports and its loopback.",
      },
    },
    { what: 'false', spec: { hostNetwork: false, containers: [app] } },
    { what: 'on Windows', spec: { ...windows, hostNetwork: true, containers: [app] } },
    {
      what: 'HostProcess',
      spec: {
        ...windows,
        hostNetwork: true,
        securityContext: { windowsOptions: { hostProcess: true } },
        containers: [app],
      },
      found: {
        '/spec/hostNetwork':
          "hostNetwork is true: all containers use the node's network, its addresses, its ports and its loopback.",
      },
    },
  ],
  'host-pid': [
    {
      what: 'true',
      spec: { hostPID: true, containers: [app] },
      found: {
        '/spec/hostPID': "hostPID is true: all containers see the node's processes, and each other's.",
      },
    },
    { what: 'false', spec: { hostPID: false, containers: [app] } },
  ],
  'host-process': [
    {
      what: 'the Pod',
      spec: { ...windows, securityContext: { windowsOptions: { hostProcess: true } }, containers: [app] },
      found: {
        '/spec/securityContext/windowsOptions/hostProcess':
          'hostProcess is true: the containers are processes of the node, with its network and its files.',
      },
    },
    {
      what: 'each container: told once',
      spec: {
        ...windows,
        containers: [
          { ...app, securityContext: { windowsOptions: { hostProcess: true } } },
          { ...other, securityContext: { windowsOptions: { hostProcess: true } } },
        ],
      },
      found: {
        '/spec/containers/0/securityContext/windowsOptions/hostProcess':
          'hostProcess is true: the containers are processes of the node, with its network and its files.',
      },
    },
    { what: 'false', spec: { ...windows, ...secure({ windowsOptions: { hostProcess: false } }) } },
  ],
  'network-capability': [
    {
      what: 'an init container for all; NET_ADMIN before NET_RAW',
      spec: {
        initContainers: [{ ...init, securityContext: add('NET_RAW', 'CAP_NET_ADMIN') }],
        containers: [{ ...app, securityContext: add('NET_RAW') }],
      },
      found: {
        '/spec/initContainers/0/securityContext/capabilities/add/1':
          'setup has NET_ADMIN: it changes addresses, routes and firewall rules for all containers of the Pod, because they share one network.',
        '/spec/containers/0/securityContext/capabilities/add/0':
          'app has NET_RAW: it listens to and forges packets for all containers of the Pod, because they share one network.',
      },
    },
    {
      what: 'for the node',
      spec: { hostNetwork: true, ...secure(add('ALL')) },
      found: {
        '/spec/containers/0/securityContext/capabilities/add/0':
          'app has NET_ADMIN: it changes addresses, routes and firewall rules for the node, because they share one network.',
      },
    },
    { what: 'alone', spec: secure(add('NET_ADMIN')) },
    {
      what: 'without effect',
      spec: { containers: [{ ...app, securityContext: { runAsUser: 1, ...add('NET_ADMIN') } }, other] },
    },
    {
      what: 'privileged is another matter',
      spec: { containers: [{ ...app, securityContext: { privileged: true, ...add('NET_ADMIN') } }, other] },
    },
    { what: 'another capability', spec: { containers: [{ ...app, securityContext: add('CHOWN') }, other] } },
  ],
  'pod-security-level': [
    {
      what: 'privileged',
      spec: {
        hostNetwork: true,
        hostPID: true,
        containers: [{ ...app, ports: [{ containerPort: 80 }] }],
      },
      found: {
        '/spec/hostNetwork':
          "The Pod passes Pod Security level privileged of Kubernetes 1.37. For baseline it needs: no namespace of the node's (hostNetwork and 1 more); no hostPort (containers[0].ports[0].containerPort).",
      },
    },
    {
      what: 'an annotation of the template',
      given: {
        kind: 'Deployment',
        metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' } },
      },
      spec: { containers: [app] },
      found: {
        '/spec/template/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1app':
          'The Pod passes Pod Security level privileged of Kubernetes 1.37. For baseline it needs: an AppArmor profile that confines (spec.template.metadata.annotations.container.apparmor.security.beta.kubernetes.io/app).',
      },
    },
    {
      what: 'baseline',
      spec: { containers: [app, other] },
      found: {
        '/spec/containers/0': `${baseline}allowPrivilegeEscalation false (containers[0].securityContext.allowPrivilegeEscalation and 1 more); capabilities.drop with ALL, and at most NET_BIND_SERVICE added (containers[0].securityContext.capabilities.drop and 1 more); runAsNonRoot true (containers[0].securityContext.runAsNonRoot and 1 more); seccompProfile.type RuntimeDefault or Localhost (containers[0].securityContext.seccompProfile and 1 more).`,
      },
    },
    {
      what: 'restricted',
      options: { kubernetesVersion: '1.30' },
      spec: {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        ...secure({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }),
      },
      found: {
        '/spec': 'The Pod passes Pod Security level restricted of Kubernetes 1.30, the strictest.',
      },
    },
  ],
  'privileged-container': [
    {
      what: 'alone',
      spec: secure({ privileged: true }),
      found: {
        '/spec/containers/0/securityContext/privileged': 'app is privileged: it can take over the node.',
      },
    },
    {
      what: 'next to others',
      spec: { initContainers: [{ ...init, securityContext: { privileged: true } }], containers: [app] },
      found: {
        '/spec/initContainers/0/securityContext/privileged':
          'setup is privileged: it can take over the node, and with it the other containers of the Pod.',
      },
    },
    { what: 'not', spec: secure({ privileged: false }) },
    { what: 'Windows', spec: { ...windows, ...secure({ privileged: true }) } },
  ],
  'ptrace-capability': [
    {
      what: 'all containers',
      spec: pids({}, { securityContext: add('SYS_PTRACE') }),
      found: {
        '/spec/containers/1/securityContext/capabilities/add/0':
          'other has SYS_PTRACE and shares the PID namespace: it looks into the processes of all containers, and changes them.',
      },
    },
    {
      what: 'the node',
      spec: { hostPID: true, ...secure(add('KILL', 'SYS_PTRACE')) },
      found: {
        '/spec/containers/0/securityContext/capabilities/add/1':
          'app has SYS_PTRACE and shares the PID namespace: it looks into the processes of the node, and changes them.',
      },
    },
    {
      what: 'a capability the kernel does not ask for',
      spec: pids({}, { securityContext: add('SYS_ADMIN') }),
    },
    { what: 'processes of its own', spec: secure(add('SYS_PTRACE')) },
    { what: 'alone', spec: { shareProcessNamespace: true, ...secure(add('SYS_PTRACE')) } },
    { what: 'without effect', spec: pids({}, { securityContext: { runAsUser: 1, ...add('SYS_PTRACE') } }) },
  ],
  'runtime-socket': [
    ...['/var/run/docker.sock', '/run/containerd', '/run', '/var/run', '/run/crio/crio.sock'].map((path) => ({
      what: path,
      spec: node(path, readOnly),
      found: socket(path),
    })),
    {
      what: 'by subPath, seen by two',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ ...mount('node', '/n'), subPath: 'docker.sock' }] },
          { ...other, volumeMounts: [{ ...mount('node', '/n'), subPath: 'containerd/containerd.sock' }] },
        ],
        volumes: [{ name: 'node', hostPath: { path: '/var/run/' } }],
      },
      found: {
        [hostPath]:
          'Volume node shows app and other /var/run/docker.sock of the node, where the container runtime listens: that is control over the node, even if the mount is read-only.',
      },
    },
    {
      what: 'Windows',
      spec: { ...windows, ...node('\\\\.\\pipe\\containerd-containerd') },
      found: socket('\\\\.\\pipe\\containerd-containerd'),
    },
    { what: 'another file there', spec: node('/run/xtables.lock') },
    { what: 'a part without it', spec: node('/var/run', { subPath: 'netns' }) },
    {
      what: 'not mounted',
      spec: { containers: [app], volumes: [{ name: 'a', hostPath: { path: '/run' } }] },
    },
  ],
  'sensitive-host-path': [
    {
      what: 'the root',
      spec: node('/'),
      found: {
        [hostPath]: 'Volume node shows app / of the node, writable: who uses it as root takes the node over.',
      },
    },
    {
      what: 'read-only',
      spec: node('//', readOnly),
      found: {
        [hostPath]:
          'Volume node shows app / of the node, read-only: who uses it as root reads every file on the node, the credentials of its kubelet and the Secrets of all its Pods among them.',
      },
    },
    {
      what: 'below',
      spec: node('/etc/cni/net.d'),
      found: {
        [hostPath]:
          'Volume node shows app /etc/cni/net.d of the node, writable: who uses it changes the configuration of the node, and with it what the node runs.',
      },
    },
    ...(
      [
        ['/var/lib/docker', 'reads the file systems of all containers on the node'],
        ['/var/lib/docker/overlay2/ab/merged', 'reads the file systems of all containers on the node'],
        [
          '/var/lib/docker/containers',
          'reads the logs of all containers on the node and their configuration, environment variables among it',
        ],
      ] as const
    ).map(([path, what]) => ({
      what: path,
      spec: node(path, readOnly),
      found: { [hostPath]: `Volume node shows app ${path} of the node, read-only: who uses it ${what}.` },
    })),
    {
      what: 'above, by subPath',
      spec: node('/var/lib', { subPath: 'kubelet', ...readOnly }),
      found: {
        [hostPath]:
          "Volume node shows app /var/lib/kubelet of the node, read-only: who uses it reads the kubelet's credentials.",
      },
    },
    {
      what: 'the container that may write decides',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ ...mount('node', '/n'), ...readOnly }] },
          { ...other, volumeMounts: [mount('node', '/n')] },
        ],
        volumes: [{ name: 'node', hostPath: { path: '/boot' } }],
      },
      found: {
        [hostPath]:
          'Volume node shows app and other /boot of the node, writable: who uses it changes the kernel that the node starts next.',
      },
    },
    ...['/lib/modules', '/sys', '/boot', '/etc/os-release', '/usr/share/zoneinfo', '/proc/sys/net'].map(
      (path) => ({
        what: `${path}, read-only`,
        spec: node(path, readOnly),
      }),
    ),
    ...['/etc/localtime', '/srv/data', '/run/xtables.lock', '/var/lib/data', '/dev/kvm', '/etcetera'].map(
      (path) => ({
        what: path,
        spec: node(path),
      }),
    ),
    { what: 'not mounted', spec: { containers: [app], volumes: [{ name: 'a', hostPath: { path: '/' } }] } },
  ],
  'shared-pid': [
    {
      what: 'two containers',
      spec: pids({}, {}),
      found: {
        '/spec/shareProcessNamespace':
          "shareProcessNamespace is true: the containers see each other's processes, and PID 1 is the pause process.",
      },
    },
    { what: 'one', spec: { shareProcessNamespace: true, containers: [app] } },
    { what: 'false', spec: { shareProcessNamespace: false, containers: [app, other] } },
  ],
  'shared-pid-with-secrets': [
    {
      what: 'one user',
      spec: pids({ ...secret, ...user(1) }, user(1)),
      found: readsSecrets,
    },
    {
      what: 'one image, a Secret volume',
      spec: pids(
        { volumeMounts: [mount('s', '/s')] },
        {},
        { volumes: [{ name: 's', secret: { secretName: 's' } }] },
      ),
      found: readsSecrets,
    },
    {
      what: 'a projected Secret, other images',
      spec: pids(
        { image: 'nginx', volumeMounts: [mount('s', '/s')] },
        {},
        { volumes: [{ name: 's', projected: { sources: [{ secret: { name: 's' } }] } }] },
      ),
      found: mayReadSecrets,
    },
    {
      what: 'envFrom, other images',
      spec: pids({ image: 'nginx', envFrom: [{ secretRef: { name: 's' } }] }, {}),
      found: mayReadSecrets,
    },
    {
      what: 'a certain reader before a possible one, with hostPID',
      spec: {
        hostPID: true,
        initContainers: [sidecar],
        containers: [
          { ...app, ...secret, ...user(1) },
          { ...other, ...user(1) },
        ],
      },
      found: {
        '/spec/hostPID': readsSecrets['/spec/shareProcessNamespace'],
      },
    },
    { what: 'two users', spec: pids({ ...secret, ...user(1) }, user(2)) },
    { what: 'no Secrets', spec: pids(user(1), user(1)) },
    { what: 'processes of their own', spec: { containers: [{ ...app, ...secret }, other] } },
    {
      what: 'an init container has ended',
      spec: { shareProcessNamespace: true, initContainers: [init], containers: [{ ...app, ...secret }] },
    },
  ],
};

testRows(exposure, tables);
