import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const privilegedContainer: Check = {
  id: 'privileged-container',
  group: 'exposure',
  severity: 'warning',
  summary: 'A container is privileged.',
  why: 'It has every capability and every device of the node, without seccomp and AppArmor: it takes the node over, and with it all other containers. What separates it from the others of its Pod does not hold against it.',
  remedy: 'Remove privileged, and add the one capability or mount the one device it needs.',
  source: sources.podSecurity,
  fix: {
    effect:
      'Removes privileged. The container has the default capabilities and devices, with seccomp and AppArmor: what administers the node, its devices or its mounts stops working.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.os === 'windows') return;
    for (const container of pod.containers.filter(isPrivileged)) {
      const others = pod.containers.length > 1 ? ', and with it the other containers of the Pod' : '';
      yield {
        pointer: `${container.pointer}/securityContext/privileged`,
        message: `${container.name} is privileged: it can take over the node${others}.`,
        containers: [container.name],
      };
    }
  },
};
