import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const privilegeEscalationConflict: Check = {
  id: 'privilege-escalation-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'A container forbids privilege escalation and has every privilege.',
  why: 'allowPrivilegeEscalation: false cannot hold in a privileged container or in one with CAP_SYS_ADMIN. The API server looks for that spelling only; SYS_ADMIN passes.',
  remedy: 'Remove privileged or the capability, or remove allowPrivilegeEscalation: false.',
  source: sources.validation,
  *run({ pod }) {
    for (const container of pod.containers) {
      const { securityContext } = container.spec;
      if (securityContext?.allowPrivilegeEscalation !== false) continue;
      const at = `${container.pointer}/securityContext`;
      if (isPrivileged(container)) {
        const gist = 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true';
        yield refused(pod, { pointer: `${at}/privileged`, at, gist, container });
      }
      for (const [i, capability] of (securityContext.capabilities?.add ?? []).entries()) {
        if (capability !== 'CAP_SYS_ADMIN') continue;
        const gist = 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN';
        yield refused(pod, { pointer: `${at}/capabilities/add/${i}`, at, gist, container });
      }
    }
  },
};
