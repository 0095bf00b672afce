import { containerAt } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const restartAlwaysAppContainer: Check = {
  id: 'restart-always-app-container',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'An app container has restartPolicy: Always.',
  why: 'Only in initContainers does it make a sidecar, which starts before the apps and lets a Job finish. In containers it means just that this one is restarted: a Job with it never completes.',
  remedy: 'Move the container to initContainers to make it a sidecar, or remove its restartPolicy.',
  source: sources.sidecars,
  since: '1.35',
  fix: {
    effect:
      'Removes restartPolicy where the Pod restarts its containers in any case. Nothing changes: the container is restarted whenever it ends.',
    edits: ({ pod }, { pointer }) => {
      const isDefault = (pod.spec.restartPolicy || 'Always') === 'Always';
      const hasRules = containerAt(pod, pointer)?.spec.restartPolicyRules !== undefined;
      return isDefault && !hasRules ? [{ op: 'remove', pointer }] : [];
    },
  },
  *run({ pod }) {
    for (const { role, spec, name, pointer } of pod.containers) {
      if (role !== 'app' || spec.restartPolicy !== 'Always') continue;
      const isJob = pod.spec.restartPolicy === 'Never' || pod.spec.restartPolicy === 'OnFailure';
      yield {
        pointer: `${pointer}/restartPolicy`,
        message: `restartPolicy: Always does not make ${name} a sidecar, because it is in containers.${isJob ? ' It is restarted whenever it ends, so the Pod never completes.' : ''}`,
        containers: [name],
      };
    }
  },
};
