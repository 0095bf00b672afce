import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const targetNotFound: Check = {
  id: 'target-not-found',
  group: 'rejected',
  severity: 'error',
  summary: 'An ephemeral container targets a container that is not there.',
  why: 'targetContainerName names the init or app container whose processes it wants to see. Another ephemeral container cannot be a target.',
  remedy: 'Name an init or app container of the Pod.',
  source: sources.ephemeralContainers,
  *run({ pod }) {
    const targets = new Set(
      pod.containers.flatMap(({ spec, role }) => (role === 'ephemeral' ? [] : [spec.name])),
    );
    for (const container of pod.containers) {
      const { targetContainerName: target } = container.spec;
      if (container.role !== 'ephemeral' || !target || targets.has(target)) continue;
      yield refused(pod, {
        pointer: `${container.pointer}/targetContainerName`,
        gist: `Not found: "${target}"`,
        container,
      });
    }
  },
};
