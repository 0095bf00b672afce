import {
  app,
  debug,
  deployment,
  init,
  portName,
  portRange,
  type Rows,
  sidecar,
  withApp,
  wrongType,
} from './parts.ts';

export const ports: Rows = {
  'invalid-port-number': [
    {
      what: 'missing, zero, out of range, in every class',
      spec: {
        initContainers: [{ ...init, ports: [{ name: 'a' }] }],
        containers: [{ ...app, ports: [{ containerPort: 0 }, { containerPort: 70_000, hostPort: -1 }] }],
        ephemeralContainers: [{ ...debug, ports: [{ containerPort: 65_536 }] }],
      },
      found: {
        '/spec/initContainers/0/ports/0': 'spec.initContainers[0].ports[0].containerPort: Required value',
        '/spec/containers/0/ports/0/containerPort':
          'spec.containers[0].ports[0].containerPort: Required value',
        '/spec/containers/0/ports/1/containerPort': `spec.containers[0].ports[1].containerPort: ${portRange}`,
        '/spec/containers/0/ports/1/hostPort': `spec.containers[0].ports[1].hostPort: ${portRange}`,
        '/spec/ephemeralContainers/0/ports/0/containerPort': `spec.ephemeralContainers[0].ports[0].containerPort: ${portRange}`,
      },
    },
    {
      what: 'the limits, hostPort 0',
      spec: withApp({
        ports: [
          { containerPort: 1, hostPort: 65_535 },
          { containerPort: 65_535, hostPort: 0 },
        ],
      }),
    },
    {
      what: 'a number in quotes: that is another finding',
      spec: withApp({ ports: [{}] }),
      given: wrongType('/spec/containers/0/ports/0/containerPort'),
    },
  ],
  'invalid-port-name': [
    {
      what: 'too long, no letter, capitals, hyphens in the wrong place',
      spec: withApp({ ports: ['a'.repeat(16), '80', 'Http', 'a--b', '-a'].map((name) => ({ name })) }),
      found: Object.fromEntries(
        [0, 1, 2, 3, 4].map((i) => [
          `/spec/containers/0/ports/${i}/name`,
          `spec.containers[0].ports[${i}].name: ${portName}`,
        ]),
      ),
    },
    {
      what: 'good names, and none',
      spec: withApp({ ports: [{ name: 'a'.repeat(15) }, { name: '8-a-0' }, { name: '' }, {}] }),
    },
  ],
  'duplicate-port-name': [
    {
      what: 'twice in one container',
      spec: withApp({
        ports: [
          { name: 'http', containerPort: 80 },
          { name: 'http', containerPort: 81 },
        ],
      }),
      found: {
        '/spec/containers/0/ports/1/name': 'spec.containers[0].ports[1].name: Duplicate value: "http"',
      },
    },
    {
      what: 'in two containers, and no names',
      spec: {
        containers: [
          { ...app, ports: [{ name: 'http', containerPort: 80 }, {}, {}] },
          { ...app, name: 'b', ports: [{ name: 'http', containerPort: 81 }] },
        ],
      },
    },
  ],
  'duplicate-host-port': [
    {
      what: 'a Pod in the network of its node with one containerPort twice',
      spec: {
        hostNetwork: true,
        containers: [
          { ...app, ports: [{ containerPort: 80 }] },
          { ...app, name: 'b', ports: [{ containerPort: 80 }] },
        ],
      },
      found: {
        '/spec/containers/1/ports/0/containerPort':
          'spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"',
      },
    },
    {
      what: 'the same as a template: accepted, its Pods are not',
      spec: {
        hostNetwork: true,
        containers: [
          { ...app, ports: [{ containerPort: 80, hostPort: 80 }] },
          { ...app, name: 'b', ports: [{ containerPort: 80 }] },
        ],
      },
      given: deployment,
      found: {
        '/spec/template/spec/containers/1/ports/0/containerPort':
          'The Deployment is accepted, its Pods are refused at spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80".',
      },
    },
    {
      what: 'written twice in a template, after one by default',
      spec: {
        hostNetwork: true,
        containers: [
          { ...app, ports: [{ containerPort: 80 }] },
          { ...app, name: 'b', ports: [{ containerPort: 80, hostPort: 80 }] },
          { ...app, name: 'c', ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }] },
        ],
      },
      given: deployment,
      found: {
        '/spec/template/spec/containers/1/ports/0/hostPort':
          'The Deployment is accepted, its Pods are refused at spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80".',
        '/spec/template/spec/containers/2/ports/0/hostPort':
          'spec.template.spec.containers[2].ports[0].hostPort: Duplicate value: "TCP//80"',
      },
    },
    {
      what: 'twice in one init container, which the API server always calls the first',
      spec: {
        initContainers: [
          init,
          {
            ...sidecar,
            ports: [
              { containerPort: 1, hostPort: 90 },
              { containerPort: 2, hostPort: 90 },
            ],
          },
        ],
        containers: [app],
      },
      found: {
        '/spec/initContainers/1/ports/1/hostPort':
          'spec.initContainers[0].ports[1].hostPort: Duplicate value: "TCP//90"',
      },
    },
    {
      what: 'a sidecar and an app, another protocol, another hostIP, hostPort 0, no hostNetwork',
      spec: {
        initContainers: [{ ...sidecar, ports: [{ containerPort: 9090, hostPort: 9090 }] }],
        containers: [
          { ...app, ports: [{ containerPort: 9090, hostPort: 9090 }] },
          { ...app, name: 'b', ports: [{ containerPort: 9090, hostPort: 9090, protocol: 'UDP' }] },
          { ...app, name: 'c', ports: [{ containerPort: 9090, hostPort: 9090, hostIP: '127.0.0.1' }] },
          { ...app, name: 'd', ports: [{ containerPort: 80, hostPort: 0 }, { containerPort: 80 }] },
        ],
      },
    },
  ],
  'host-port-mismatch': [
    {
      what: 'another hostPort',
      spec: { hostNetwork: true, ...withApp({ ports: [{ containerPort: 80, hostPort: 8080 }] }) },
      found: {
        '/spec/containers/0/ports/0/hostPort':
          'spec.containers[0].ports[0].hostPort: must match `containerPort` when `hostNetwork` is true',
      },
    },
    {
      what: 'the same, none, 0, an init container',
      spec: {
        hostNetwork: true,
        initContainers: [{ ...sidecar, ports: [{ containerPort: 80, hostPort: 8080 }] }],
        containers: [
          {
            ...app,
            ports: [
              { containerPort: 80, hostPort: 80 },
              { containerPort: 81 },
              { containerPort: 82, hostPort: 0 },
            ],
          },
        ],
      },
    },
    { what: 'without hostNetwork', spec: withApp({ ports: [{ containerPort: 80, hostPort: 8080 }] }) },
  ],
};
