import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const ephemeralWithoutTarget: Check = {
  id: 'ephemeral-without-target',
  group: 'misconception',
  severity: 'info',
  summary: 'An ephemeral container has no target and sees no processes but its own.',
  why: 'Being in the Pod is not enough: each container has a PID namespace of its own. Without a target an ephemeral container shares the network, IPC and hostname with the others, not their processes, nor their files through /proc.',
  remedy: 'Set targetContainerName (kubectl debug --target) to the container to look into.',
  source: sources.ephemeralContainers,
  *run({ pod: { spec, containers, os } }) {
    if (spec.shareProcessNamespace === true || spec.hostPID === true || os === 'windows') return;
    for (const { role, spec: container, name, pointer } of containers) {
      if (role !== 'ephemeral' || container.targetContainerName) continue;
      yield {
        pointer,
        message: `${name} has no target: it sees its own processes only.`,
        containers: [name],
      };
    }
  },
};
