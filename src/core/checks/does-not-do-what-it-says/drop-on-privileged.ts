import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const dropOnPrivileged: Check = {
  id: 'drop-on-privileged',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'A privileged container drops capabilities.',
  why: 'A privileged container has every capability: runtimes do not look at add and drop.',
  remedy: 'Remove privileged and add the capabilities it needs, or remove drop.',
  source: sources.containerdContainer,
  fix: {
    effect: 'Removes drop. Nothing changes: the container has every capability before and after.',
    edits: removeFound,
  },
  *run({ pod }) {
    for (const container of pod.containers) {
      const { drop = [] } = container.spec.securityContext?.capabilities ?? {};
      if (!isPrivileged(container) || drop.length === 0) continue;
      yield {
        pointer: `${container.pointer}/securityContext/capabilities/drop`,
        message: `${container.name} is privileged, so it keeps every capability, whatever it drops.`,
        containers: [container.name],
      };
    }
  },
};
