import { app, at, deployment, dnsLabel, type Rows, withVolume, wrongType } from './parts.ts';

export const volumes: Rows = {
  'invalid-volume-name': [
    {
      what: 'no name, an empty one, a bad one',
      spec: { containers: [app], volumes: [{}, { name: '' }, { name: 'a.b' }] },
      found: {
        '/spec/volumes/0': 'spec.volumes[0].name: Required value',
        '/spec/volumes/1/name': 'spec.volumes[1].name: Required value',
        '/spec/volumes/2/name': `spec.volumes[2].name: ${dnsLabel}`,
      },
    },
    { what: 'a label', spec: withVolume({ name: 'shared-logs-0' }) },
    {
      what: 'a name that could not be read',
      spec: withVolume({}),
      given: wrongType('/spec/volumes/0/name'),
    },
  ],
  'duplicate-volume-name': [
    {
      what: 'one name three times',
      spec: { containers: [app], volumes: [{ name: 'data' }, { name: 'data' }, { name: 'data' }] },
      found: {
        '/spec/volumes/1/name': 'spec.volumes[1].name: Duplicate value: "data"',
        '/spec/volumes/2/name': 'spec.volumes[2].name: Duplicate value: "data"',
      },
    },
    {
      what: 'different names, and no names',
      spec: { containers: [app], volumes: [{ name: 'a' }, { name: 'b' }, {}, {}] },
    },
  ],
  'volume-with-two-sources': [
    {
      what: 'the later one in the order of the API server, whatever the order in the text',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', configMap: { name: 'x' }, emptyDir: {} },
          { name: 'b', hostPath: { path: '/h' }, emptyDir: {} },
          { name: 'c', secret: {}, downwardAPI: {}, cephfs: {} },
        ],
      },
      found: {
        '/spec/volumes/0/configMap': 'spec.volumes[0].configMap: may not specify more than 1 volume type',
        '/spec/volumes/1/hostPath': 'spec.volumes[1].hostPath: may not specify more than 1 volume type',
        '/spec/volumes/2/cephfs': 'spec.volumes[2].cephFS: may not specify more than 1 volume type',
        '/spec/volumes/2/downwardAPI': 'spec.volumes[2].downwarAPI: may not specify more than 1 volume type',
      },
    },
    {
      what: 'one, and none',
      spec: { containers: [app], volumes: [{ name: 'a', emptyDir: {} }, { name: 'b' }] },
    },
  ],
  'incomplete-volume-source': [
    {
      what: 'fields that are missing or empty',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', secret: {} },
          { name: 'b', configMap: { name: '' } },
          { name: 'c', nfs: {} },
          { name: 'd', persistentVolumeClaim: { readOnly: true } },
          { name: 'e', hostPath: { type: 'Directory' } },
        ],
      },
      found: {
        '/spec/volumes/0/secret': 'spec.volumes[0].secret.secretName: Required value',
        '/spec/volumes/1/configMap/name': 'spec.volumes[1].configMap.name: Required value',
        '/spec/volumes/2/nfs': [
          'spec.volumes[2].nfs.server: Required value',
          'spec.volumes[2].nfs.path: Required value',
        ],
        '/spec/volumes/3/persistentVolumeClaim':
          'spec.volumes[3].persistentVolumeClaim.claimName: Required value',
        '/spec/volumes/4/hostPath': 'spec.volumes[4].hostPath.path: Required value',
      },
    },
    {
      what: 'an image in a Pod',
      spec: withVolume({ name: 'i', image: {} }),
      found: { '/spec/volumes/0/image': 'spec.volumes[0].image.reference: Required value' },
    },
    {
      what: 'an image in a template, which is accepted',
      spec: withVolume({ name: 'i', image: {} }),
      given: deployment,
      found: {
        '/spec/template/spec/volumes/0/image':
          'The Deployment is accepted, its Pods are refused at spec.volumes[0].image.reference: Required value.',
      },
    },
    { what: 'an image where they are off', spec: withVolume({ name: 'i', image: {} }), options: at('1.34') },
    {
      what: 'whole sources, sources without such fields, none at all',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', secret: { secretName: 's' } },
          { name: 'b', emptyDir: {} },
          { name: 'c', projected: {} },
          { name: 'd', downwardAPI: {} },
          { name: 'e' },
          { name: 'f', ephemeral: { volumeClaimTemplate: {} } },
          { name: 'g', csi: { driver: 'd' } },
        ],
      },
    },
    {
      what: 'two sources: that is another finding',
      spec: withVolume({ name: 'a', secret: {}, emptyDir: {} }),
    },
    {
      what: 'a template that an operator completes',
      spec: withVolume({ name: 'a', secret: {} }),
      given: { kind: 'FlinkDeployment', apiVersion: 'flink.apache.org/v1beta1' },
    },
    {
      what: 'a name that could not be read',
      spec: withVolume({ name: 'a', secret: {} }),
      given: wrongType('/spec/volumes/0/secret/secretName'),
    },
  ],
  'invalid-host-path': [
    {
      what: 'a step back',
      spec: withVolume({ name: 'a', hostPath: { path: '/a/../b' } }),
      found: { '/spec/volumes/0/hostPath/path': "spec.volumes[0].hostPath.path: must not contain '..'" },
    },
    {
      what: 'dots in a name, a relative path',
      spec: { containers: [app], volumes: [{ hostPath: { path: '/a..b' } }, { hostPath: { path: 'a' } }] },
    },
  ],
  'invalid-file-mode': [
    {
      what: 'of volumes, of items, of sources of a projected volume',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', secret: { secretName: 's', defaultMode: 777, items: [{ mode: -1 }] } },
          { name: 'b', downwardAPI: { items: [{}, { mode: 512 }] } },
          {
            name: 'c',
            projected: { defaultMode: 644, sources: [{ configMap: { items: [{ mode: 666 }] } }] },
          },
        ],
      },
      found: Object.fromEntries(
        [
          ['0/secret/defaultMode', '[0].secret.defaultMode'],
          ['0/secret/items/0/mode', '[0].secret.items[0].mode'],
          ['1/downwardAPI/items/1/mode', '[1].downwardAPI.mode'],
          ['2/projected/defaultMode', '[2].projected.defaultMode'],
          [
            '2/projected/sources/0/configMap/items/0/mode',
            '[2].projected.sources[0].configMap.items[0].mode',
          ],
        ].map(([place, path]) => [
          `/spec/volumes/${place}`,
          `spec.volumes${path}: must be a number between 0 and 0777 (octal), both inclusive`,
        ]),
      ),
    },
    {
      what: 'the limits, and none',
      spec: {
        containers: [app],
        volumes: [
          { name: 'a', secret: { defaultMode: 0 } },
          { name: 'b', configMap: { defaultMode: 511, items: [{ key: 'k' }] } },
          { name: 'c', projected: { sources: [{ secret: {} }] } },
        ],
      },
    },
  ],
};
