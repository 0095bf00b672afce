import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const procMountConflict: Check = {
  id: 'proc-mount-conflict',
  group: 'rejected',
  severity: 'error',
  summary: "A container asks for an unmasked /proc in the node's user namespace.",
  why: 'procMount: Unmasked shows kernel settings that are hidden by default; it is allowed only in a Pod with a user namespace of its own.',
  remedy: 'Add hostUsers: false to the Pod, or remove procMount.',
  source: sources.validation,
  since: '1.33',
  *run({ pod }) {
    if (pod.spec.hostUsers === false) return;
    for (const container of pod.containers) {
      if (container.spec.securityContext?.procMount !== 'Unmasked') continue;
      yield refused(pod, {
        pointer: `${container.pointer}/securityContext/procMount`,
        gist: '`hostUsers` must be false to use `Unmasked`',
        container,
      });
    }
  },
};
