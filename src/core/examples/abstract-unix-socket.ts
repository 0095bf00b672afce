import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { perl } from './parts/scripts.ts';

/** A UNIX socket without a file: it belongs to the network namespace. */
export const abstractUnixSocket: Example = {
  id: 'abstract-unix-socket',
  title: 'A UNIX socket without a file',
  teaches:
    'An abstract UNIX socket has a name that begins with a zero byte and no file. It belongs to the network namespace, so every container of the Pod reaches it without a volume.',
  lesson:
    'Where there is no file there are no permissions either: any user in any container of the Pod may connect. With hostNetwork it would be any process in the network namespace of the node. For a socket with permissions take a path in a volume.',
  shares: ['network'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('abstract-unix-socket', lasting),
    imageParameter('server', 'debian:13-slim', 'Perl'),
    imageParameter('client', 'debian:13-slim', 'Perl'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('client', 'grep podshare /proc/net/unix'),
      exec('server', 'readlink /proc/self/ns/net'),
      exec('client', 'readlink /proc/self/ns/net'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  containers: [container(values, 'server', serve), container(values, 'client', ask)],
});

const name = 'my $name = "\\0podshare";  # shown as @podshare';

const serve = perl(
  'use IO::Socket::UNIX;',
  name,
  'my $server = IO::Socket::UNIX->new(Local => $name, Listen => 16) or die "server: $!\\n";',
  "$SIG{PIPE} = 'IGNORE';  # a caller that hangs up",
  'print "server: listening on \\@podshare\\n";',
  'for (my $count = 1; ; $count++) {',
  '  my $client = $server->accept or next;',
  '  print $client "hello, caller number $count\\n";',
  '}',
);

const ask = perl(
  'use IO::Socket::UNIX;',
  name,
  'while (1) {',
  '  my $server = IO::Socket::UNIX->new(Peer => $name);',
  '  print "client: ", $server ? "\\@podshare says: " . <$server> : "nobody listens yet\\n";',
  '  sleep 2;',
  '}',
);

const comments = {
  '/containers/1': 'No volume, no file: the network namespace is all they have in common.',
};
