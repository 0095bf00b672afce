import { podNamespace } from './pod-namespace.ts';

/** System V objects and POSIX message queues; POSIX shared memory is another wish. */
export const ipc = podNamespace({
  namespace: 'ipc',
  title: 'IPC namespace',
  instead:
    'Put them into two Pods. If POSIX shared memory is meant, keep `shared-memory` apart: it is /dev/shm and not part of the IPC namespace.',
});
