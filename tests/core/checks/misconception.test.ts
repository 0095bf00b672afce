import { misconception } from '../../../src/core/checks/misconception/index.ts';
import {
  app,
  debug,
  init,
  mount,
  other,
  type Rows,
  sh,
  sidecar,
  testRows,
} from '../../support/check-rows.ts';

const volumes = (source: object = { emptyDir: {} }) => [{ name: 'data', ...source }];
const mounting = (...mounts: object[]) => ({
  volumeMounts: mounts.map((more) => ({ name: 'data', mountPath: '/data', ...more })),
});
const users = (a: object, b: object, more: object = {}) => ({
  containers: [
    { ...app, ...mounting({}), securityContext: a },
    { ...other, ...mounting({}), securityContext: b },
  ],
  volumes: volumes(),
  ...more,
});
const nested = (script: string) => ({
  containers: [
    { ...app, ...sh(script), ...mounting({ readOnly: true }, { name: 'cache', mountPath: '/data/cache' }) },
  ],
  volumes: [...volumes({ configMap: { name: 'c' } }), { name: 'cache', emptyDir: {} }],
});
const strangers = (a: number, b: number) => ({
  '/spec/volumes/0': `app (user ${a}) and other (user ${b}) share volume data and no group: other reads what app writes only if its mode lets everyone.`,
});
const db = { name: 'db', image: 'postgres', ports: [{ containerPort: 5432 }] };
const waits = (script: string) => ({ initContainers: [{ ...init, ...sh(script) }], containers: [db] });
const tooEarly =
  'setup connects to port 5432 on localhost, which db declares: db starts only after setup has ended.';
const reads = (script: string) => ({
  containers: [
    { ...app, ...mounting({}) },
    { ...other, ...sh(script), ...mounting({ readOnly: true }) },
  ],
  volumes: volumes(),
});
const tails = {
  '/spec/containers/1':
    'other follows a file in volume data without waiting for it: until app has made the file, tail ends at once.',
};
const node = (path: string, more: object = {}) => ({
  containers: [{ ...app, ...mounting({ readOnly: true, ...more }) }],
  volumes: volumes({ hostPath: { path } }),
});
const shm = { volumeMounts: [mount('data', '/dev/shm')] };

const tables: Rows = {
  'disjoint-sub-paths': [
    {
      what: 'different directories',
      spec: {
        containers: [
          { ...app, ...mounting({ subPath: 'a' }) },
          { ...other, ...mounting({ subPath: 'b' }) },
        ],
        volumes: volumes(),
      },
      found: {
        '/spec/volumes/0':
          'app and other mount different directories of volume data: no file of it is in both.',
      },
    },
    {
      what: 'one in the other',
      spec: {
        containers: [
          { ...app, ...mounting({ subPath: 'a' }) },
          { ...other, ...mounting({ subPath: 'a/b' }) },
        ],
        volumes: volumes(),
      },
    },
    {
      what: 'also common ones',
      spec: {
        containers: [
          { ...app, ...mounting({ subPath: 'a' }) },
          { ...other, ...mounting({ subPath: 'b' }, { subPath: 'a', mountPath: '/a' }) },
        ],
        volumes: volumes(),
      },
    },
    {
      what: 'variables decide',
      spec: {
        containers: [
          { ...app, ...mounting({ subPathExpr: '$(A)' }) },
          { ...other, ...mounting({ subPath: 'b' }) },
        ],
        volumes: volumes(),
      },
    },
    {
      what: 'files of a ConfigMap',
      spec: {
        containers: [
          { ...app, ...mounting({ subPath: 'a' }) },
          { ...other, ...mounting({ subPath: 'b' }) },
        ],
        volumes: volumes({ configMap: { name: 'c' } }),
      },
    },
    {
      what: 'one container',
      spec: {
        containers: [{ ...app, ...mounting({ subPath: 'a' }, { subPath: 'b', mountPath: '/b' }) }],
        volumes: volumes(),
      },
    },
  ],
  'empty-dir-without-writer': [
    {
      what: 'in all containers',
      spec: {
        containers: [
          { ...app, ...mounting({ readOnly: true }) },
          { ...other, ...mounting({ readOnly: true }) },
        ],
        volumes: volumes(),
      },
      found: { '/spec/volumes/0': 'Every mount of volume data is read-only, so nothing is ever in it.' },
    },
    {
      what: 'in one, without a source',
      spec: { containers: [{ ...app, ...mounting({ readOnly: true }) }], volumes: volumes({}) },
      found: { '/spec/volumes/0': 'The only mount of volume data is read-only, so nothing is ever in it.' },
    },
    {
      what: 'an init container writes',
      spec: {
        initContainers: [{ ...init, ...mounting({}) }],
        containers: [{ ...app, ...mounting({ readOnly: true }) }],
        volumes: volumes(),
      },
    },
    {
      what: 'a claim has content of its own',
      spec: {
        containers: [{ ...app, ...mounting({ readOnly: true }) }],
        volumes: volumes({ persistentVolumeClaim: { claimName: 'c' } }),
      },
    },
    { what: 'not mounted', spec: { containers: [app], volumes: volumes() } },
  ],
  'ephemeral-without-target': [
    {
      what: 'sees itself',
      spec: { containers: [app], ephemeralContainers: [debug] },
      found: { '/spec/ephemeralContainers/0': 'debug has no target: it sees its own processes only.' },
    },
    {
      what: 'with a target',
      spec: { containers: [app], ephemeralContainers: [{ ...debug, targetContainerName: 'app' }] },
    },
    {
      what: 'shared processes',
      spec: { shareProcessNamespace: true, containers: [app], ephemeralContainers: [debug] },
    },
    {
      what: 'processes of the node',
      spec: { hostPID: true, containers: [app], ephemeralContainers: [debug] },
    },
    { what: 'Windows', spec: { os: { name: 'windows' }, containers: [app], ephemeralContainers: [debug] } },
  ],
  'localhost-from-init-container': [
    ...[
      'until nc -z localhost 5432; do sleep 1; done',
      'wait-for-it.sh 127.0.0.1:5432 -t 30',
      'pg_isready -h localhost -p 5432',
      'psql --host=localhost --port=5432 -c "select 1"',
      'migrate -database "postgres://user:secret@localhost:5432/db" up',
      'curl http://[::1]:5432/',
      'until (echo > /dev/tcp/localhost/5432) 2>/dev/null; do sleep 1; done',
      'dockerize -wait tcp://localhost:5432 true',
      'cat < /dev/tcp/localhost/5432',
      'echo "waits for 5432"; curl http://localhost:5432/ &> /dev/null',
      'cat <<EOF\nwait\nEOF\ncurl http://localhost:5432/',
    ].map((script) => ({
      what: script,
      spec: waits(script),
      found: { '/spec/initContainers/0': tooEarly },
    })),
    {
      what: 'port 80 by default, without a shell',
      spec: {
        initContainers: [{ ...init, command: ['wget', '-q'], args: ['http://localhost/ready'] }],
        containers: [{ ...app, image: 'nginx', ports: [{ containerPort: 80 }] }],
      },
      found: {
        '/spec/initContainers/0':
          'setup connects to port 80 on localhost, which app declares: app starts only after setup has ended.',
      },
    },
    {
      what: 'a sidecar that stands after it',
      spec: {
        initContainers: [
          { ...init, ...sh('nc -z localhost 9090') },
          { ...sidecar, image: 'envoy', ports: [{ containerPort: 9090 }] },
        ],
        containers: [app],
      },
      found: {
        '/spec/initContainers/0':
          'setup connects to port 9090 on localhost, which proxy declares: proxy starts only after setup has ended.',
      },
    },
    ...[
      'nc -z db 5432',
      'nc -l localhost 5432',
      'server --listen 127.0.0.1:5432',
      'etcd --listen-client-urls http://localhost:5432',
      'echo localhost:5432',
      'curl localhost:8080',
      'curl http://localhost.example.com:5432',
      'echo "see http://localhost:5432/"',
      'cat > /conf/default.conf <<EOF\nlocation / { proxy_pass http://localhost:5432; }\nEOF',
      'python -m http.server 5432 & sleep 1; curl http://localhost:5432/',
      'pg_ctl start -o "-p 5432"; psql -h localhost -p 5432',
      'server & sleep 1; curl http://localhost:5432/',
    ].map((script) => ({ what: script, spec: waits(script) })),
    {
      what: 'a sidecar that stands before it',
      spec: {
        initContainers: [
          { ...sidecar, ports: [{ containerPort: 5432 }] },
          { ...init, ...sh('nc -z localhost 5432') },
        ],
        containers: [db],
      },
    },
    {
      what: 'its own image may start the server',
      spec: {
        initContainers: [{ ...init, image: 'postgres', ...sh('psql -h localhost -p 5432') }],
        containers: [db],
      },
    },
    { what: 'an app container', spec: { containers: [db, { ...app, ...sh('nc -z localhost 5432') }] } },
  ],
  'own-dev-shm': [
    {
      what: 'in one of two',
      spec: { containers: [app, { ...other, ...shm }], volumes: volumes({ emptyDir: { medium: 'Memory' } }) },
      found: {
        '/spec/containers/1/volumeMounts/0':
          'other has volume data at /dev/shm and app has not, so they share no POSIX shared memory, though they share the IPC namespace.',
      },
    },
    {
      what: 'in both',
      spec: {
        containers: [
          { ...app, ...shm },
          { ...other, ...shm },
        ],
        volumes: volumes(),
      },
    },
    {
      what: 'of another volume',
      spec: {
        containers: [
          { ...app, ...shm },
          { ...other, volumeMounts: [{ name: 'two', mountPath: '/dev/shm' }] },
        ],
        volumes: [{ name: 'data' }, { name: 'two' }],
      },
      found: {
        '/spec/containers/0/volumeMounts/0':
          'app has volume data at /dev/shm and other has volume two, so they share no POSIX shared memory, though they share the IPC namespace.',
      },
    },
    {
      what: 'another part of one volume',
      spec: {
        containers: [
          { ...app, ...shm },
          { ...other, volumeMounts: [{ name: 'data', mountPath: '/dev/shm', subPath: 'q' }] },
        ],
        volumes: volumes(),
      },
      found: {
        '/spec/containers/0/volumeMounts/0':
          'app has volume data at /dev/shm and other has another part of it, so they share no POSIX shared memory, though they share the IPC namespace.',
      },
    },
    {
      what: 'one directory of the node by two volumes',
      spec: {
        containers: [
          { ...app, ...shm },
          { ...other, volumeMounts: [{ name: 'two', mountPath: '/dev/shm' }] },
        ],
        volumes: [
          { name: 'data', hostPath: { path: '/srv/memory' } },
          { name: 'two', hostPath: { path: '/srv/memory/' } },
        ],
      },
    },
    {
      what: 'the one of the node, which hostIPC gives to all',
      spec: {
        hostIPC: true,
        containers: [{ ...app, ...shm }, other],
        volumes: volumes({ hostPath: { path: '/dev/shm' } }),
      },
    },
    {
      what: 'only an init container lacks it',
      spec: { initContainers: [init], containers: [{ ...app, ...shm }], volumes: volumes() },
    },
    { what: 'nowhere', spec: { containers: [app, other] } },
  ],
  'propagation-not-received': [
    {
      what: 'None, to an app, a sidecar before it and an ephemeral container; not to an init container that has ended',
      spec: {
        initContainers: [
          { ...init, ...mounting({}) },
          { ...sidecar, ...mounting({}) },
        ],
        containers: [
          {
            ...app,
            ...mounting({ mountPropagation: 'Bidirectional' }),
            securityContext: { privileged: true },
          },
          { ...other, ...mounting({ mountPropagation: 'None' }) },
          { name: 'third', image: 'busybox', ...mounting({ mountPropagation: 'HostToContainer' }) },
        ],
        ephemeralContainers: [{ ...debug, targetContainerName: 'app', ...mounting({}) }],
        volumes: volumes(),
      },
      found: {
        '/spec/initContainers/1/volumeMounts/0':
          'Mounts that app makes in volume data do not appear in proxy: its mount has no mountPropagation.',
        '/spec/containers/1/volumeMounts/0':
          'Mounts that app makes in volume data do not appear in other: its mount has no mountPropagation.',
        '/spec/ephemeralContainers/0/volumeMounts/0':
          'Mounts that app makes in volume data do not appear in debug: its mount has no mountPropagation.',
      },
    },
    {
      what: 'nobody shares mounts',
      spec: {
        containers: [
          { ...app, ...mounting({}) },
          { ...other, ...mounting({}) },
        ],
        volumes: volumes(),
      },
    },
    {
      what: 'mounts made before the other starts are there',
      spec: {
        initContainers: [
          {
            ...init,
            ...mounting({ mountPropagation: 'Bidirectional' }),
            securityContext: { privileged: true },
          },
        ],
        containers: [{ ...app, ...mounting({}) }],
        volumes: volumes(),
      },
    },
  ],
  'read-only-not-recursive': [
    ...['/', '/run', '/var/run', '/var/lib/kubelet', '/sys', '/dev'].map((path) => ({
      what: path,
      spec: node(path),
      found: {
        '/spec/containers/0/volumeMounts/0/readOnly': `app mounts ${path} of the node read-only, but not what is mounted below it there: that stays writable.`,
      },
    })),
    {
      what: 'once for a container',
      spec: {
        containers: [
          { ...app, ...mounting({ readOnly: true }, { mountPath: '/run', subPath: 'run', readOnly: true }) },
        ],
        volumes: volumes({ hostPath: { path: '/' } }),
      },
      found: {
        '/spec/containers/0/volumeMounts/0/readOnly':
          'app mounts / of the node read-only, but not what is mounted below it there: that stays writable.',
      },
    },
    { what: 'not root', spec: { ...node('/'), securityContext: { runAsNonRoot: true } } },
    { what: 'recursive', spec: node('/', { recursiveReadOnly: 'IfPossible' }) },
    { what: 'a directory without mounts', spec: node('/etc') },
    { what: 'a part without mounts', spec: node('/', { subPath: 'etc' }) },
    { what: 'writable anyway', spec: node('/', { readOnly: false }) },
  ],
  'read-only-volume-writer': [
    {
      what: 'a script that writes',
      spec: {
        initContainers: [{ ...init, ...sh('sed -i s/a/b/ /data/app.conf'), ...mounting({}) }],
        containers: [app],
        volumes: volumes({ configMap: { name: 'c' } }),
      },
      found: {
        '/spec/initContainers/0/volumeMounts/0':
          'setup writes below /data, but a configMap volume is always read-only.',
      },
    },
    {
      what: 'readOnly: false',
      spec: {
        containers: [{ ...app, ...mounting({ readOnly: false }) }],
        volumes: volumes({ secret: { secretName: 's' } }),
      },
      found: {
        '/spec/containers/0/volumeMounts/0':
          'readOnly: false has no effect: a secret volume is always read-only.',
      },
    },
    {
      what: 'a script that reads',
      spec: {
        containers: [{ ...app, ...sh('cp /data/app.conf /etc/app.conf'), ...mounting({}) }],
        volumes: volumes({ configMap: { name: 'c' } }),
      },
    },
    {
      what: 'a volume that can be written',
      spec: { containers: [{ ...app, ...sh('touch /data/a'), ...mounting({}) }], volumes: volumes() },
    },
    {
      what: 'a volume that can be written, mounted below one that cannot',
      spec: nested('touch /data/cache/a'),
    },
    {
      what: 'both of them written',
      spec: nested('touch /data/cache/a /data/b'),
      found: {
        '/spec/containers/0/volumeMounts/0':
          'app writes below /data, but a configMap volume is always read-only.',
      },
    },
  ],
  'shared-volume-different-users': [
    {
      what: 'no group in common',
      spec: users({ runAsUser: 1000 }, { runAsUser: 2000 }),
      found: strangers(1000, 2000),
    },
    {
      what: 'root writes',
      spec: users({ runAsUser: 0 }, { runAsUser: 2000 }),
      found: strangers(0, 2000),
    },
    {
      what: 'root without capabilities reads',
      spec: users({ runAsUser: 1000 }, { runAsUser: 0, capabilities: { drop: ['ALL'] } }),
      found: strangers(1000, 0),
    },
    {
      what: 'the second writer is the stranger',
      spec: {
        containers: [
          { ...app, securityContext: { runAsUser: 1000 }, ...mounting({}) },
          { ...other, securityContext: { runAsUser: 0 }, ...mounting({}) },
        ],
        volumes: volumes(),
      },
      found: {
        '/spec/volumes/0':
          'other (user 0) and app (user 1000) share volume data and no group: app reads what other writes only if its mode lets everyone.',
      },
    },
    {
      what: 'fsGroup',
      spec: users({ runAsUser: 1000 }, { runAsUser: 2000 }, { securityContext: { fsGroup: 1 } }),
    },
    {
      what: 'one group',
      spec: users({ runAsUser: 1000, runAsGroup: 7 }, { runAsUser: 2000, runAsGroup: 7 }),
    },
    { what: 'one user', spec: users({ runAsUser: 1000 }, { runAsUser: 1000 }) },
    {
      what: 'the kubelet reads it for the other',
      spec: {
        containers: [
          { ...app, securityContext: { runAsUser: 1000 }, ...mounting({}) },
          {
            ...other,
            securityContext: { runAsUser: 2000 },
            env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'data', path: 'p', key: 'A' } } }],
          },
        ],
        volumes: volumes(),
      },
    },
    { what: 'the images decide', spec: users({ runAsUser: 1000 }, {}) },
    {
      what: 'nobody writes',
      spec: {
        containers: [
          { ...app, securityContext: { runAsUser: 1000 }, ...mounting({}) },
          { ...other, securityContext: { runAsUser: 2000 }, ...mounting({}) },
        ],
        volumes: volumes({ configMap: { name: 'c' } }),
      },
    },
    { what: 'Windows', spec: users({ runAsUser: 1000 }, { runAsUser: 2000 }, { os: { name: 'windows' } }) },
  ],
  'signal-to-pause': [
    {
      what: 'the pause process',
      spec: {
        shareProcessNamespace: true,
        containers: [app, { ...other, ...sh('while inotifyd; do kill -HUP 1; done') }],
      },
      found: {
        '/spec/containers/1':
          'other signals PID 1, which is the pause process of the Pod, not the program of a container.',
      },
    },
    {
      what: 'the init process of the node',
      spec: { hostPID: true, containers: [{ ...app, command: ['kill', '-s', 'HUP', '1'] }] },
      found: {
        '/spec/containers/0':
          'app signals PID 1, which is the init process of the node, not the program of a container.',
      },
    },
    {
      what: 'a hook and a probe, each by itself',
      spec: {
        shareProcessNamespace: true,
        containers: [
          {
            ...app,
            lifecycle: { preStop: { exec: { command: ['/bin/kill', '-QUIT', '1'] } } },
            livenessProbe: { exec: sh('kill -0 "1"') },
            readinessProbe: { exec: { command: ['true'] } },
          },
        ],
      },
      found: {
        '/spec/containers/0/livenessProbe/exec/command':
          'app signals PID 1, which is the pause process of the Pod, not the program of a container.',
        '/spec/containers/0/lifecycle/preStop/exec/command':
          'app signals PID 1, which is the pause process of the Pod, not the program of a container.',
      },
    },
    { what: 'processes of its own', spec: { containers: [{ ...app, ...sh('kill -HUP 1') }] } },
    {
      what: 'a hook in processes of its own',
      spec: { containers: [{ ...app, lifecycle: { preStop: { exec: sh('kill -QUIT 1') } } }] },
    },
    {
      what: 'another process',
      spec: { shareProcessNamespace: true, containers: [{ ...app, ...sh('kill -1 $(pidof nginx)') }] },
    },
  ],
  'tail-of-missing-file': [
    { what: 'at once', spec: reads('tail -f /data/app.log'), found: tails },
    { what: 'from the start', spec: reads('tail -n+1 -f /data/app.log'), found: tails },
    { what: 'GNU', spec: reads('exec tail --follow /data/app.log'), found: tails },
    {
      what: 'without a shell',
      spec: {
        containers: [
          { ...app, ...mounting({}) },
          { ...other, command: ['tail'], args: ['-n', '100', '-f', '/data/app.log'], ...mounting({}) },
        ],
        volumes: volumes(),
      },
      found: tails,
    },
    ...[
      'tail -F /data/app.log',
      'tail -f --retry /data/app.log',
      'tail -n 5 /data/app.log',
      'touch /data/app.log; tail -f /data/app.log',
      'until [ -f /data/app.log ]; do sleep 1; done; tail -f /data/app.log',
      'while true; do tail -f /data/app.log; done',
      'sleep 10; tail -f /data/app.log',
      'tail -f /var/log/own.log',
    ].map((script) => ({ what: script, spec: reads(script) })),
    {
      what: 'an init container may have made it',
      spec: { ...reads('tail -f /data/app.log'), initContainers: [{ ...init, ...mounting({}) }] },
    },
    {
      what: 'nobody else mounts the volume',
      spec: { containers: [{ ...app, ...sh('tail -f /data/app.log'), ...mounting({}) }], volumes: volumes() },
    },
    {
      what: 'a claim may have it already',
      spec: {
        ...reads('tail -f /data/app.log'),
        volumes: volumes({ persistentVolumeClaim: { claimName: 'c' } }),
      },
    },
  ],
};

testRows(misconception, tables);
