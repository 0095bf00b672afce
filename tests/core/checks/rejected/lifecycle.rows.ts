import {
  app,
  at,
  debug,
  deployment,
  init,
  portName,
  portRange,
  type Row,
  type Rows,
  sidecar,
  withApp,
  wrongType,
} from './parts.ts';

export const lifecycle: Rows = {
  'init-container-probe': [
    {
      what: 'a plain init container, with and without a restartPolicy that is not Always',
      spec: {
        initContainers: [
          { ...init, livenessProbe: {}, lifecycle: {} },
          { ...init, name: 'b', restartPolicy: 'OnFailure', startupProbe: {}, readinessProbe: {} },
        ],
        containers: [app],
      },
      found: Object.fromEntries(
        ['0/lifecycle', '0/livenessProbe', '1/readinessProbe', '1/startupProbe'].map((field) => [
          `/spec/initContainers/${field}`,
          `spec.initContainers[${field.replace('/', '].')}: may not be set for init containers without restartPolicy=Always`,
        ]),
      ),
    },
    {
      what: 'a sidecar, an app',
      spec: {
        initContainers: [{ ...sidecar, livenessProbe: { exec: {} } }],
        containers: [{ ...app, lifecycle: {}, startupProbe: { exec: {} } }],
      },
    },
  ],
  'invalid-handler': [
    {
      what: 'none and two, of probes and hooks',
      spec: {
        initContainers: [{ ...sidecar, startupProbe: { periodSeconds: 1 } }],
        containers: [
          {
            ...app,
            livenessProbe: { exec: {}, httpGet: { port: 80 }, grpc: { port: 1 } },
            lifecycle: { postStart: {}, preStop: { exec: {}, sleep: {} } },
          },
        ],
      },
      found: {
        '/spec/initContainers/0/startupProbe':
          'spec.initContainers[0].startupProbe: must specify a handler type',
        '/spec/containers/0/livenessProbe/httpGet':
          'spec.containers[0].livenessProbe.httpGet: may not specify more than 1 handler type',
        '/spec/containers/0/livenessProbe/grpc':
          'spec.containers[0].livenessProbe.grpc: may not specify more than 1 handler type',
        '/spec/containers/0/lifecycle/postStart':
          'spec.containers[0].lifecycle.postStart: must specify a handler type',
        '/spec/containers/0/lifecycle/preStop/sleep':
          'spec.containers[0].lifecycle.preStop.sleep: may not specify more than 1 handler type',
      },
    },
    {
      what: 'one each; of init and ephemeral containers they are refused as a whole',
      spec: {
        initContainers: [{ ...init, livenessProbe: {} }],
        containers: [
          { ...app, livenessProbe: { tcpSocket: { port: 1 } }, lifecycle: { preStop: { sleep: {} } } },
        ],
        ephemeralContainers: [{ ...debug, livenessProbe: {} }],
      },
    },
    {
      what: 'a handler that could not be read',
      spec: withApp({ livenessProbe: {} }),
      given: wrongType('/spec/containers/0/livenessProbe/httpGet'),
    },
  ],
  'invalid-probe-port': [
    {
      what: 'missing, out of range, a number in quotes',
      spec: {
        initContainers: [{ ...sidecar, startupProbe: { tcpSocket: {} } }],
        containers: [
          {
            ...app,
            livenessProbe: { httpGet: { port: 70_000 } },
            readinessProbe: { grpc: { port: 0 } },
            lifecycle: { preStop: { httpGet: { port: '8080' } } },
          },
        ],
      },
      found: {
        '/spec/initContainers/0/startupProbe/tcpSocket': `spec.initContainers[0].startupProbe.tcpSocket.port: ${portRange}`,
        '/spec/containers/0/livenessProbe/httpGet/port': `spec.containers[0].livenessProbe.httpGet.port: ${portRange}`,
        '/spec/containers/0/readinessProbe/grpc/port': `spec.containers[0].readinessProbe.grpc.port: ${portRange}`,
        '/spec/containers/0/lifecycle/preStop/httpGet/port': `spec.containers[0].lifecycle.preStop.httpGet.port: ${portName}`,
      },
    },
    {
      what: 'numbers and names, whether a container has them or not; a command',
      spec: withApp({
        livenessProbe: { httpGet: { port: 'http' } },
        readinessProbe: { grpc: { port: 65_535 } },
        startupProbe: { exec: {} },
      }),
    },
    {
      what: 'a port that could not be read',
      spec: withApp({ livenessProbe: { httpGet: {} } }),
      given: wrongType('/spec/containers/0/livenessProbe/httpGet/port'),
    },
  ],
  'invalid-container-restart-policy': [
    {
      what: 'a word nobody knows, at the newest version',
      spec: {
        initContainers: [{ ...init, restartPolicy: 'always' }],
        containers: [{ ...app, restartPolicy: '' }],
      },
      found: Object.fromEntries(
        ['initContainers', 'containers'].map((list) => [
          `/spec/${list}/0/restartPolicy`,
          `spec.${list}[0].restartPolicy: Unsupported value: supported values: "Always", "Never", "OnFailure"`,
        ]),
      ),
    },
    {
      what: 'the three words at the newest version',
      spec: {
        initContainers: [sidecar, { ...init, restartPolicy: 'Never' }],
        containers: [
          { ...app, restartPolicy: 'OnFailure' },
          { ...app, name: 'b', restartPolicy: 'Always' },
        ],
      },
    },
    {
      what: 'before 1.35 an app has none and an init container only Always',
      spec: {
        initContainers: [sidecar, { ...init, restartPolicy: 'Never' }],
        containers: [{ ...app, restartPolicy: 'Always' }],
      },
      options: at('1.34'),
      found: {
        '/spec/initContainers/1/restartPolicy':
          'spec.initContainers[1].restartPolicy: Unsupported value: supported values: "Always"',
        '/spec/containers/0/restartPolicy':
          'spec.containers[0].restartPolicy: may not be set for non-init containers',
      },
    },
    {
      what: 'none, or an ephemeral container: that is another finding',
      spec: { containers: [app], ephemeralContainers: [{ ...debug, restartPolicy: 'x' }] },
    },
  ],
  'invalid-restart-rule': [
    {
      what: 'no restartPolicy: an app is looked into, an init container is not',
      spec: {
        initContainers: [{ ...init, restartPolicyRules: [{}] }],
        containers: [{ ...app, restartPolicyRules: [{ action: 'Restart' }] }],
      },
      found: {
        '/spec/initContainers/0/restartPolicyRules':
          'spec.initContainers[0].restartPolicy: must specify restartPolicy when restart rules are used',
        '/spec/containers/0/restartPolicyRules':
          'spec.containers[0].restartPolicy: must specify restartPolicy when restart rules are used',
        '/spec/containers/0/restartPolicyRules/0':
          'spec.containers[0].restartPolicyRules[0].exitCodes: must be specified',
      },
    },
    {
      what: 'what is missing of a rule is said once, of too many rules, operators and values too',
      spec: withApp({
        restartPolicy: 'Never',
        restartPolicyRules: [
          {},
          { action: 'Stop', exitCodes: { operator: 'Is', values: Array.from({ length: 256 }, () => 1) } },
          { action: 'Restart', exitCodes: {} },
          ...Array.from({ length: 18 }, () => ({ action: 'Restart', exitCodes: { operator: 'In' } })),
        ],
      }),
      found: {
        '/spec/containers/0/restartPolicyRules':
          'spec.containers[0].restartPolicyRules: may not have more than 20 items',
        '/spec/containers/0/restartPolicyRules/0': [
          'spec.containers[0].restartPolicyRules[0].action: Unsupported value: supported values: "Restart", "RestartAllContainers"',
          'spec.containers[0].restartPolicyRules[0].exitCodes: must be specified',
        ],
        '/spec/containers/0/restartPolicyRules/1/action':
          'spec.containers[0].restartPolicyRules[1].action: Unsupported value: supported values: "Restart", "RestartAllContainers"',
        '/spec/containers/0/restartPolicyRules/1/exitCodes/operator':
          'spec.containers[0].restartPolicyRules[1].exitCodes.operator: Unsupported value: supported values: "In", "NotIn"',
        '/spec/containers/0/restartPolicyRules/1/exitCodes/values':
          'spec.containers[0].restartPolicyRules[1].exitCodes.values: may not have more than 255 items',
        '/spec/containers/0/restartPolicyRules/2/exitCodes':
          'spec.containers[0].restartPolicyRules[2].exitCodes.operator: Unsupported value: supported values: "In", "NotIn"',
      },
    },
    {
      what: 'before 1.36 a sidecar has none and nothing restarts all containers',
      spec: {
        initContainers: [{ ...sidecar, restartPolicyRules: [{}] }],
        containers: [
          {
            ...app,
            restartPolicy: 'Never',
            restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In' } }],
          },
        ],
      },
      options: at('1.35'),
      found: {
        '/spec/initContainers/0/restartPolicyRules':
          'spec.initContainers[0].restartPolicyRules: restartPolicyRules are not allowed for init containers with restart policy Always',
        '/spec/containers/0/restartPolicyRules/0/action':
          'spec.containers[0].restartPolicyRules[0].action: Unsupported value: supported values: "Restart"',
      },
    },
    {
      what: 'good rules of a sidecar and an app, an empty list',
      spec: {
        initContainers: [
          {
            ...sidecar,
            restartPolicyRules: [
              { action: 'RestartAllContainers', exitCodes: { operator: 'NotIn', values: [0] } },
            ],
          },
        ],
        containers: [
          {
            ...app,
            restartPolicy: 'OnFailure',
            restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
          },
          { ...app, name: 'b', restartPolicyRules: [] },
        ],
      },
    },
    {
      what: 'a version that does not know them, an ephemeral container',
      spec: withApp({ restartPolicyRules: [{}] }),
      options: at('1.34'),
    },
  ],
  'workload-restart-policy': [
    {
      what: 'a Job that does not say',
      spec: { containers: [app] },
      given: { kind: 'Job' },
      found: {
        '/spec/template/spec':
          'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
      },
    },
    {
      what: 'a CronJob that says Always',
      spec: { containers: [app], restartPolicy: 'Always' },
      given: { kind: 'CronJob' },
      found: {
        '/spec/jobTemplate/spec/template/spec/restartPolicy':
          'spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
      },
    },
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'].map(
      (kind): Row => ({
        what: `a ${kind} that says Never`,
        spec: { containers: [app], restartPolicy: 'Never' },
        given: { kind },
        found: {
          '/spec/template/spec/restartPolicy':
            'spec.template.spec.restartPolicy: Unsupported value: supported values: "Always"',
        },
      }),
    ),
    {
      what: 'a Deployment that does not say',
      spec: { containers: [app], restartPolicy: '' },
      given: deployment,
    },
    {
      what: 'a Job that says Never',
      spec: { containers: [app], restartPolicy: 'Never' },
      given: { kind: 'Job' },
    },
    { what: 'a Pod', spec: { containers: [app], restartPolicy: 'Never' } },
    {
      what: 'a PodTemplate',
      spec: { containers: [app], restartPolicy: 'Never' },
      given: { kind: 'PodTemplate' },
    },
    {
      what: 'a Job of another group',
      spec: { containers: [app] },
      given: { kind: 'Job', apiVersion: 'batch.volcano.sh/v1alpha1' },
    },
    {
      what: 'a policy that could not be read',
      spec: { containers: [app] },
      given: { kind: 'Job', ...wrongType('/spec/template/spec/restartPolicy') },
    },
  ],
};
