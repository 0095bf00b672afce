import type { Arguments, Example } from './example.ts';
import { lasting } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters } from './parts/parameters.ts';
import { perl } from './parts/scripts.ts';

/** System V shared memory and a semaphore: objects of the IPC namespace. */
export const systemVIpc: Example = {
  id: 'system-v-ipc',
  title: 'System V shared memory and a semaphore',
  teaches:
    'The containers of a Pod are in one IPC namespace: a System V shared memory segment, semaphore or message queue that one makes, the others find by its key. No volume is needed.',
  lesson:
    'Access goes by user and mode of the object: both run as one user here. The objects belong to the namespace, which the Pod keeps: they outlive a restart of the container that made them. POSIX shared memory (shm_open) is not among them: that is files in /dev/shm.',
  shares: ['ipc'],
  level: 'restricted',
  kinds: lasting,
  parameters: [
    ...objectParameters('system-v-ipc', lasting),
    imageParameter('producer', 'debian:13-slim', 'Perl'),
    imageParameter('consumer', 'debian:13-slim', 'Perl'),
  ],
  show: (values) => {
    const { logs, exec } = kubectl(lasting, values);
    return [
      logs(),
      exec('producer', 'ipcs -m -s'),
      exec('consumer', 'ipcs -m -s'),
      exec('producer', 'readlink /proc/self/ns/ipc'),
      exec('consumer', 'readlink /proc/self/ns/ipc'),
    ];
  },
  build: (values) => inObject(lasting, values, spec(values), comments),
};

const spec = (values: Arguments) => ({
  ...restrictedSpec,
  containers: [container(values, 'producer', produce), container(values, 'consumer', consume)],
});

/** Both make what is not there yet, so that it does not matter which starts first. A new semaphore is 0. */
const open = [
  'my ($key, $size, $create) = (0x706f64, 64, 01000);  # IPC_CREAT',
  'my $memory = shmget($key, $size, $create | 0600) // die "shmget: $!\\n";',
  'my $semaphore = semget($key, 1, $create | 0600) // die "semget: $!\\n";',
];

const produce = perl(
  ...open,
  'for (my $count = 1; ; $count++) {',
  '  shmwrite($memory, "message $count", 0, $size) or die "shmwrite: $!\\n";',
  '  semop($semaphore, pack("s!3", 0, 1, 0)) or die "semop: $!\\n";  # one more to read',
  '  print "producer: wrote message $count\\n";',
  '  sleep 2;',
  '}',
);

const consume = perl(
  ...open,
  'while (1) {',
  '  semop($semaphore, pack("s!3", 0, -1, 0)) or die "semop: $!\\n";  # waits for one',
  '  shmread($memory, my $bytes, 0, $size) or die "shmread: $!\\n";',
  '  print "consumer: read ", unpack("Z*", $bytes), "\\n";',
  '}',
);

const comments = {
  '/containers/0': 'Neither mounts a volume: the key is all they have in common.',
};
