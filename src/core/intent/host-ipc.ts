import { nodeNamespace } from './node-namespace.ts';

/** The IPC namespace of the node, and its /dev/shm. */
export const hostIpc = nodeNamespace({
  namespace: 'ipc',
  title: 'IPC namespace',
  field: 'hostIPC',
  comment: "The node's System V objects, message queues and /dev/shm.",
  says: "hostIPC: true puts all containers into the node's IPC namespace, and shows them its /dev/shm where no volume is mounted there.",
});
