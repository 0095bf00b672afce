import { isPrivileged } from '../../pod.ts';
import { addedCapabilities } from '../../security/capabilities.ts';
import { isRoot } from '../../security/identity.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeCapabilities } from '../remove-capabilities.ts';

export const ptraceCapability: Check = {
  id: 'ptrace-capability',
  group: 'exposure',
  severity: 'warning',
  summary: 'A container may look into all processes of a PID namespace it shares.',
  why: 'With SYS_PTRACE and one PID namespace it reads the memory, environment and files of every process in it, and changes them: those of the other containers, and with hostPID those of the node.',
  remedy:
    'Remove the capability. To see and signal processes, and as the same user to read their files, it is not needed.',
  source: sources.manPtrace,
  fix: {
    effect:
      'Removes SYS_PTRACE from add, unless it adds ALL. The container can no longer look into processes of other users; a debugger in it stops working.',
    edits: ({ pod }, { pointer }) => removeCapabilities(pod, pointer, ['SYS_PTRACE']),
  },
  *run({ pod }) {
    const { spec, containers } = pod;
    const isNode = spec.hostPID === true;
    const isShared = spec.shareProcessNamespace === true && containers.length > 1;
    if (pod.os === 'windows' || !(isNode || isShared)) return;
    for (const container of containers) {
      if (isPrivileged(container) || isRoot(pod, container) === 'no') continue;
      const added = addedCapabilities(container);
      const at = added.findIndex((name) => name === 'SYS_PTRACE' || name === 'ALL');
      if (at < 0) continue;
      yield {
        pointer: `${container.pointer}/securityContext/capabilities/add/${at}`,
        message: `${container.name} has ${added[at]} and shares the PID namespace: it looks into the processes of ${isNode ? 'the node' : 'all containers'}, and changes them.`,
        containers: [container.name],
      };
    }
  },
};
