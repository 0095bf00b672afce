import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const ignoredTarget: Check = {
  id: 'ignored-target',
  group: 'does-not-do-what-it-says',
  severity: 'info',
  summary: 'An ephemeral container has a target in a Pod whose processes are shared already.',
  why: 'The kubelet joins the target’s PID namespace only where each container has its own. With shareProcessNamespace or hostPID the ephemeral container sees all processes, not those of the target alone, and PID 1 is not the target’s.',
  remedy: 'Nothing is needed to see the target. Find its processes by name, not as PID 1.',
  source: sources.kubeletTarget,
  fix: {
    effect:
      'Removes targetContainerName. Nothing changes: the ephemeral container sees the processes of all containers.',
    edits: removeFound,
  },
  *run({ pod: { spec, containers } }) {
    const field = spec.hostPID === true ? 'hostPID' : 'shareProcessNamespace';
    if (spec[field] !== true) return;
    for (const { role, spec: container, name, pointer } of containers) {
      if (role !== 'ephemeral' || !container.targetContainerName) continue;
      yield {
        pointer: `${pointer}/targetContainerName`,
        message: `The target of ${name} is ignored, because ${field} is true: ${name} sees the processes of all containers.`,
        containers: [name, container.targetContainerName],
      };
    }
  },
};
