import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumeMounts } from '../entries.ts';
import { refused } from '../refused.ts';

export const bidirectionalNotPrivileged: Check = {
  id: 'bidirectional-not-privileged',
  group: 'rejected',
  severity: 'error',
  summary: 'A container that is not privileged mounts a volume with Bidirectional propagation.',
  why: 'Mounts made below such a mount appear on the node, so the API server allows it to privileged containers only.',
  remedy:
    'Use HostToContainer to see mounts that others make; make the container privileged only if it has to make mounts itself.',
  source: sources.validation,
  fixable: false,
  *run({ pod }) {
    for (const { container, entry, pointer } of listVolumeMounts(pod)) {
      if (entry.mountPropagation !== 'Bidirectional' || isPrivileged(container)) continue;
      yield refused(pod, {
        pointer: `${pointer}/mountPropagation`,
        at: `${container.pointer}/volumeMounts/mountPropagation`,
        gist: 'Bidirectional mount propagation is available only to privileged containers',
        container,
      });
    }
  },
};
