import { app, at, init, type Rows, withApp } from './parts.ts';

export const security: Rows = {
  'pid-sharing-conflict': [
    {
      what: 'both',
      spec: { hostPID: true, shareProcessNamespace: true, containers: [app] },
      found: {
        '/spec/shareProcessNamespace':
          'spec.shareProcessNamespace: ShareProcessNamespace and HostPID cannot both be enabled',
      },
    },
    {
      what: 'until 1.36 at a place where the field is not',
      options: at('1.36'),
      spec: { hostPID: true, shareProcessNamespace: true, containers: [app] },
      found: {
        '/spec/shareProcessNamespace':
          'spec.securityContext.shareProcessNamespace: ShareProcessNamespace and HostPID cannot both be enabled',
      },
    },
    {
      what: 'in a template',
      spec: { hostPID: true, shareProcessNamespace: true, containers: [app] },
      given: { kind: 'DaemonSet' },
      found: {
        '/spec/template/spec/shareProcessNamespace':
          'spec.template.spec.shareProcessNamespace: ShareProcessNamespace and HostPID cannot both be enabled',
      },
    },
    { what: 'false', spec: { hostPID: true, shareProcessNamespace: false, containers: [app] } },
    { what: 'hostIPC', spec: { hostIPC: true, shareProcessNamespace: true, containers: [app] } },
  ],
  'user-namespace-conflict': [
    {
      what: 'namespaces of the node and block devices, as the API server spells them',
      spec: {
        hostUsers: false,
        hostNetwork: true,
        hostPID: true,
        hostIPC: true,
        containers: [{ ...app, volumeDevices: [{ name: 'd' }] }],
      },
      found: {
        '/spec/hostNetwork': 'spec.hostNetwork: Forbidden: when `hostUsers` is false',
        '/spec/hostPID': 'spec.HostPID: Forbidden: when `hostUsers` is false',
        '/spec/hostIPC': 'spec.HostIPC: Forbidden: when `hostUsers` is false',
        '/spec/containers/0/volumeDevices':
          'spec.containers[0].volumeDevices: Forbidden: when `hostUsers` is false',
      },
    },
    {
      what: 'block devices before 1.34',
      spec: { hostUsers: false, ...withApp({ volumeDevices: [{ name: 'd' }] }) },
      options: at('1.33'),
    },
    {
      what: 'a version that drops it',
      spec: { hostUsers: false, hostPID: true, containers: [app] },
      options: at('1.32'),
    },
    { what: 'the users of the node', spec: { hostUsers: true, hostPID: true, containers: [app] } },
    {
      what: 'its own namespaces',
      spec: { hostUsers: false, shareProcessNamespace: true, containers: [app] },
    },
  ],
  'sysctl-conflict': [
    {
      what: 'sysctls of the network and of IPC, with dots and with slashes',
      spec: {
        hostNetwork: true,
        hostIPC: true,
        containers: [app],
        securityContext: {
          sysctls: [
            'net.core.somaxconn',
            'net/ipv4/conf/eth0.1/x',
            'kernel.shmmax',
            'kernel.msgmni',
            'kernel.sem',
            'fs.mqueue.msg_max',
          ].map((name) => ({ name })),
        },
      },
      found: Object.fromEntries(
        ['Network', 'Network', 'IPC', 'IPC', 'IPC', 'IPC'].map((namespace, i) => [
          `/spec/securityContext/sysctls/${i}/name`,
          `spec.securityContext.sysctls[${i}].name: may not be specified when 'host${namespace}' is true`,
        ]),
      ),
    },
    {
      what: 'each with the other namespace, and others',
      spec: {
        hostNetwork: true,
        containers: [app],
        securityContext: {
          sysctls: ['kernel.shmmax', 'kernel.sem', 'kernel.semaphore', 'fs.file-max', 'netx.a'].map(
            (name) => ({
              name,
            }),
          ),
        },
      },
    },
    {
      what: 'net sysctls in a network of its own',
      spec: { hostIPC: true, containers: [app], securityContext: { sysctls: [{ name: 'net.a' }, {}] } },
    },
  ],
  'invalid-sysctl': [
    {
      what: 'no name, a bad one, one twice',
      spec: {
        containers: [app],
        securityContext: {
          sysctls: [{ value: '1' }, { name: '' }, { name: 'Net.core' }, { name: 'a.b' }, { name: 'a.b' }],
        },
      },
      found: {
        '/spec/securityContext/sysctls/0': 'spec.securityContext.sysctls[0].name: Required value',
        '/spec/securityContext/sysctls/1/name': 'spec.securityContext.sysctls[1].name: Required value',
        '/spec/securityContext/sysctls/2/name':
          "spec.securityContext.sysctls[2].name: a sysctl name has lower-case letters, digits, '-' and '_' in parts joined by '.' or '/', and is at most 253 characters long",
        '/spec/securityContext/sysctls/4/name':
          'spec.securityContext.sysctls[4].name: Duplicate value: "a.b"',
      },
    },
    {
      what: 'dots and slashes',
      spec: {
        containers: [app],
        securityContext: {
          sysctls: [{ name: 'net.core.somaxconn' }, { name: 'net/ipv4/conf/eth0.1/x_y-z' }],
        },
      },
    },
  ],
  'privilege-escalation-conflict': [
    {
      what: 'privileged, and the capability in that spelling',
      spec: {
        initContainers: [{ ...init, securityContext: { privileged: true, allowPrivilegeEscalation: false } }],
        containers: [
          {
            ...app,
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { add: ['NET_ADMIN', 'CAP_SYS_ADMIN'] },
            },
          },
        ],
      },
      found: {
        '/spec/initContainers/0/securityContext/privileged':
          'spec.initContainers[0].securityContext: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
        '/spec/containers/0/securityContext/capabilities/add/1':
          'spec.containers[0].securityContext: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
      },
    },
    {
      what: 'another spelling, true, absent',
      spec: {
        containers: [
          {
            ...app,
            securityContext: { allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } },
          },
          { ...app, name: 'b', securityContext: { allowPrivilegeEscalation: true, privileged: true } },
          { ...app, name: 'c', securityContext: { privileged: true } },
        ],
      },
    },
  ],
  'proc-mount-conflict': [
    {
      what: 'Unmasked with the users of the node',
      spec: { hostUsers: true, ...withApp({ securityContext: { procMount: 'Unmasked' } }) },
      found: {
        '/spec/containers/0/securityContext/procMount':
          'spec.containers[0].securityContext.procMount: `hostUsers` must be false to use `Unmasked`',
      },
    },
    {
      what: 'with its own users',
      spec: { hostUsers: false, ...withApp({ securityContext: { procMount: 'Unmasked' } }) },
    },
    { what: 'Default', spec: withApp({ securityContext: { procMount: 'Default' } }) },
    {
      what: 'a version that drops it',
      spec: withApp({ securityContext: { procMount: 'Unmasked' } }),
      options: at('1.32'),
    },
  ],
};
