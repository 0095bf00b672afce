import { isOn } from '../../features.ts';
import type { Pod, PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const invalidContainerRestartPolicy: Check = {
  id: 'invalid-container-restart-policy',
  group: 'rejected',
  severity: 'error',
  summary: 'A container has a restartPolicy it may not have.',
  why: 'Until 1.34 only init containers have one, and only Always, which makes them native sidecars. Since 1.35 each init and app container may say Always, OnFailure or Never.',
  remedy:
    'Make a sidecar of it by moving it to initContainers with restartPolicy: Always, or set restartPolicy once for the whole Pod.',
  source: sources.validation,
  *run({ pod }) {
    for (const container of pod.containers) {
      const gist = faultOf(pod, container);
      if (gist === undefined) continue;
      yield refused(pod, { pointer: `${container.pointer}/restartPolicy`, gist, container });
    }
  },
};

function faultOf({ options }: Pod, { role, spec }: PodContainer): string | undefined {
  if (spec.restartPolicy === undefined || role === 'ephemeral') return undefined;
  if (isOn('ContainerRestartRules', options)) {
    return ['Always', 'Never', 'OnFailure'].includes(spec.restartPolicy)
      ? undefined
      : 'Unsupported value: supported values: "Always", "Never", "OnFailure"';
  }
  if (role === 'app') return 'may not be set for non-init containers';
  return role === 'sidecar' ? undefined : 'Unsupported value: supported values: "Always"';
}
