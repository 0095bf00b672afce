import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpecWith } from './parts/object.ts';
import { imageParameter, objectParameters, portParameter } from './parts/parameters.ts';
import { every, shell } from './parts/scripts.ts';

/** One network namespace: a server on loopback and its client. */
export const localhost: Example = {
  id: 'localhost',
  title: 'Two containers talk over localhost',
  teaches:
    'The containers of a Pod are in one network namespace: 127.0.0.1 is the same for all, and they share one space of ports.',
  lesson:
    'The server listens on loopback only, so its siblings reach it and nobody else does: not the Pod IP, no Service, no httpGet probe. No Service is needed between containers of one Pod. containerPort opens nothing and publishes nothing.',
  shares: ['port'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('localhost', lasting),
    imageParameter('server', 'busybox:1.37', '/bin/sh and the httpd of BusyBox'),
    imageParameter('client', 'busybox:1.37', '/bin/sh and wget'),
    portParameter('port', '8080', 'Where the server listens on 127.0.0.1.'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('server', 'readlink /proc/self/ns/net'),
      exec('client', 'readlink /proc/self/ns/net'),
      exec('client', 'netstat -ltn'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const { port } = values;
  return {
    ...restrictedSpecWith(port),
    containers: [
      container(values, 'server', serve(port), { ports: [{ containerPort: Number(port) }] }),
      container(values, 'client', ask(port)),
    ],
  };
};

const serve = (port: string | undefined) =>
  shell(
    'mkdir -p /tmp/www',
    'echo "hello from the server" > /tmp/www/index.html',
    `echo "server: listening on 127.0.0.1:${port}"`,
    `httpd -f -p 127.0.0.1:${port} -h /tmp/www & wait $!`,
  );

const ask = (port: string | undefined) =>
  shell(
    every(
      3,
      `if answer=$(wget -q -O - http://127.0.0.1:${port}/ 2>/dev/null); then`,
      `  echo "client: 127.0.0.1:${port} says: $answer"`,
      'else',
      '  echo "client: nobody listens yet"',
      'fi',
    ),
  );

const comments = {
  '/containers/0/ports': 'Says what is there. It opens nothing: without it the port is the same.',
};
