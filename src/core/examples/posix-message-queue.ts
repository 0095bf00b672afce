import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { perl } from './parts/scripts.ts';

/** A POSIX message queue: an object of the IPC namespace, unlike POSIX shared memory. */
export const posixMessageQueue: Example = {
  id: 'posix-message-queue',
  title: 'A POSIX message queue',
  teaches:
    'POSIX message queues belong to the IPC namespace, which the containers of a Pod share: one opens a queue by its name and sends, the other opens it and receives.',
  lesson:
    'Of the three kinds of POSIX IPC only message queues belong to the namespace; shared memory and named semaphores are files in /dev/shm. Perl has no function for queues, so the scripts make the system calls by their numbers, which differ between amd64 and arm64; a program in C calls mq_open. A call takes the name without the slash that mq_open wants.',
  shares: ['ipc'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('posix-message-queue', lasting),
    imageParameter('sender', 'debian:13-slim', 'Perl'),
    imageParameter('receiver', 'debian:13-slim', 'Perl'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('sender', 'cat /dev/mqueue/podshare'),
      exec('receiver', 'cat /dev/mqueue/podshare'),
      exec('sender', 'readlink /proc/self/ns/ipc'),
      exec('receiver', 'readlink /proc/self/ns/ipc'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  containers: [container(values, 'sender', send), container(values, 'receiver', receive)],
});

/**
 * Opens the queue, or makes it, whoever comes first. mq_timedsend and mq_timedreceive are the two calls after mq_unlink.
 *
 * @see Linux `arch/x86/entry/syscalls/syscall_64.tbl`, `include/uapi/asm-generic/unistd.h`; mq_open(3), C library/kernel differences
 */
const open = [
  'use POSIX ();',
  'my %mq_open = (x86_64 => 240, aarch64 => 180);  # then mq_unlink, mq_timedsend, mq_timedreceive',
  'my $machine = (POSIX::uname())[4];',
  'my $call = $mq_open{$machine} // die "no system call numbers for $machine\\n";',
  'my $name = "podshare";',
  'my $queue = syscall($call, $name, 0102, 0600, 0);  # O_CREAT | O_RDWR',
  'die "mq_open: $!\\n" if $queue < 0;',
];

const send = perl(
  ...open,
  'for (my $count = 1; ; $count++) {',
  '  my $text = "message $count";',
  '  die "mq_timedsend: $!\\n" if syscall($call + 2, $queue, $text, length $text, 0, 0) < 0;',
  '  print "sender: sent $text\\n";',
  '  sleep 2;',
  '}',
);

const receive = perl(
  ...open,
  'while (1) {',
  '  my $bytes = "\\0" x 8192;',
  '  my $length = syscall($call + 3, $queue, $bytes, length $bytes, 0, 0);  # waits for one',
  '  die "mq_timedreceive: $!\\n" if $length < 0;',
  '  print "receiver: received ", substr($bytes, 0, $length), "\\n";',
  '}',
);

const comments = {
  '/containers/0': 'Neither mounts a volume: the name of the queue is all they have in common.',
};
