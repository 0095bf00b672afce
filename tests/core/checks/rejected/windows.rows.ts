import { app, at, init, type Rows, withApp } from './parts.ts';

export const windows: Rows = {
  'linux-only-field': [
    {
      what: 'every field of the Pod and of a container',
      spec: {
        os: { name: 'windows' },
        hostUsers: true,
        hostPID: true,
        hostIPC: true,
        shareProcessNamespace: false,
        resources: {},
        securityContext: {
          appArmorProfile: {},
          seLinuxOptions: {},
          seccompProfile: {},
          fsGroup: 0,
          fsGroupChangePolicy: 'Always',
          runAsUser: 0,
          runAsGroup: 0,
          supplementalGroups: [],
          supplementalGroupsPolicy: 'Merge',
          seLinuxChangePolicy: 'Recursive',
          sysctls: [{ name: 'a' }],
        },
        containers: [
          {
            ...app,
            securityContext: {
              appArmorProfile: {},
              seLinuxOptions: {},
              seccompProfile: {},
              capabilities: {},
              readOnlyRootFilesystem: false,
              privileged: false,
              allowPrivilegeEscalation: false,
              procMount: 'Default',
              runAsUser: 1,
              runAsGroup: 1,
            },
          },
        ],
      },
      found: Object.fromEntries(
        [
          ...['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'],
          ...[
            'appArmorProfile',
            'seLinuxOptions',
            'seccompProfile',
            'fsGroup',
            'fsGroupChangePolicy',
            'runAsUser',
            'runAsGroup',
            'supplementalGroups',
            'supplementalGroupsPolicy',
            'seLinuxChangePolicy',
            'sysctls',
          ].map((field) => `securityContext.${field}`),
          'resources',
          ...[
            'appArmorProfile',
            'seLinuxOptions',
            'seccompProfile',
            'capabilities',
            'readOnlyRootFilesystem',
            'privileged',
            'allowPrivilegeEscalation',
            'procMount',
            'runAsUser',
            'runAsGroup',
          ].map((field) => `containers[0].securityContext.${field}`),
        ].map((path) => [
          `/spec/${path.replace('[0]', '/0').replaceAll('.', '/')}`,
          `spec.${path}: cannot be set for a windows pod`,
        ]),
      ),
    },
    {
      what: 'what Windows takes',
      spec: {
        os: { name: 'windows' },
        hostNetwork: true,
        hostPID: false,
        hostIPC: false,
        securityContext: { runAsNonRoot: true, sysctls: [], windowsOptions: {} },
        containers: [{ ...app, securityContext: { runAsNonRoot: true, windowsOptions: {} } }],
      },
    },
    {
      what: 'fields that old versions drop',
      spec: { os: { name: 'windows' }, resources: {}, hostUsers: false, containers: [app] },
      options: at('1.32'),
    },
    {
      what: 'Windows by the node selector only, which the API server does not look at',
      spec: {
        nodeSelector: { 'kubernetes.io/os': 'windows' },
        shareProcessNamespace: true,
        containers: [app],
      },
    },
  ],
  'windows-only-field': [
    {
      what: 'of the Pod and of a container',
      spec: {
        os: { name: 'linux' },
        securityContext: { windowsOptions: {} },
        ...withApp({ securityContext: { windowsOptions: {} } }),
      },
      found: {
        '/spec/securityContext/windowsOptions':
          'spec.securityContext.windowsOptions: windows options cannot be set for a linux pod',
        '/spec/containers/0/securityContext/windowsOptions':
          'spec.containers[0].securityContext.windowsOptions: windows options cannot be set for a linux pod',
      },
    },
    { what: 'no os', spec: { securityContext: { windowsOptions: {} }, containers: [app] } },
    {
      what: 'windows',
      spec: { os: { name: 'windows' }, securityContext: { windowsOptions: {} }, containers: [app] },
    },
  ],
  'host-process-conflict': [
    {
      what: 'one container only, no hostNetwork',
      spec: {
        containers: [
          { ...app, securityContext: { windowsOptions: { hostProcess: true } } },
          { ...app, name: 'b' },
        ],
      },
      found: {
        '/spec/containers/1':
          'spec: If pod contains any hostProcess containers then all containers must be HostProcess containers',
        '/spec/containers/0/securityContext/windowsOptions/hostProcess':
          'spec.hostNetwork: hostNetwork must be true if pod contains any hostProcess containers',
      },
    },
    {
      what: 'the Pod says yes, a container no, hostNetwork is false',
      spec: {
        hostNetwork: false,
        securityContext: { windowsOptions: { hostProcess: true } },
        initContainers: [init],
        containers: [{ ...app, securityContext: { windowsOptions: { hostProcess: false } } }],
      },
      found: {
        '/spec/containers/0/securityContext/windowsOptions/hostProcess':
          'spec.containers[0].securityContext.windowsOptions.hostProcess: pod hostProcess value must be identical if both are specified',
        '/spec/containers/0':
          'spec: If pod contains any hostProcess containers then all containers must be HostProcess containers',
        '/spec/hostNetwork':
          'spec.hostNetwork: hostNetwork must be true if pod contains any hostProcess containers',
      },
    },
    {
      what: 'all of them, by the Pod, without hostNetwork',
      spec: { securityContext: { windowsOptions: { hostProcess: true } }, containers: [app] },
      found: {
        '/spec/securityContext/windowsOptions/hostProcess':
          'spec.hostNetwork: hostNetwork must be true if pod contains any hostProcess containers',
      },
    },
    {
      what: 'all of them, in the network of the node',
      spec: {
        hostNetwork: true,
        initContainers: [init],
        securityContext: { windowsOptions: { hostProcess: true } },
        containers: [app, { ...app, name: 'b', securityContext: { windowsOptions: { hostProcess: true } } }],
      },
    },
    {
      what: 'none of them',
      spec: withApp({ securityContext: { windowsOptions: { hostProcess: false } } }),
    },
  ],
};
