import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpecWith } from './parts/object.ts';
import { imageParameter, objectParameters, portParameter } from './parts/parameters.ts';
import { rest, rounds, shell, task, work } from './parts/scripts.ts';

/** What starts when: a sidecar with a startupProbe holds back everything after it. */
export const startupOrder: Example = {
  id: 'startup-order',
  title: 'A sidecar that must be ready first',
  teaches:
    'Init containers start one after the other. After a sidecar the next one starts once the sidecar runs and its startupProbe has passed, so an init container and the app find it ready on localhost.',
  lesson:
    'A plain init container never talks to the app over localhost: it has ended before any app container starts. It does talk to a sidecar that stands before it. Without a startupProbe a sidecar counts as started as soon as it runs. The probe is a command because the server listens on loopback only: httpGet goes to the IP of the Pod. App containers have no order among themselves.',
  shares: ['port'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('startup-order', anyKind),
    imageParameter('database', 'busybox:1.37', '/bin/sh, wget and the httpd of BusyBox'),
    imageParameter('migrate', 'busybox:1.37', '/bin/sh and wget'),
    imageParameter('app', 'busybox:1.37', '/bin/sh and wget'),
    portParameter('port', '8080', 'Where the sidecar listens on 127.0.0.1.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [...start, logs(), exec('app', `wget -q -O - ${urlOf(values)}`)];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const urlOf = ({ port }: Arguments) => `http://127.0.0.1:${port}/`;

const spec = (values: Arguments) => {
  const url = urlOf(values);
  return {
    ...restrictedSpecWith(values['port']),
    initContainers: [
      container(values, 'database', serve(values), {
        restartPolicy: 'Always',
        ports: [{ containerPort: Number(values['port']) }],
        startupProbe: {
          exec: { command: ['wget', '-q', '-O', '-', url] },
          periodSeconds: 1,
          failureThreshold: 60,
        },
      }),
      container(values, 'migrate', migrate(url)),
    ],
    containers: [container(values, 'app', ask(values, url))],
  };
};

const serve = ({ port }: Arguments) =>
  shell(
    'echo "database: starting, this takes 4 seconds"',
    rest(4),
    'mkdir -p /tmp/www',
    'echo "ready" > /tmp/www/index.html',
    'echo "database: ready"',
    `httpd -f -p 127.0.0.1:${port} -h /tmp/www & wait $!`,
  );

const migrate = (url: string) =>
  task(
    `until answer=$(wget -q -O - ${url} 2>/dev/null); do`,
    '  echo "migrate: the database does not answer yet"',
    `  ${rest(1)}`,
    'done',
    'echo "migrate: the database is $answer, tables made"',
  );

const ask = (values: Arguments, url: string) =>
  work(
    values,
    rounds(
      values,
      3,
      `if answer=$(wget -q -O - ${url} 2>/dev/null); then`,
      '  echo "app: the database is $answer"',
      'else',
      '  echo "app: the database does not answer"',
      'fi',
    ),
  );

const comments = {
  '/initContainers/0/restartPolicy': 'A sidecar: it stays while the next ones start.',
  '/initContainers/0/startupProbe': 'Until it passes, nothing after this container starts.',
  '/initContainers/1': 'A plain init container: it must end before the app starts.',
};
