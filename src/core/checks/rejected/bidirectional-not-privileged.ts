import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
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
  fix: {
    effect:
      'Writes HostToContainer. The Pod is accepted; the container sees mounts that others make in the volume, and those it makes itself stay in it.',
    edits: (_, { pointer }) => replaceBy(pointer, 'HostToContainer'),
  },
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
