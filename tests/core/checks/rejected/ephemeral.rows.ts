import { app, debug, deployment, init, type Rows } from './parts.ts';

export const ephemeral: Rows = {
  'ephemeral-on-create': [
    {
      what: 'a Pod',
      spec: { containers: [app], ephemeralContainers: [debug] },
      found: {
        '/spec/ephemeralContainers':
          'Ephemeral containers cannot be set when a Pod is created: the API server would refuse it at spec.ephemeralContainers. In a Pod that was read from a cluster they are fine.',
      },
    },
    { what: 'a template', spec: { containers: [app], ephemeralContainers: [debug] }, given: deployment },
    { what: 'none', spec: { containers: [app], ephemeralContainers: [] } },
  ],
  'ephemeral-in-template': [
    {
      what: 'a Deployment',
      spec: { containers: [app], ephemeralContainers: [debug] },
      given: deployment,
      found: {
        '/spec/template/spec/ephemeralContainers':
          'spec.template.spec.ephemeralContainers: ephemeral containers not allowed in pod template, they cannot be set on create',
      },
    },
    {
      what: 'a StatefulSet, which nobody looks into',
      spec: { containers: [app], ephemeralContainers: [debug] },
      given: { kind: 'StatefulSet' },
      found: {
        '/spec/template/spec/ephemeralContainers':
          'The StatefulSet is accepted, its Pods are refused at spec.ephemeralContainers: ephemeral containers not allowed in pod template, they cannot be set on create.',
      },
    },
    { what: 'a Pod', spec: { containers: [app], ephemeralContainers: [debug] } },
    { what: 'none', spec: { containers: [app], ephemeralContainers: [] }, given: deployment },
  ],
  'ephemeral-forbidden-field': [
    {
      what: 'every field it cannot have',
      spec: {
        containers: [app],
        ephemeralContainers: [
          {
            ...debug,
            ports: [{ containerPort: 80 }],
            resources: { limits: {} },
            livenessProbe: {},
            readinessProbe: {},
            startupProbe: {},
            lifecycle: {},
            resizePolicy: [{}],
            restartPolicy: 'Always',
            restartPolicyRules: [{}],
            volumeMounts: [{ subPath: 'a' }, { subPathExpr: 'b' }],
          },
        ],
      },
      found: Object.fromEntries(
        [
          'livenessProbe',
          'readinessProbe',
          'startupProbe',
          'lifecycle',
          'restartPolicy',
          'ports',
          'resizePolicy',
          'restartPolicyRules',
          'resources',
          'volumeMounts/0/subPath',
          'volumeMounts/1/subPathExpr',
        ].map((field) => [
          `/spec/ephemeralContainers/0/${field}`,
          `spec.ephemeralContainers[0].${field.replace(/\/(\d)\//, '[$1].')}: cannot be set for an Ephemeral Container`,
        ]),
      ),
    },
    {
      what: 'fields it may have, empty lists and resources; the same fields of an app',
      spec: {
        containers: [{ ...app, ports: [{ containerPort: 80 }], livenessProbe: {}, restartPolicy: 'Never' }],
        ephemeralContainers: [
          {
            ...debug,
            ports: [],
            resources: {},
            resizePolicy: [],
            volumeMounts: [{ name: 'd', mountPath: '/d', subPath: '' }],
            volumeDevices: [],
            securityContext: { privileged: true },
            env: [{ name: 'A' }],
          },
        ],
      },
    },
  ],
  'target-not-found': [
    {
      what: 'nobody, and another ephemeral container',
      spec: {
        containers: [app],
        ephemeralContainers: [
          { ...debug, targetContainerName: 'web' },
          { ...debug, name: 'second', targetContainerName: 'debug' },
        ],
      },
      found: {
        '/spec/ephemeralContainers/0/targetContainerName':
          'spec.ephemeralContainers[0].targetContainerName: Not found: "web"',
        '/spec/ephemeralContainers/1/targetContainerName':
          'spec.ephemeralContainers[1].targetContainerName: Not found: "debug"',
      },
    },
    {
      what: 'an app, an init container, none',
      spec: {
        initContainers: [init],
        containers: [app],
        ephemeralContainers: [
          { ...debug, targetContainerName: 'app' },
          { ...debug, name: 'b', targetContainerName: 'setup' },
          { ...debug, name: 'c', targetContainerName: '' },
          { ...debug, name: 'd' },
        ],
      },
    },
  ],
};
