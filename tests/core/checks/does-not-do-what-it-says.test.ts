import { doesNotDoWhatItSays } from '../../../src/core/checks/does-not-do-what-it-says/index.ts';
import {
  app,
  at,
  debug,
  init,
  mount,
  other,
  type Rows,
  sidecar,
  testRows,
} from '../../support/check-rows.ts';

const rootless = (more: object) => ({
  containers: [{ ...app, securityContext: { runAsUser: 1000, ...more } }],
});
const add = (...names: string[]) => ({ capabilities: { add: names } });
const cap = '/spec/containers/0/securityContext/capabilities';
const deployment = (replicas?: number) => ({
  kind: 'Deployment',
  workload: replicas === undefined ? {} : { replicas },
});
const hostPort = { ports: [{ containerPort: 80, hostPort: 8080 }] };
const unused = { name: 'a', mountPath: '/a' };

const tables: Rows = {
  'capability-without-root': [
    {
      what: 'a file capability may still help',
      spec: rootless(add('CAP_SYS_TIME', 'NET_ADMIN')),
      found: {
        [`${cap}/add`]:
          'app does not run as root, so adding SYS_TIME and 1 more has no effect, unless the file of its program carries it.',
      },
    },
    {
      what: 'not without privilege escalation',
      spec: rootless({ ...add('SYS_TIME'), allowPrivilegeEscalation: false }),
      found: { [`${cap}/add`]: 'app does not run as root, so adding SYS_TIME has no effect.' },
    },
    {
      what: 'a low port, for which it is not needed',
      spec: rootless(add('NET_ADMIN', 'CAP_NET_BIND_SERVICE')),
      found: {
        [`${cap}/add`]:
          'app does not run as root, so adding NET_ADMIN and 1 more has no effect, unless the file of its program carries it. To listen on a port below 1024 it needs no capability: containerd opens those to every user.',
      },
    },
    {
      what: 'a low port of the node',
      spec: { ...rootless(add('NET_BIND_SERVICE')), hostNetwork: true },
      found: {
        [`${cap}/add`]:
          'app does not run as root, so adding NET_BIND_SERVICE has no effect, unless the file of its program carries it.',
      },
    },
    {
      what: 'a low port under CRI-O',
      options: { runtime: 'cri-o' },
      spec: { ...rootless({ ...add('NET_BIND_SERVICE'), allowPrivilegeEscalation: false }) },
      found: { [`${cap}/add`]: 'app does not run as root, so adding NET_BIND_SERVICE has no effect.' },
    },
    {
      what: 'runAsNonRoot of the Pod, an init container',
      spec: {
        securityContext: { runAsNonRoot: true },
        initContainers: [{ ...init, securityContext: add('KILL') }],
        containers: [app],
      },
      found: {
        '/spec/initContainers/0/securityContext/capabilities/add':
          'setup does not run as root, so adding KILL has no effect, unless the file of its program carries it.',
      },
    },
    {
      what: 'root',
      spec: { containers: [{ ...app, securityContext: { runAsUser: 0, ...add('SYS_TIME') } }] },
    },
    { what: 'the image decides', spec: { containers: [{ ...app, securityContext: add('SYS_TIME') }] } },
    { what: 'nothing added', spec: rootless({ capabilities: { drop: ['ALL'] } }) },
    { what: 'Windows', spec: { ...rootless(add('SYS_TIME')), os: { name: 'windows' } } },
  ],
  'cluster-dns-with-host-network': [
    {
      what: 'falls back to the DNS of the node',
      spec: { hostNetwork: true, dnsPolicy: 'ClusterFirst', containers: [app] },
      found: {
        '/spec/dnsPolicy':
          'dnsPolicy: ClusterFirst has no effect, because hostNetwork is true: the DNS of the node is used.',
      },
    },
    {
      what: 'the policy made for it',
      spec: { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet', containers: [app] },
    },
    { what: 'not asked for', spec: { hostNetwork: true, containers: [app] } },
    {
      what: 'the API server has written the default',
      given: { isStored: true },
      spec: { hostNetwork: true, dnsPolicy: 'ClusterFirst', containers: [app] },
    },
    { what: 'a network of its own', spec: { dnsPolicy: 'ClusterFirst', containers: [app] } },
  ],
  'drop-on-privileged': [
    {
      what: 'drops nothing',
      spec: {
        containers: [{ ...app, securityContext: { privileged: true, capabilities: { drop: ['ALL'] } } }],
      },
      found: { [`${cap}/drop`]: 'app is privileged, so it keeps every capability, whatever it drops.' },
    },
    {
      what: 'not privileged',
      spec: { containers: [{ ...app, securityContext: { capabilities: { drop: ['ALL'] } } }] },
    },
    {
      what: 'drops none',
      spec: { containers: [{ ...app, securityContext: { privileged: true, ...add('KILL') } }] },
    },
  ],
  'feature-off': [
    {
      what: 'in 1.30',
      options: at('1.30'),
      spec: {
        hostUsers: false,
        hostnameOverride: 'web',
        containers: [
          {
            ...app,
            volumeMounts: [{ ...unused, readOnly: true, recursiveReadOnly: 'IfPossible' }],
            env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'b', path: 'p', key: 'A' } } }],
          },
        ],
        volumes: [{ name: 'a', image: { reference: 'r' } }, { name: 'b' }],
      },
      found: {
        '/spec/hostUsers':
          'hostUsers needs UserNamespacesSupport, which is off by default in Kubernetes 1.30: the containers are in the user namespace of the node. It is on since 1.33.',
        '/spec/hostnameOverride':
          'hostnameOverride needs HostnameOverride, which is off by default in Kubernetes 1.30: the hostname is what it would be without it. It is on since 1.35.',
        '/spec/volumes/0/image':
          'image needs ImageVolume, which is off by default in Kubernetes 1.30: the volume and its mounts are dropped, and the containers start without the files. It is on since 1.35.',
        '/spec/containers/0/volumeMounts/0/recursiveReadOnly':
          'recursiveReadOnly needs RecursiveReadOnlyMounts, which is off by default in Kubernetes 1.30: what is mounted below the volume stays writable. It is on since 1.31.',
        '/spec/containers/0/env/0/valueFrom/fileKeyRef':
          'fileKeyRef needs EnvFiles, which is off by default in Kubernetes 1.30: the variable is left without a source. It is on since 1.35.',
      },
    },
    {
      what: 'all on in 1.36',
      options: at('1.36'),
      spec: {
        hostUsers: false,
        hostnameOverride: 'web',
        containers: [{ ...app, volumeMounts: [{ ...unused, recursiveReadOnly: 'Enabled', readOnly: true }] }],
        volumes: [{ name: 'a', image: { reference: 'r' } }],
      },
    },
    {
      what: 'still off in 1.37',
      spec: {
        containers: [{ ...app, volumeMounts: [{ ...unused, bindMountOptions: ['noexec'] }] }],
        volumes: [{ name: 'a', emptyDir: { mode: 448 } }],
      },
      found: {
        '/spec/volumes/0/emptyDir/mode':
          'mode needs EmptyDirVolumeMode, which is off by default in Kubernetes 1.37: the directory has the mode 0777.',
        '/spec/containers/0/volumeMounts/0/bindMountOptions':
          'bindMountOptions needs VolumeBindMountOptions, which is off by default in Kubernetes 1.37: the mount has its usual options.',
      },
    },
    {
      what: 'what is as without the field',
      options: at('1.30'),
      spec: {
        hostUsers: true,
        containers: [{ ...app, volumeMounts: [{ ...unused, recursiveReadOnly: 'Disabled' }] }],
        volumes: [{ name: 'a' }],
      },
    },
  ],
  'fqdn-without-subdomain': [
    {
      what: 'stays short',
      spec: { setHostnameAsFQDN: true, containers: [app] },
      found: {
        '/spec/setHostnameAsFQDN':
          'setHostnameAsFQDN has no effect, because there is no subdomain: the hostname stays short.',
      },
    },
    { what: 'with a subdomain', spec: { setHostnameAsFQDN: true, subdomain: 's', containers: [app] } },
    {
      what: 'a StatefulSet sets the subdomain',
      given: { kind: 'StatefulSet', workload: { serviceName: 'web' } },
      spec: { setHostnameAsFQDN: true, containers: [app] },
    },
    {
      what: 'a StatefulSet without a Service empties it',
      given: { kind: 'StatefulSet', apiVersion: 'apps/v1' },
      spec: { setHostnameAsFQDN: true, subdomain: 's', containers: [app] },
      found: {
        '/spec/template/spec/setHostnameAsFQDN':
          'setHostnameAsFQDN has no effect, because there is no subdomain: the hostname stays short.',
      },
    },
    {
      what: 'an operator may',
      given: { kind: 'JobSet', apiVersion: 'jobset.x-k8s.io/v1alpha2' },
      spec: { setHostnameAsFQDN: true, containers: [app] },
    },
    { what: 'false', spec: { setHostnameAsFQDN: false, containers: [app] } },
  ],
  'fs-group-on-host-path': [
    {
      what: 'no volume it works on',
      spec: {
        securityContext: { fsGroup: 2000 },
        containers: [{ ...app, volumeMounts: [unused] }],
        volumes: [{ name: 'a', hostPath: { path: '/srv' } }],
      },
      found: {
        '/spec/securityContext/fsGroup':
          'fsGroup does not change who owns volume a, a hostPath, and there is no volume it works on.',
      },
    },
    {
      what: 'one it works on',
      spec: {
        securityContext: { fsGroup: 2000 },
        containers: [{ ...app, volumeMounts: [unused] }],
        volumes: [{ name: 'a', hostPath: { path: '/srv' } }, { name: 'b' }],
      },
    },
    {
      what: 'the claims of a StatefulSet',
      given: { kind: 'StatefulSet', workload: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } },
      spec: {
        securityContext: { fsGroup: 2000 },
        containers: [{ ...app, volumeMounts: [unused, mount('data', '/data')] }],
        volumes: [{ name: 'a', hostPath: { path: '/srv' } }],
      },
    },
    { what: 'no volumes', spec: { securityContext: { fsGroup: 2000 }, containers: [app] } },
    {
      what: 'no fsGroup',
      spec: {
        containers: [{ ...app, volumeMounts: [unused] }],
        volumes: [{ name: 'a', hostPath: { path: '/srv' } }],
      },
    },
  ],
  'host-ip-without-host-port': [
    {
      what: 'of any container',
      spec: {
        initContainers: [{ ...sidecar, ports: [{ containerPort: 80, hostIP: '127.0.0.1' }] }],
        containers: [app],
      },
      found: {
        '/spec/initContainers/0/ports/0/hostIP':
          'hostIP has no effect on port 80 of proxy: there is no hostPort.',
      },
    },
    {
      what: 'with a hostPort',
      spec: { containers: [{ ...app, ports: [{ containerPort: 80, hostPort: 80, hostIP: '127.0.0.1' }] }] },
    },
    {
      what: 'hostNetwork gives it a hostPort',
      spec: {
        hostNetwork: true,
        containers: [{ ...app, ports: [{ containerPort: 80, hostIP: '127.0.0.1' }] }],
      },
    },
  ],
  'hostname-override-cut': [
    {
      what: '64 characters',
      spec: { hostnameOverride: 'h'.repeat(64), containers: [app] },
      found: { '/spec/hostnameOverride': 'hostnameOverride has 64 characters; the hostname is cut to 63.' },
    },
    { what: '63 characters', spec: { hostnameOverride: 'h'.repeat(63), containers: [app] } },
    { what: 'more is refused', spec: { hostnameOverride: 'h'.repeat(65), containers: [app] } },
    {
      what: 'not there before 1.35',
      options: at('1.34'),
      spec: { hostnameOverride: 'h'.repeat(64), containers: [app] },
    },
  ],
  'hostname-with-host-network': [
    {
      what: 'the hostname of the node',
      spec: { hostNetwork: true, hostname: 'web', containers: [app] },
      found: {
        '/spec/hostname':
          "hostname does not set the hostname, because hostNetwork is true: all containers see the node's.",
      },
    },
    {
      what: 'as FQDN',
      spec: { hostNetwork: true, setHostnameAsFQDN: true, containers: [app] },
      found: {
        '/spec/setHostnameAsFQDN':
          "setHostnameAsFQDN does not set the hostname, because hostNetwork is true: all containers see the node's.",
      },
    },
    {
      what: 'a subdomain still names the Pod in DNS',
      spec: { hostNetwork: true, subdomain: 's', containers: [app] },
    },
    { what: 'a network of its own', spec: { hostname: 'web', containers: [app] } },
    {
      what: 'Windows',
      spec: { hostNetwork: true, hostname: 'web', os: { name: 'windows' }, containers: [app] },
    },
  ],
  'ignored-target': [
    ...(['hostPID', 'shareProcessNamespace'] as const).map((field) => ({
      what: field,
      spec: {
        [field]: true,
        containers: [app],
        ephemeralContainers: [{ ...debug, targetContainerName: 'app' }],
      },
      found: {
        '/spec/ephemeralContainers/0/targetContainerName': `The target of debug is ignored, because ${field} is true: debug sees the processes of all containers.`,
      },
    })),
    {
      what: 'counts where each has its own',
      spec: { containers: [app], ephemeralContainers: [{ ...debug, targetContainerName: 'app' }] },
    },
    { what: 'no target', spec: { hostPID: true, containers: [app], ephemeralContainers: [debug] } },
  ],
  'restart-always-app-container': [
    {
      what: 'in a Pod that restarts anyway',
      spec: { containers: [app, { ...other, restartPolicy: 'Always' }] },
      found: {
        '/spec/containers/1/restartPolicy':
          'restartPolicy: Always does not make other a sidecar, because it is in containers.',
      },
    },
    {
      what: 'in a Job',
      given: { kind: 'Job' },
      spec: { restartPolicy: 'Never', containers: [app, { ...other, restartPolicy: 'Always' }] },
      found: {
        '/spec/template/spec/containers/1/restartPolicy':
          'restartPolicy: Always does not make other a sidecar, because it is in containers. It is restarted whenever it ends, so the Pod never completes.',
      },
    },
    { what: 'a sidecar', spec: { initContainers: [sidecar], containers: [app] } },
    { what: 'another policy', spec: { containers: [{ ...app, restartPolicy: 'Never' }] } },
    {
      what: 'refused before 1.35',
      options: at('1.34'),
      spec: { containers: [{ ...app, restartPolicy: 'Always' }] },
    },
  ],
  'template-hostname': [
    {
      what: 'replicas',
      given: deployment(2),
      spec: { hostname: 'web', containers: [app] },
      found: {
        '/spec/template/spec/hostname': 'hostname gives every Pod of the Deployment the same hostname.',
      },
    },
    {
      what: 'one on each node',
      given: { kind: 'DaemonSet' },
      spec: { hostname: 'web', containers: [app] },
      found: {
        '/spec/template/spec/hostname': 'hostname gives every Pod of the DaemonSet the same hostname.',
      },
    },
    {
      what: 'replaced by a StatefulSet',
      given: { kind: 'StatefulSet' },
      spec: { hostname: 'web', containers: [app] },
      found: {
        '/spec/template/spec/hostname':
          'The StatefulSet sets hostname to the name of each Pod; this one is not used.',
      },
    },
    {
      what: 'replaced by an Indexed Job',
      given: { kind: 'Job', workload: { completionMode: 'Indexed' } },
      spec: { hostname: 'web', containers: [app] },
      found: {
        '/spec/template/spec/hostname':
          'The Indexed Job sets hostname to its name and the index of each Pod; this one is not used.',
      },
    },
    { what: 'one replica', given: deployment(1), spec: { hostname: 'web', containers: [app] } },
    { what: 'one replica by default', given: deployment(), spec: { hostname: 'web', containers: [app] } },
    { what: 'a Pod', spec: { hostname: 'web', containers: [app] } },
    { what: 'no hostname', given: deployment(3), spec: { containers: [app] } },
    {
      what: 'hostNetwork',
      given: deployment(3),
      spec: { hostNetwork: true, hostname: 'web', containers: [app] },
    },
  ],
  'unmapped-host-port': [
    {
      what: 'a sidecar and an init container',
      spec: {
        initContainers: [
          { ...sidecar, ...hostPort },
          { ...init, ...hostPort },
        ],
        containers: [app],
      },
      found: {
        '/spec/initContainers/0/ports/0/hostPort':
          'hostPort 8080 of proxy is not mapped, because proxy is a sidecar: only those of app containers are.',
        '/spec/initContainers/1/ports/0/hostPort':
          'hostPort 8080 of setup is not mapped, because setup is an init container: only those of app containers are.',
      },
    },
    { what: 'an app container', spec: { containers: [{ ...app, ...hostPort }] } },
    {
      what: 'hostNetwork needs no mapping',
      spec: { hostNetwork: true, initContainers: [{ ...sidecar, ...hostPort }], containers: [app] },
    },
    {
      what: 'no hostPort',
      spec: { initContainers: [{ ...sidecar, ports: [{ containerPort: 80 }] }], containers: [app] },
    },
  ],
  'writable-mode-read-only-volume': [
    {
      what: 'every kind that has a mode',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', configMap: { name: 'c', defaultMode: 0o777 } },
          { name: 'b', secret: { secretName: 's', defaultMode: 0o660 } },
          { name: 'c', downwardAPI: { defaultMode: 0o666 } },
          { name: 'd', projected: { sources: [], defaultMode: 0o602 } },
        ],
      },
      found: Object.fromEntries(
        ['configMap', 'secret', 'downwardAPI', 'projected'].map((type, i) => [
          `/spec/volumes/${i}/${type}/defaultMode`,
          `defaultMode makes the files of volume ${'abcd'[i]} writable in name only: a ${type} volume is always mounted read-only.`,
        ]),
      ),
    },
    {
      what: 'a decimal number whose digits are a mode',
      spec: { containers: [app], volumes: [{ name: 'a', secret: { secretName: 's', defaultMode: 400 } }] },
      found: {
        '/spec/volumes/0/secret/defaultMode':
          'defaultMode makes the files of volume a writable in name only: a secret volume is always mounted read-only. 400 is 0620 in octal; 0400 was probably meant.',
      },
    },
    {
      what: 'the same mode, written in octal',
      given: {
        observations: [{ kind: 'yaml-1.1-octal', pointer: '/spec/volumes/0/secret/defaultMode', value: 400 }],
      },
      spec: { containers: [app], volumes: [{ name: 'a', secret: { secretName: 's', defaultMode: 0o620 } }] },
      found: {
        '/spec/volumes/0/secret/defaultMode':
          'defaultMode makes the files of volume a writable in name only: a secret volume is always mounted read-only.',
      },
    },
    {
      what: '0644 in decimal, as the API server writes it',
      spec: { containers: [app], volumes: [{ name: 'a', secret: { secretName: 's', defaultMode: 420 } }] },
    },
    {
      what: 'writable for the owner only, as by default',
      spec: { containers: [app], volumes: [{ name: 'a', configMap: { name: 'c', defaultMode: 0o755 } }] },
    },
    {
      what: 'no mode at all, which is refused',
      spec: { containers: [app], volumes: [{ name: 'a', configMap: { name: 'c', defaultMode: 777 } }] },
    },
    { what: 'no mode', spec: { containers: [app], volumes: [{ name: 'a', configMap: { name: 'c' } }] } },
  ],
};

testRows(doesNotDoWhatItSays, tables);
