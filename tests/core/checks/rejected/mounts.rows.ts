import { app, at, debug, init, type Rows, withApp, wrongType } from './parts.ts';

export const mounts: Rows = {
  'undeclared-volume': [
    {
      what: 'mounts and devices, in every class',
      spec: {
        initContainers: [{ ...init, volumeMounts: [{ name: 'data', mountPath: '/d' }] }],
        containers: [{ ...app, volumeDevices: [{ name: 'disk', devicePath: '/dev/x' }] }],
        ephemeralContainers: [{ ...debug, volumeMounts: [{ name: 'kube-api-access', mountPath: '/t' }] }],
      },
      found: {
        '/spec/initContainers/0/volumeMounts/0/name':
          'spec.initContainers[0].volumeMounts[0].name: Not found: "data"',
        '/spec/ephemeralContainers/0/volumeMounts/0/name':
          'spec.ephemeralContainers[0].volumeMounts[0].name: Not found: "kube-api-access"',
        '/spec/containers/0/volumeDevices/0/name':
          'spec.containers[0].volumeDevices[0].name: Not found: "disk"',
      },
    },
    {
      what: 'a volume of the Pod, a claim of a StatefulSet, no name',
      spec: {
        ...withApp({ volumeMounts: [{ name: 'a' }, { name: 't' }, {}, { name: '' }] }),
        volumes: [{ name: 'a' }],
      },
      given: { kind: 'StatefulSet', workload: { volumeClaimTemplates: [{ metadata: { name: 't' } }] } },
    },
    {
      what: 'a volume with two sources, which is refused and so is not there',
      spec: {
        ...withApp({ volumeMounts: [{ name: 'a', mountPath: '/a' }] }),
        volumes: [{ name: 'a', emptyDir: {}, configMap: { name: 'x' } }],
      },
      found: {
        '/spec/containers/0/volumeMounts/0/name': 'spec.containers[0].volumeMounts[0].name: Not found: "a"',
      },
    },
    {
      what: 'a kind whose operator adds volumes',
      spec: withApp({ volumeMounts: [{ name: 'elasticsearch-data' }] }),
      given: { kind: 'Elasticsearch', apiVersion: 'elasticsearch.k8s.elastic.co/v1' },
    },
  ],
  'incomplete-mount': [
    {
      what: 'what is missing points at its parent, what is empty at itself',
      spec: {
        initContainers: [{ ...init, volumeMounts: [{ name: 'd' }, { mountPath: '/d', name: '' }] }],
        containers: [{ ...app, volumeMounts: [{}], volumeDevices: [{ name: 'x' }] }],
      },
      found: {
        '/spec/initContainers/0/volumeMounts/0':
          'spec.initContainers[0].volumeMounts[0].mountPath: Required value',
        '/spec/initContainers/0/volumeMounts/1/name':
          'spec.initContainers[0].volumeMounts[1].name: Required value',
        '/spec/containers/0/volumeMounts/0': [
          'spec.containers[0].volumeMounts[0].name: Required value',
          'spec.containers[0].volumeMounts[0].mountPath: Required value',
        ],
        '/spec/containers/0/volumeDevices/0':
          'spec.containers[0].volumeDevices[0].devicePath: Required value',
      },
    },
    {
      what: 'whole mounts',
      spec: withApp({
        volumeMounts: [{ name: 'd', mountPath: 'd' }],
        volumeDevices: [{ name: 'x', devicePath: '/dev/x' }],
      }),
    },
    {
      what: 'a path that could not be read',
      spec: withApp({ volumeMounts: [{ name: 'd' }] }),
      given: wrongType('/spec/containers/0/volumeMounts/0/mountPath'),
    },
  ],
  'duplicate-mount-path': [
    {
      what: 'the same text twice',
      spec: withApp({
        volumeMounts: [
          { name: 'a', mountPath: '/data' },
          { name: 'b', mountPath: '/data' },
        ],
      }),
      found: {
        '/spec/containers/0/volumeMounts/1/mountPath':
          'spec.containers[0].volumeMounts[1].mountPath: must be unique',
      },
    },
    {
      what: 'spelled in two ways, with a colon, relative, missing, in two containers',
      spec: {
        initContainers: [{ ...init, volumeMounts: [{ mountPath: '/data' }] }],
        containers: [
          {
            ...app,
            volumeMounts: [
              { mountPath: '/data' },
              { mountPath: '/data/' },
              { mountPath: '/etc/certs/reg:5000' },
              { mountPath: 'data' },
              {},
              {},
            ],
          },
        ],
      },
    },
  ],
  'invalid-sub-path': [
    {
      what: 'absolute, stepping back, both; the path without index',
      spec: {
        initContainers: [{ ...init, volumeMounts: [{ subPath: '/x' }] }],
        containers: [{ ...app, volumeMounts: [{}, { subPath: '../x' }, { subPath: '/a/..' }] }],
      },
      found: {
        '/spec/initContainers/0/volumeMounts/0/subPath':
          'spec.initContainers[0].volumeMounts.subPath: must be a relative path',
        '/spec/containers/0/volumeMounts/1/subPath':
          "spec.containers[0].volumeMounts.subPath: must not contain '..'",
        '/spec/containers/0/volumeMounts/2/subPath':
          "spec.containers[0].volumeMounts.subPath: must be a relative path; must not contain '..'",
      },
    },
    {
      what: 'subPathExpr, alone and beside subPath',
      spec: withApp({ volumeMounts: [{ subPathExpr: '/$(A)' }, { subPath: 'a', subPathExpr: '$(A)' }] }),
      found: {
        '/spec/containers/0/volumeMounts/0/subPathExpr':
          'spec.containers[0].volumeMounts.subPathExpr: must be a relative path',
        '/spec/containers/0/volumeMounts/1/subPathExpr':
          'spec.containers[0].volumeMounts[1].subPathExpr: subPathExpr and subPath are mutually exclusive',
      },
    },
    {
      what: 'paths inside the volume',
      spec: withApp({
        volumeMounts: [
          { subPath: 'a/./b/' },
          { subPath: 'a..b' },
          { subPath: '' },
          { subPathExpr: '$(A)/b' },
        ],
      }),
    },
  ],
  'bidirectional-not-privileged': [
    {
      what: 'an app and an ephemeral container, the path without index',
      spec: {
        containers: [{ ...app, volumeMounts: [{ name: 'd', mountPropagation: 'Bidirectional' }] }],
        ephemeralContainers: [{ ...debug, volumeMounts: [{}, { mountPropagation: 'Bidirectional' }] }],
      },
      found: {
        '/spec/containers/0/volumeMounts/0/mountPropagation':
          'spec.containers[0].volumeMounts.mountPropagation: Bidirectional mount propagation is available only to privileged containers',
        '/spec/ephemeralContainers/0/volumeMounts/1/mountPropagation':
          'spec.ephemeralContainers[0].volumeMounts.mountPropagation: Bidirectional mount propagation is available only to privileged containers',
      },
    },
    {
      what: 'a privileged container, another mode',
      spec: {
        containers: [
          {
            ...app,
            securityContext: { privileged: true },
            volumeMounts: [{ mountPropagation: 'Bidirectional' }],
          },
          { ...app, name: 'b', volumeMounts: [{ mountPropagation: 'HostToContainer' }] },
        ],
      },
    },
  ],
  'recursive-read-only-conflict': [
    {
      what: 'not read-only, and with propagation',
      spec: withApp({
        volumeMounts: [
          { recursiveReadOnly: 'Enabled' },
          { recursiveReadOnly: 'IfPossible', readOnly: true, mountPropagation: 'HostToContainer' },
          { recursiveReadOnly: 'Enabled', readOnly: false, mountPropagation: 'Bidirectional' },
        ],
      }),
      found: Object.fromEntries(
        [
          [0, 'may only be specified when readOnly is true'],
          [1, 'may only be specified when mountPropagation is None or not specified'],
          [
            2,
            'may only be specified when readOnly is true; may only be specified when mountPropagation is None or not specified',
          ],
        ].map(([i, gist]) => [
          `/spec/containers/0/volumeMounts/${i}/recursiveReadOnly`,
          `spec.containers[0].volumeMounts.recursiveReadOnly: ${gist}`,
        ]),
      ),
    },
    {
      what: 'read-only, or Disabled',
      spec: withApp({
        volumeMounts: [
          { recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' },
          { recursiveReadOnly: 'Disabled' },
          {},
        ],
      }),
    },
    {
      what: 'a version that drops it',
      spec: withApp({ volumeMounts: [{ recursiveReadOnly: 'Enabled' }] }),
      options: at('1.30'),
    },
  ],
  'invalid-volume-device': [
    {
      what: 'a volume that is no claim, a name and a path twice, a step back, mounted too',
      spec: {
        ...withApp({
          volumeMounts: [{ name: 'm', mountPath: '/dev/m' }],
          volumeDevices: [
            { name: 'e', devicePath: '/dev/a' },
            { name: 'c', devicePath: '/dev/a' },
            { name: 'c', devicePath: '/dev/../b' },
            { name: 'm', devicePath: '/dev/m' },
          ],
        }),
        volumes: [
          { name: 'e', emptyDir: {} },
          { name: 'c', persistentVolumeClaim: { claimName: 'c' } },
          { name: 'm', ephemeral: {} },
        ],
      },
      found: {
        '/spec/containers/0/volumeDevices/0/name':
          'spec.containers[0].volumeDevices[0].name: can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
        '/spec/containers/0/volumeDevices/1/devicePath':
          'spec.containers[0].volumeDevices[1].devicePath: must be unique',
        '/spec/containers/0/volumeDevices/2/name': 'spec.containers[0].volumeDevices[2].name: must be unique',
        '/spec/containers/0/volumeDevices/2/devicePath':
          "spec.containers[0].volumeDevices[2].devicePath: can not contain backsteps ('..')",
        '/spec/containers/0/volumeDevices/3/name':
          'spec.containers[0].volumeDevices[3].name: must not already exist in volumeMounts',
        '/spec/containers/0/volumeDevices/3/devicePath':
          'spec.containers[0].volumeDevices[3].devicePath: must not already exist as a path in volumeMounts',
      },
    },
    {
      what: 'a device in one container, a file system in another; a claim of a StatefulSet; what is not there',
      spec: {
        containers: [
          {
            ...app,
            volumeDevices: [{ name: 'c', devicePath: '/dev/c' }, { name: 't', devicePath: '/dev/t' }, {}, {}],
          },
          { ...app, name: 'b', volumeMounts: [{ name: 'c', mountPath: '/c' }] },
          { ...app, name: 'd', volumeDevices: [{ name: 'x', devicePath: '/dev/c' }] },
        ],
        volumes: [{ name: 'c', persistentVolumeClaim: { claimName: 'c' } }],
      },
      given: { kind: 'StatefulSet', workload: { volumeClaimTemplates: [{ metadata: { name: 't' } }] } },
    },
  ],
};
