import type { Arguments, Example } from './example.ts';
import { anyKind } from './parts/kinds.ts';
import { kubectl } from './parts/kubectl.ts';
import { container, inObject, restrictedSpec } from './parts/object.ts';
import { imageParameter, objectParameters, sizeParameter } from './parts/parameters.ts';
import { rounds, work } from './parts/scripts.ts';

/** POSIX shared memory: files in /dev/shm, here of a size of their own. */
export const posixSharedMemory: Example = {
  id: 'posix-shared-memory',
  title: 'POSIX shared memory of a chosen size',
  teaches:
    'POSIX shared memory (shm_open) is files in /dev/shm. Without a volume the containers of a Pod share one /dev/shm of 64 MiB; an emptyDir in memory, mounted there in each, gives them one of another size.',
  lesson:
    'It has nothing to do with the IPC namespace: a container that mounts another volume at /dev/shm is out of it and still in the namespace. The 64 MiB are for the whole Pod, not for each container. What is written there counts as memory of the container that writes it. Without sizeLimit the file system may grow to the memory the node can give to Pods.',
  shares: ['shared-memory', 'files'],
  level: 'restricted',
  kinds: anyKind,
  parameters: [
    ...objectParameters('posix-shared-memory', anyKind),
    imageParameter('producer', 'busybox:1.37', '/bin/sh and mv'),
    imageParameter('consumer', 'busybox:1.37', '/bin/sh, cat and df'),
    sizeParameter('128Mi', 'Size of /dev/shm.'),
  ],
  show: (values) => {
    const { start, logs, exec } = kubectl(anyKind, values);
    return [...start, logs(), exec('producer', 'df -h /dev/shm'), exec('consumer', 'ls -l /dev/shm')];
  },
  build: (values) => inObject(anyKind, values, spec(values), comments),
};

const spec = (values: Arguments) => {
  const volumeMounts = [{ name: 'shared-memory', mountPath: '/dev/shm' }];
  return {
    ...restrictedSpec,
    volumes: [{ name: 'shared-memory', emptyDir: { medium: 'Memory', sizeLimit: values['size'] } }],
    containers: [
      container(values, 'producer', produce(values), { volumeMounts }),
      container(values, 'consumer', consume(values), { volumeMounts }),
    ],
  };
};

const produce = (values: Arguments) =>
  work(
    values,
    'count=0',
    rounds(
      values,
      2,
      'count=$((count + 1))',
      'echo "message $count" > /dev/shm/channel.new',
      'mv /dev/shm/channel.new /dev/shm/channel',
      'echo "producer: wrote message $count"',
    ),
  );

const consume = (values: Arguments) =>
  work(
    values,
    'df -h /dev/shm',
    rounds(
      values,
      2,
      'if [ -f /dev/shm/channel ]; then',
      '  echo "consumer: read $(cat /dev/shm/channel)"',
      'else',
      '  echo "consumer: nothing there yet"',
      'fi',
    ),
  );

const comments = {
  '/volumes/0': 'A file system in memory, in place of the 64 MiB that every Pod has.',
  '/containers/0/volumeMounts/0': 'shm_open("/channel") opens the file /dev/shm/channel.',
  '/containers/1/volumeMounts/0':
    'Left out here, this container would see the other /dev/shm and share nothing.',
};
