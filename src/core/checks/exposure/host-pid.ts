import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const hostPid: Check = {
  id: 'host-pid',
  group: 'exposure',
  severity: 'warning',
  summary: "The Pod is in the node's PID namespace.",
  why: 'Its containers see every process on the node with its command line; as root they signal them, and with CAP_SYS_PTRACE they take the node over.',
  remedy: 'Remove hostPID. To share processes inside the Pod only, set shareProcessNamespace: true.',
  source: sources.podSecurity,
  fix: {
    effect:
      "Removes hostPID. The containers no longer see the processes of the node, nor each other's: what reads or signals them stops working.",
    edits: removeFound,
  },
  *run({ pod: { spec, manifest } }) {
    if (spec.hostPID !== true) return;
    yield {
      pointer: `${manifest.pointer}/hostPID`,
      message: "hostPID is true: all containers see the node's processes, and each other's.",
    };
  },
};
