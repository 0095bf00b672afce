import { findTarget } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const targetInitContainer: Check = {
  id: 'target-init-container',
  group: 'never-starts',
  severity: 'warning',
  summary: 'An ephemeral container targets an init container.',
  why: 'The API server accepts the target. The runtime joins the process namespace of a container that runs: once the init container has ended, the ephemeral container cannot start.',
  remedy:
    'Target an app container or a sidecar, or add the ephemeral container while the init container runs.',
  source: sources.kubeletTarget,
  *run({ pod }) {
    if (pod.spec.shareProcessNamespace === true || pod.spec.hostPID === true) return;
    for (const { role, spec, name, pointer } of pod.containers) {
      if (role !== 'ephemeral' || !spec.targetContainerName) continue;
      if (findTarget(pod, spec.targetContainerName)?.role !== 'init') continue;
      yield {
        pointer: `${pointer}/targetContainerName`,
        message: `${name} targets init container ${spec.targetContainerName}: it starts only while that runs, and never once it has ended.`,
        containers: [name, spec.targetContainerName],
      };
    }
  },
};
