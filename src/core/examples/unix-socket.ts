import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, pathParameter } from './parts/parameters.ts';
import { perl } from './parts/scripts.ts';

/** A UNIX socket with a path: the file carries the name and the permissions, a volume carries the file. */
export const unixSocket: Example = {
  id: 'unix-socket',
  title: 'A UNIX socket in a volume',
  teaches:
    'A UNIX socket with a path is reached through its file: both containers must see the file, so it lies in an emptyDir that both mount. Its owner and mode say who may connect.',
  lesson:
    'Sharing the network namespace is not enough for it, and not needed. A client needs write permission on the socket file, yet a read-only mount does not stop it: readOnly keeps it from making and removing files. A socket file outlives its server, so a server removes the old one before it listens.',
  shares: ['files'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('unix-socket', lasting),
    imageParameter('server', 'debian:13-slim', 'Perl'),
    imageParameter('client', 'debian:13-slim', 'Perl'),
    pathParameter(
      '/run/app',
      'Where both mount the volume. With the name of the socket it may have 107 characters.',
    ),
  ],
  refuse: ({ path = '' }) =>
    `${path}/${socket}`.length > longest
      ? [`With the name of the socket \`path\` has more than ${longest} characters. Choose a shorter one.`]
      : [],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [logs(), exec('client', `ls -l ${values['path']}`)];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const socket = 'app.sock';

/** @see unix(7): `sun_path` has 108 bytes, a zero byte at its end. */
const longest = 107;

const spec = (values: Arguments) => {
  const { path } = values;
  const name = `my $name = "${path}/${socket}";`;
  return {
    ...restrictedSpec,
    volumes: [{ name: 'socket', emptyDir: {} }],
    containers: [
      container(values, 'server', serve(name), { volumeMounts: [{ name: 'socket', mountPath: path }] }),
      container(values, 'client', ask(name), {
        volumeMounts: [{ name: 'socket', mountPath: path, readOnly: true }],
      }),
    ],
  };
};

const serve = (name: string) =>
  perl(
    'use IO::Socket::UNIX;',
    name,
    'unlink $name;',
    'umask 0117;  # srw-rw----',
    'my $server = IO::Socket::UNIX->new(Local => $name, Listen => 16) or die "server: $!\\n";',
    "$SIG{PIPE} = 'IGNORE';  # a caller that hangs up",
    'print "server: listening on $name\\n";',
    'for (my $count = 1; ; $count++) {',
    '  my $client = $server->accept or next;',
    '  print $client "hello, caller number $count\\n";',
    '}',
  );

const ask = (name: string) =>
  perl(
    'use IO::Socket::UNIX;',
    name,
    'while (1) {',
    '  my $server = IO::Socket::UNIX->new(Peer => $name);',
    '  print "client: ", $server ? "$name says: " . <$server> : "nobody listens yet\\n";',
    '  sleep 2;',
    '}',
  );

const comments = {
  '/volumes/0': 'Holds the socket file.',
  '/containers/1/volumeMounts/0/readOnly': 'It can connect all the same.',
};
