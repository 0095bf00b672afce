import { wiring } from '../../../src/core/checks/wiring/index.ts';
import { app, debug, init, mount, other, type Rows, sidecar, testRows } from '../../support/check-rows.ts';

const ports = (...list: object[]) => ({ ports: list.map((port) => ({ containerPort: 80, ...port })) });
const claim = (name: string, claimName: string) => ({ name, persistentVolumeClaim: { claimName } });
const env = { env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'data', path: 'p', key: 'A' } } }] };
const writes = { volumeMounts: [mount('data', '/data')] };
const reads = { volumeMounts: [{ ...mount('data', '/data'), readOnly: true }] };
const data = [{ name: 'data', emptyDir: {} }];
const envFile = '/spec/containers/0/env/0/valueFrom/fileKeyRef';
const unwritten = 'app reads a variable from volume data, which no container writes before app starts.';
const probe = (port: number | string) => ({ readinessProbe: { httpGet: { port } } });
const twice = (a: string, b: string) => ({
  containers: [{ ...app, volumeMounts: [mount('a', a), mount('b', b)] }],
  volumes: [{ name: 'a' }, { name: 'b' }],
});

const tables: Rows = {
  'duplicate-port': [
    {
      what: 'two apps',
      spec: {
        containers: [
          { ...app, ...ports({}) },
          { ...other, ...ports({}) },
        ],
      },
      found: {
        '/spec/containers/1/ports/0':
          'other declares port 80/TCP, which app declares too: both listen in one network namespace.',
      },
    },
    {
      what: 'another protocol',
      spec: {
        containers: [
          { ...app, ...ports({}) },
          { ...other, ...ports({ protocol: 'UDP' }) },
        ],
      },
    },
    {
      what: 'an init container has ended',
      spec: { initContainers: [{ ...init, ...ports({}) }], containers: [{ ...app, ...ports({}) }] },
    },
    {
      what: 'ports of the node, which the API server refuses',
      spec: {
        hostNetwork: true,
        containers: [
          { ...app, ...ports({}) },
          { ...other, ...ports({}) },
        ],
      },
    },
    {
      what: 'ports of the node, which the API server lets pass',
      spec: {
        hostNetwork: true,
        initContainers: [{ ...sidecar, ...ports({}) }],
        containers: [{ ...app, ...ports({}) }],
      },
      found: {
        '/spec/containers/0/ports/0':
          'app declares port 80/TCP, which proxy declares too: both listen in one network namespace.',
      },
    },
  ],
  'env-file-without-writer': [
    {
      what: 'nobody mounts the volume',
      spec: { containers: [{ ...app, ...env }], volumes: data },
      found: { [envFile]: unwritten },
    },
    {
      what: 'only for reading',
      spec: { initContainers: [{ ...init, ...reads }], containers: [{ ...app, ...env }], volumes: data },
      found: { [envFile]: unwritten },
    },
    {
      what: 'only itself',
      spec: { containers: [{ ...app, ...env, ...writes }], volumes: data },
      found: { [envFile]: unwritten },
    },
    {
      what: 'only after an init container',
      spec: { initContainers: [{ ...init, ...env }], containers: [{ ...app, ...writes }], volumes: data },
      found: {
        '/spec/initContainers/0/env/0/valueFrom/fileKeyRef':
          'setup reads a variable from volume data, which no container writes before setup starts.',
      },
    },
    {
      what: 'an init container writes',
      spec: { initContainers: [{ ...init, ...writes }], containers: [{ ...app, ...env }], volumes: data },
    },
    {
      what: 'a neighbour writes, and the start is tried again',
      spec: {
        containers: [
          { ...app, ...env },
          { ...other, ...writes },
        ],
        volumes: data,
      },
    },
    {
      what: 'off before 1.35',
      options: { kubernetesVersion: '1.34' },
      spec: { containers: [{ ...app, ...env }], volumes: data },
    },
    {
      what: 'another kind is refused',
      spec: { containers: [{ ...app, ...env }], volumes: [{ name: 'data', configMap: { name: 'c' } }] },
    },
  ],
  'one-storage-two-volumes': [
    {
      what: 'one claim',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ ...mount('a', '/a'), readOnly: true }] },
          { ...other, volumeMounts: [mount('b', '/b')] },
        ],
        volumes: [claim('a', 'c'), claim('b', 'c')],
      },
      found: {
        '/spec/volumes/1':
          'Volumes a and b are the same files: app mounts them read-only as the one, other writes them as the other.',
      },
    },
    {
      what: 'one hostPath in one container, spelled differently',
      spec: {
        containers: [{ ...app, volumeMounts: [mount('a', '/a'), { ...mount('b', '/b'), readOnly: true }] }],
        volumes: [
          { name: 'a', hostPath: { path: '/srv/data/' } },
          { name: 'b', hostPath: { path: '/srv/data' } },
        ],
      },
      found: {
        '/spec/volumes/0':
          'Volumes b and a are the same files: app mounts them read-only as the one, app writes them as the other.',
      },
    },
    {
      what: 'the second reader goes by another name',
      spec: {
        containers: [
          {
            ...app,
            volumeMounts: [
              { ...mount('a', '/a'), readOnly: true },
              { ...mount('b', '/b'), readOnly: true },
            ],
          },
          { ...other, volumeMounts: [mount('a', '/a')] },
        ],
        volumes: [claim('a', 'c'), claim('b', 'c')],
      },
      found: {
        '/spec/volumes/0':
          'Volumes b and a are the same files: app mounts them read-only as the one, other writes them as the other.',
      },
    },
    {
      what: 'one volume, two accesses',
      spec: {
        containers: [
          { ...app, volumeMounts: [{ ...mount('a', '/a'), readOnly: true }] },
          { ...other, volumeMounts: [mount('a', '/b')] },
        ],
        volumes: [claim('a', 'c')],
      },
    },
    {
      what: 'both read-only',
      spec: {
        containers: [
          {
            ...app,
            volumeMounts: [
              { ...mount('a', '/a'), readOnly: true },
              { ...mount('b', '/b'), readOnly: true },
            ],
          },
        ],
        volumes: [claim('a', 'c'), claim('b', 'c')],
      },
    },
    {
      what: 'a directory below is another matter',
      spec: {
        containers: [{ ...app, volumeMounts: [{ ...mount('a', '/a'), readOnly: true }, mount('b', '/b')] }],
        volumes: [
          { name: 'a', hostPath: { path: '/srv' } },
          { name: 'b', hostPath: { path: '/srv/data' } },
        ],
      },
    },
  ],
  'overlapping-host-port': [
    {
      what: 'all addresses and one of them',
      spec: {
        containers: [
          { ...app, ...ports({ hostPort: 80 }) },
          { ...other, ...ports({ hostPort: 80, hostIP: '127.0.0.1' }) },
        ],
      },
      found: {
        '/spec/containers/1/ports/0/hostPort':
          'other asks for hostPort 80/TCP, which app asks for too: who gets the traffic is not defined.',
      },
    },
    {
      what: 'a sidecar and an app',
      spec: {
        initContainers: [{ ...sidecar, ...ports({ hostPort: 80 }) }],
        containers: [{ ...app, ...ports({ hostPort: 80 }) }],
      },
      found: {
        '/spec/containers/0/ports/0/hostPort':
          'app asks for hostPort 80/TCP, which proxy asks for too: who gets the traffic is not defined.',
      },
    },
    {
      what: 'all addresses, spelled differently',
      spec: {
        containers: [
          { ...app, ...ports({ hostPort: 80, hostIP: '0.0.0.0' }) },
          { ...other, ...ports({ hostPort: 80 }) },
        ],
      },
      found: {
        '/spec/containers/1/ports/0/hostPort':
          'other asks for hostPort 80/TCP, which app asks for too: who gets the traffic is not defined.',
      },
    },
    {
      what: 'equal for two apps, which is refused',
      spec: {
        containers: [
          { ...app, ...ports({ hostPort: 80 }) },
          { ...other, ...ports({ hostPort: 80 }) },
        ],
      },
    },
    {
      what: 'two addresses',
      spec: {
        containers: [
          { ...app, ...ports({ hostPort: 80, hostIP: '10.0.0.1' }) },
          { ...other, ...ports({ hostPort: 80, hostIP: '127.0.0.1' }) },
        ],
      },
    },
    {
      what: 'two protocols',
      spec: {
        initContainers: [{ ...sidecar, ...ports({ hostPort: 80, protocol: 'UDP' }) }],
        containers: [{ ...app, ...ports({ hostPort: 80 }) }],
      },
    },
    {
      what: 'an init container has ended',
      spec: {
        initContainers: [{ ...init, ...ports({ hostPort: 80 }) }],
        containers: [{ ...app, ...ports({ hostPort: 80 }) }],
      },
    },
    {
      what: 'hostNetwork: their ports are told of already',
      spec: {
        hostNetwork: true,
        initContainers: [{ ...sidecar, ...ports({ hostPort: 80 }) }],
        containers: [{ ...app, ...ports({ hostPort: 80 }) }],
      },
    },
  ],
  'port-name-in-two-containers': [
    {
      what: 'a sidecar and an app',
      spec: {
        initContainers: [{ ...sidecar, ...ports({ name: 'http', containerPort: 9090 }) }],
        containers: [{ ...app, ...ports({ name: 'http' }) }],
      },
      found: {
        '/spec/containers/0/ports/0/name':
          'Port http is the name of port 9090 of proxy and of port 80 of app: a Service reaches only one of them by name.',
      },
    },
    {
      what: 'one number: the port itself is declared twice',
      spec: {
        containers: [
          { ...app, ...ports({ name: 'http' }) },
          { ...other, ...ports({ name: 'http' }) },
        ],
      },
    },
    {
      what: 'in one container, which is refused',
      spec: { containers: [{ ...app, ...ports({ name: 'http' }, { name: 'http', containerPort: 81 }) }] },
    },
    {
      what: 'another protocol',
      spec: {
        containers: [
          { ...app, ...ports({ name: 'dns' }) },
          { ...other, ...ports({ name: 'dns', containerPort: 53, protocol: 'UDP' }) },
        ],
      },
    },
    {
      what: 'Services do not look at init containers',
      spec: {
        initContainers: [{ ...init, ...ports({ name: 'http', containerPort: 81 }) }],
        containers: [{ ...app, ...ports({ name: 'http' }) }],
      },
    },
  ],
  'probe-of-sibling-port': [
    {
      what: 'every kind of probe',
      spec: {
        containers: [
          {
            ...app,
            startupProbe: { tcpSocket: { port: 80 } },
            livenessProbe: { grpc: { port: 80 } },
            ...probe(80),
          },
          { ...other, ...ports({}) },
        ],
      },
      found: Object.fromEntries(
        ['livenessProbe/grpc', 'readinessProbe/httpGet', 'startupProbe/tcpSocket'].map((place) => [
          `/spec/containers/0/${place}/port`,
          'The probe of app asks port 80, which other declares and app does not: it tells how other is.',
        ]),
      ),
    },
    {
      what: 'its own port',
      spec: {
        containers: [
          { ...app, ...ports({}), ...probe(80) },
          { ...other, ...ports({}) },
        ],
      },
    },
    { what: 'a port that nobody declares', spec: { containers: [{ ...app, ...probe(80) }, other] } },
    {
      what: 'another host',
      spec: {
        containers: [
          { ...app, readinessProbe: { httpGet: { port: 80, host: 'example.com' } } },
          { ...other, ...ports({}) },
        ],
      },
    },
    {
      what: 'UDP is not what probes ask',
      spec: {
        containers: [
          { ...app, ...probe(80) },
          { ...other, ...ports({ protocol: 'UDP' }) },
        ],
      },
    },
    {
      what: 'an init container has ended',
      spec: { initContainers: [{ ...init, ...ports({}) }], containers: [{ ...app, ...probe(80) }] },
    },
    {
      what: 'a hook is no probe',
      spec: {
        containers: [
          { ...app, lifecycle: { preStop: { httpGet: { port: 80 } } } },
          { ...other, ...ports({}) },
        ],
      },
    },
  ],
  'probe-of-unknown-port-name': [
    {
      what: 'the name of a sibling’s port',
      spec: {
        containers: [
          { ...app, ...probe('http') },
          { ...other, ...ports({ name: 'http' }) },
        ],
      },
      found: {
        '/spec/containers/0/readinessProbe/httpGet/port':
          'No port of app is called http: the probe never succeeds.',
      },
    },
    { what: 'its own', spec: { containers: [{ ...app, ...ports({ name: 'http' }), ...probe('http') }] } },
    { what: 'a number', spec: { containers: [{ ...app, ...probe(80) }] } },
    { what: 'a number in quotes, which is refused', spec: { containers: [{ ...app, ...probe('80') }] } },
  ],
  'same-path-twice': [
    {
      what: 'a slash more',
      spec: twice('/data', '/data/'),
      found: {
        '/spec/containers/0/volumeMounts/1/mountPath':
          'app has volumes a and b at /data: one hides the other.',
      },
    },
    {
      what: 'relative and absolute',
      spec: twice('data', '/data'),
      found: {
        '/spec/containers/0/volumeMounts/1/mountPath':
          'app has volumes a and b at /data: one hides the other.',
      },
    },
    {
      what: 'the service-account token',
      spec: {
        containers: [
          { ...app, volumeMounts: [mount('a', '/var/run/secrets/kubernetes.io/serviceaccount/')] },
        ],
        volumes: [{ name: 'a' }],
      },
      found: {
        '/spec/containers/0/volumeMounts/0/mountPath':
          'app has volumes a and kube-api-access at /var/run/secrets/kubernetes.io/serviceaccount: one hides the other.',
      },
    },
    {
      what: 'a device',
      spec: {
        containers: [
          {
            ...app,
            volumeMounts: [mount('a', '/data')],
            volumeDevices: [{ name: 'b', devicePath: '/data/' }],
          },
        ],
        volumes: [{ name: 'a' }, claim('b', 'c')],
      },
      found: {
        '/spec/containers/0/volumeDevices/0/devicePath':
          'app has volumes a and b at /data: one hides the other.',
      },
    },
    { what: 'letter by letter equal, which is refused', spec: twice('/data', '/data') },
    { what: 'one below the other', spec: twice('/data', '/data/cache') },
    {
      what: 'in two containers',
      spec: {
        containers: [
          { ...app, volumeMounts: [mount('a', '/data')] },
          { ...other, volumeMounts: [mount('a', '/data/')] },
        ],
        volumes: [{ name: 'a' }],
      },
    },
  ],
  'unused-volume': [
    {
      what: 'mounted nowhere',
      spec: { containers: [app], volumes: [{ name: 'a', configMap: { name: 'c' } }] },
      found: { '/spec/volumes/0': 'No container mounts volume a (configMap).' },
    },
    {
      what: 'a claim template of a StatefulSet',
      given: { kind: 'StatefulSet', workload: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } },
      spec: { containers: [app] },
      found: {
        '/spec/volumeClaimTemplates/0': 'No container mounts volume data (persistentVolumeClaim).',
      },
    },
    {
      what: 'mounted, as a device too, by any container, or read from',
      spec: {
        initContainers: [{ ...init, volumeMounts: [mount('a', '/a')] }],
        containers: [{ ...app, volumeDevices: [{ name: 'b', devicePath: '/b' }], ...env }],
        ephemeralContainers: [{ ...debug, volumeMounts: [mount('c', '/c')] }],
        volumes: [{ name: 'a' }, claim('b', 'c'), { name: 'c' }, { name: 'data' }],
      },
    },
    {
      what: 'an operator adds containers',
      given: { kind: 'SparkApplication', apiVersion: 'sparkoperator.k8s.io/v1beta2' },
      spec: { containers: [app], volumes: [{ name: 'a' }] },
    },
  ],
};

testRows(wiring, tables);
