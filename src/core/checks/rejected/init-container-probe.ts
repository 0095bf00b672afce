import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const initContainerProbe: Check = {
  id: 'init-container-probe',
  group: 'rejected',
  severity: 'error',
  summary: 'An init container has a probe or a lifecycle hook.',
  why: 'An init container runs to its end before anything else starts, so there is nothing to probe. Only one with restartPolicy: Always, a native sidecar, stays and may have them.',
  remedy:
    'If it is a helper that should keep running, add restartPolicy: Always to it; otherwise remove the field.',
  source: sources.validation,
  fix: {
    effect:
      'Removes the probe or the hook. The Pod is accepted; the init container runs to its end, as it would, and nobody probes it.',
    edits: removeFound,
  },
  *run({ pod }) {
    for (const container of pod.containers) {
      if (container.role !== 'init') continue;
      for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        if (container.spec[field] === undefined) continue;
        yield refused(pod, {
          pointer: `${container.pointer}/${field}`,
          gist: 'may not be set for init containers without restartPolicy=Always',
          container,
        });
      }
    }
  },
};
