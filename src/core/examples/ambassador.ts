import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpecWith } from './parts/object.ts';
import { hostParameter, imageParameter, objectParameters, portParameter } from './parts/parameters.ts';
import { every, perl, shell } from './parts/scripts.ts';

const standIn = '127.0.0.2';

/** An ambassador: the app asks localhost, a sidecar knows where the service really is. */
export const ambassador: Example = {
  id: 'ambassador',
  title: 'An ambassador stands for a service elsewhere',
  teaches:
    'The app connects to localhost. A sidecar in the same network namespace listens there and forwards each connection to where the service is, so the app need not know.',
  lesson:
    'The sidecar is an init container that stays, so it listens before the app asks. As long as upstream.host is 127.0.0.2 a third container plays the service; give the name of a real one, and it is left out. All of 127.0.0.0/8 is loopback, and two servers share a port number when their addresses differ.',
  shares: ['port'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('ambassador', lasting),
    imageParameter('ambassador', 'debian:13-slim', 'Perl'),
    imageParameter('app', 'busybox:1.37', '/bin/sh and wget'),
    imageParameter('backend', 'busybox:1.37', '/bin/sh and the httpd of BusyBox'),
    portParameter('port', '8080', 'Where the ambassador listens on 127.0.0.1.'),
    hostParameter('upstream.host', standIn, 'Where the service is.'),
    portParameter('upstream.port', '9090', 'Its port.'),
  ],
  refuse: refuseItself,
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('app', `wget -q -O - http://127.0.0.1:${values['port']}/`),
      exec('app', 'netstat -ltn'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

/** Names and addresses that lead to 127.0.0.1. */
const doors: ReadonlySet<string | undefined> = new Set([
  'localhost',
  'localhost.',
  '127.0.0.1',
  '127.0.1',
  '127.1',
  '0.0.0.0',
  '0',
]);

/** A connection to itself would be one more connection to forward, and so on without end. */
function refuseItself(values: Arguments): string[] {
  return doors.has(values['upstream.host']) && Number(values['port']) === Number(values['upstream.port'])
    ? [
        '`upstream.host` and `upstream.port` lead to the ambassador itself, which would connect to itself without end. Choose another port.',
      ]
    : [];
}

const spec = (values: Arguments) => {
  const hasBackend = values['upstream.host'] === standIn;
  return {
    ...restrictedSpecWith(values['port'], ...(hasBackend ? [values['upstream.port']] : [])),
    initContainers: [
      container(values, 'ambassador', forward(values), {
        restartPolicy: 'Always',
        ports: [{ containerPort: Number(values['port']) }],
      }),
    ],
    containers: [
      container(values, 'app', ask(values)),
      ...(hasBackend ? [container(values, 'backend', serve(values))] : []),
    ],
  };
};

/** Each connection is a process of two: one copies the question, the other the answer. */
const forward = (values: Arguments) =>
  perl(
    'use IO::Socket::INET;',
    `my ($door, $upstream) = ("127.0.0.1:${values['port']}", "${values['upstream.host']}:${values['upstream.port']}");`,
    "$SIG{CHLD} = 'IGNORE';",
    'my $server = IO::Socket::INET->new(LocalAddr => $door, Listen => 16, ReuseAddr => 1)',
    '  or die "ambassador: $@\\n";',
    'print "ambassador: $door leads to $upstream\\n";',
    'while (1) {',
    '  my $app = $server->accept or next;',
    '  next if fork;',
    '  my $service = IO::Socket::INET->new(PeerAddr => $upstream, Timeout => 5)',
    '    or die "ambassador: $upstream: $@\\n";',
    '  print "ambassador: one more connection to $upstream\\n";',
    '  my ($from, $to) = fork ? ($app, $service) : ($service, $app);',
    '  while (sysread($from, my $bytes, 65536)) { syswrite($to, $bytes) }',
    '  shutdown($to, 1);',
    '  exit;',
    '}',
  );

const ask = ({ port }: Arguments) =>
  shell(
    every(
      3,
      `if answer=$(wget -q -O - http://127.0.0.1:${port}/ 2>/dev/null); then`,
      '  echo "app: localhost says: $answer"',
      'else',
      '  echo "app: no answer yet"',
      'fi',
    ),
  );

const serve = (values: Arguments) =>
  shell(
    'mkdir -p /tmp/www',
    'echo "hello from the service behind the ambassador" > /tmp/www/index.html',
    `echo "backend: listening on ${standIn}:${values['upstream.port']}"`,
    `httpd -f -p ${standIn}:${values['upstream.port']} -h /tmp/www & wait $!`,
  );

const comments = {
  '/initContainers/0/restartPolicy': 'A sidecar: it runs before the app starts and until it has ended.',
};
