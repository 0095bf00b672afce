import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const hostIpc: Check = {
  id: 'host-ipc',
  group: 'exposure',
  severity: 'warning',
  summary: "The Pod is in the node's IPC namespace.",
  why: "Its containers share System V objects and message queues with the node and every other hostIPC Pod, and they see the node's /dev/shm.",
  remedy: 'Remove hostIPC. Containers of one Pod share an IPC namespace and /dev/shm without it.',
  source: sources.podSecurity,
  fix: {
    effect:
      'Removes hostIPC. The containers share an IPC namespace and /dev/shm with each other only; what needs those of the node stops working.',
    edits: removeFound,
  },
  *run({ pod: { spec, manifest } }) {
    if (spec.hostIPC !== true) return;
    yield {
      pointer: `${manifest.pointer}/hostIPC`,
      message: "hostIPC is true: all containers use the node's IPC namespace and the node's /dev/shm.",
    };
  },
};
