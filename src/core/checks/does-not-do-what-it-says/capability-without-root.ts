import { containerAt, isPrivileged } from '../../pod.ts';
import { bareName } from '../../security/capabilities.ts';
import { isRoot } from '../../security/identity.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const capabilityWithoutRoot: Check = {
  id: 'capability-without-root',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'A capability is added to a container that does not run as root.',
  why: 'A process of another user than root loses its capabilities when it starts, because runtimes set none as ambient. Only a program whose file carries the capability gets it back, and not with allowPrivilegeEscalation: false.',
  remedy:
    'Run the container as root with all other capabilities dropped, give the file the capability in the image (setcap), or remove it here. To listen on a port below 1024 no capability is needed with containerd.',
  source: sources.containerdContainer,
  fix: {
    effect:
      'Removes the added capabilities where allowPrivilegeEscalation is false, so that no program can get them either. Nothing changes for the processes of the container.',
    edits: ({ pod }, { pointer }) =>
      containerAt(pod, pointer)?.spec.securityContext?.allowPrivilegeEscalation === false
        ? [{ op: 'remove', pointer }]
        : [],
  },
  *run({ pod }) {
    if (pod.os === 'windows') return;
    for (const container of pod.containers) {
      const { capabilities, allowPrivilegeEscalation } = container.spec.securityContext ?? {};
      const [first, ...others] = capabilities?.add ?? [];
      if (first === undefined || isPrivileged(container) || isRoot(pod, container) !== 'no') continue;
      const what = others.length === 0 ? bareName(first) : `${bareName(first)} and ${others.length} more`;
      const unless = allowPrivilegeEscalation === false ? '' : ', unless the file of its program carries it';
      yield {
        pointer: `${container.pointer}/securityContext/capabilities/add`,
        message: `${container.name} does not run as root, so adding ${what} has no effect${unless}.`,
        containers: [container.name],
      };
    }
  },
};
