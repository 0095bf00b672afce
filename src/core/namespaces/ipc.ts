import { sources } from '../sources.ts';
import { type Namespace, nodePlacement, podPlacement } from './namespace.ts';

/**
 * IPC: one per Pod, or the node's with `spec.hostIPC`. System V objects and POSIX message queues only;
 * POSIX shared memory is a file system, `/dev/shm`.
 *
 * @see kubernetes `pkg/kubelet/kuberuntime/util/util.go`, IpcNamespaceForPod
 */
export const ipc: Namespace = {
  kind: 'ipc',
  title: 'IPC',
  isolates:
    'System V shared memory, semaphores and message queues, and POSIX message queues. Not POSIX shared memory: that is /dev/shm.',
  byDefault: 'One per Pod, shared by all its containers.',
  fields: ['spec.hostIPC'],
  command: 'kubectl exec POD -c CONTAINER -- readlink /proc/self/ns/ipc',
  source: sources.manIpcNamespaces,
  onWindows: false,
  place({ spec, manifest }) {
    return spec.hostIPC === true
      ? nodePlacement({
          text: "hostIPC is true: the containers are in the node's IPC namespace and see its System V objects and message queues.",
          pointer: `${manifest.pointer}/hostIPC`,
          source: sources.kubeletNamespaces,
        })
      : podPlacement({
          text: 'Containers of a Pod always share one IPC namespace.',
          source: sources.kubeletNamespaces,
        });
  },
};
