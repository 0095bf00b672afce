import { app, at, debug, dnsLabel, init, type Rows, sidecar, withApp, wrongType } from './parts.ts';

export const containers: Rows = {
  'missing-app-container': [
    {
      what: 'no list',
      spec: { initContainers: [sidecar] },
      found: { '/spec': 'spec.containers: Required value' },
    },
    {
      what: 'an empty list, in a StatefulSet',
      spec: { containers: [] },
      given: { kind: 'StatefulSet' },
      found: {
        '/spec/template/spec/containers':
          'The StatefulSet is accepted, its Pods are refused at spec.containers: Required value.',
      },
    },
    { what: 'one', spec: { containers: [app] } },
    { what: 'a list that could not be read', spec: {}, given: wrongType('/spec/containers') },
    {
      what: 'a kind whose operator adds containers',
      spec: { containers: [] },
      given: { kind: 'Elasticsearch', apiVersion: 'elasticsearch.k8s.elastic.co/v1' },
    },
  ],
  'invalid-container-name': [
    {
      what: 'no name, an empty one, bad ones, in every class',
      spec: {
        initContainers: [{ image: 'i' }],
        containers: [
          { image: 'i', name: '' },
          { image: 'i', name: 'My_App' },
          { image: 'i', name: 'a'.repeat(64) },
        ],
        ephemeralContainers: [{ image: 'i', name: '-debug' }],
      },
      found: {
        '/spec/initContainers/0': 'spec.initContainers[0].name: Required value',
        '/spec/containers/0/name': 'spec.containers[0].name: Required value',
        '/spec/containers/1/name': `spec.containers[1].name: ${dnsLabel}`,
        '/spec/containers/2/name': `spec.containers[2].name: ${dnsLabel}`,
        '/spec/ephemeralContainers/0/name': `spec.ephemeralContainers[0].name: ${dnsLabel}`,
      },
    },
    {
      what: 'good names',
      spec: { containers: [{ name: 'a' }, { name: '0-a' }, { name: 'a'.repeat(63) }] },
    },
    {
      what: 'no name where a controller gives one',
      spec: { containers: [{ image: 'i' }] },
      given: { kind: 'Service', apiVersion: 'serving.knative.dev/v1' },
    },
    {
      what: 'a name that could not be read, a container that could not',
      spec: { containers: [{ image: 'i' }] },
      given: wrongType('/spec/containers/0'),
    },
  ],
  'duplicate-container-name': [
    {
      what: 'two apps; of an init container and an app the init container; an ephemeral container',
      spec: {
        initContainers: [app],
        containers: [app, app],
        ephemeralContainers: [app],
      },
      found: {
        '/spec/containers/1/name': 'spec.containers[1].name: Duplicate value: "app"',
        '/spec/initContainers/0/name': 'spec.initContainers[0].name: Duplicate value: "app"',
        '/spec/ephemeralContainers/0/name': 'spec.ephemeralContainers[0].name: Duplicate value: "app"',
      },
    },
    {
      what: 'different names, and no names',
      spec: { initContainers: [init], containers: [app, {}, {}], ephemeralContainers: [debug] },
    },
  ],
  'missing-image': [
    {
      what: 'none, or an empty one, in every class',
      spec: {
        initContainers: [{ name: 'a' }],
        containers: [{ name: 'b', image: '' }],
        ephemeralContainers: [{ name: 'c' }],
      },
      found: {
        '/spec/initContainers/0': 'spec.initContainers[0].image: Required value',
        '/spec/containers/0/image': 'spec.containers[0].image: Required value',
        '/spec/ephemeralContainers/0': 'spec.ephemeralContainers[0].image: Required value',
      },
    },
    {
      what: 'an Argo Rollout, whose Pods are refused',
      spec: { containers: [{ name: 'b' }] },
      given: { kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1' },
      found: {
        '/spec/template/spec/containers/0':
          'The API server refuses Pods made from it at spec.containers[0].image: Required value.',
      },
    },
    { what: 'one', spec: { containers: [app] } },
    {
      what: 'an image that could not be read',
      spec: { containers: [{ name: 'b' }] },
      given: wrongType('/spec/containers/0/image'),
    },
    {
      what: 'a kind whose operator adds images',
      spec: { containers: [{ name: 'elasticsearch' }] },
      given: { kind: 'Elasticsearch', apiVersion: 'elasticsearch.k8s.elastic.co/v1' },
    },
  ],
  'image-with-whitespace': [
    {
      what: 'a Pod',
      spec: {
        containers: [{ ...app, image: ' busybox' }],
        ephemeralContainers: [{ ...debug, image: 'i\n' }],
      },
      found: {
        '/spec/containers/0/image': 'spec.containers[0].image: must not have leading or trailing whitespace',
        '/spec/ephemeralContainers/0/image':
          'spec.ephemeralContainers[0].image: must not have leading or trailing whitespace',
      },
    },
    {
      what: 'a template, which is accepted',
      spec: { initContainers: [{ ...init, image: ' i' }], containers: [app] },
      given: { kind: 'CronJob' },
      found: {
        '/spec/jobTemplate/spec/template/spec/initContainers/0/image':
          'The CronJob is accepted, its Pods are refused at spec.initContainers[0].image: must not have leading or trailing whitespace.',
      },
    },
    { what: 'none, an empty image, no image', spec: { containers: [app, { image: '' }, {}] } },
  ],
  'env-source-conflict': [
    {
      what: 'a value beside a reference, two references, none',
      spec: {
        initContainers: [{ ...init, env: [{ name: 'A', value: 'x', valueFrom: { secretKeyRef: {} } }] }],
        containers: [{ ...app, env: [{ name: 'B', valueFrom: { secretKeyRef: {}, configMapKeyRef: {} } }] }],
        ephemeralContainers: [{ ...debug, env: [{ name: 'C', valueFrom: {} }] }],
      },
      found: {
        '/spec/initContainers/0/env/0/valueFrom':
          'spec.initContainers[0].env[0].valueFrom: may not be specified when `value` is not empty',
        '/spec/containers/0/env/0/valueFrom':
          'spec.containers[0].env[0].valueFrom: may not have more than one field specified at a time',
        '/spec/ephemeralContainers/0/env/0/valueFrom':
          'spec.ephemeralContainers[0].env[0].valueFrom: must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef`, `fileKeyRef`',
      },
    },
    {
      what: 'a value, a reference, an empty value beside one, neither',
      spec: withApp({
        env: [
          { name: 'A', value: 'x' },
          { name: 'B', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'C', value: '', valueFrom: { secretKeyRef: {} } },
          { name: 'D' },
        ],
      }),
    },
    {
      what: 'a reference that could not be read',
      spec: withApp({ env: [{ name: 'A', valueFrom: {} }] }),
      given: wrongType('/spec/containers/0/env/0/valueFrom/fieldRef'),
    },
  ],
  'invalid-file-key-ref': [
    {
      what: 'a volume that is not there, one that is no emptyDir, a path that steps back, fields that are missing',
      spec: {
        initContainers: [
          { ...init, env: [{ valueFrom: { fileKeyRef: { volumeName: 'x', path: 'f', key: 'K' } } }] },
        ],
        containers: [
          {
            ...app,
            env: [
              { valueFrom: { fileKeyRef: { volumeName: 'c', path: '../f', key: 'K' } } },
              { valueFrom: { fileKeyRef: { path: 'f' } } },
            ],
          },
        ],
        volumes: [{ name: 'c', configMap: { name: 'c' } }],
      },
      found: {
        '/spec/initContainers/0/env/0/valueFrom/fileKeyRef/volumeName':
          'spec.initContainers[0].env[0].valueFrom.fileKeyRef.volumeName: Not found: "x"',
        '/spec/containers/0/env/0/valueFrom/fileKeyRef/volumeName':
          'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: referenced volume must be of type emptyDir',
        '/spec/containers/0/env/0/valueFrom/fileKeyRef/path':
          "spec.containers[0].env[0].valueFrom.fileKeyRef.path: must not contain '..'",
        '/spec/containers/0/env/1/valueFrom/fileKeyRef': [
          'spec.containers[0].env[1].valueFrom.fileKeyRef.volumeName: Required value',
          'spec.containers[0].env[1].valueFrom.fileKeyRef.key: Required value',
        ],
      },
    },
    {
      what: 'an emptyDir, said or by default',
      spec: {
        ...withApp({
          env: [
            { valueFrom: { fileKeyRef: { volumeName: 'd', path: 'a/..b', key: 'K' } } },
            { valueFrom: { fileKeyRef: { volumeName: 'e', path: 'f', key: 'K' } } },
          ],
        }),
        volumes: [{ name: 'd', emptyDir: {} }, { name: 'e' }],
      },
    },
    {
      what: 'a version that does not know it',
      spec: withApp({ env: [{ valueFrom: { fileKeyRef: {} } }] }),
      options: at('1.34'),
    },
  ],
  'undeclared-resource-claim': [
    {
      what: 'a claim that is not there',
      spec: {
        resourceClaims: [{ name: 'gpu' }],
        initContainers: [{ ...init, resources: { claims: [{ name: 'gpu' }, { name: 'fpga' }] } }],
        containers: [app],
      },
      found: {
        '/spec/initContainers/0/resources/claims/1/name':
          'spec.initContainers[0].resources.claims[1]: Not found: "fpga": must be one of the names in pod.spec.resourceClaims',
      },
    },
    {
      what: 'a claim that is there',
      spec: { resourceClaims: [{ name: 'gpu' }], ...withApp({ resources: { claims: [{ name: 'gpu' }] } }) },
    },
    {
      what: 'a version that drops them',
      spec: withApp({ resources: { claims: [{ name: 'gpu' }] } }),
      options: at('1.33'),
    },
  ],
};
