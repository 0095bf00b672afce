import type { PodContainer } from '../../pod.ts';
import { isRoot } from '../../security/identity.ts';
import { holdsMounts } from '../../security/node-paths.ts';
import { sources } from '../../sources.ts';
import { listNodeMounts } from '../../volumes/node-mounts.ts';
import type { Check } from '../check.ts';
import { listVolumeMounts } from '../entries.ts';

export const readOnlyNotRecursive: Check = {
  id: 'read-only-not-recursive',
  group: 'misconception',
  severity: 'warning',
  summary: 'A read-only mount of a directory of the node leaves file systems below it writable.',
  why: 'readOnly makes the one mount read-only. File systems mounted below that directory on the node (/dev/shm, volumes of Pods, removable disks) come along with their own settings.',
  remedy:
    'Set recursiveReadOnly: IfPossible or Enabled (it needs mountPropagation None), or mount only the directories that are read.',
  source: sources.readOnlyMounts,
  fixable: false,
  *run({ pod, mounts }) {
    const paths = new Map(listNodeMounts(mounts).map(({ mount, path }) => [mount.pointer, path]));
    const told = new Set<PodContainer>();
    for (const { container, entry, pointer } of listVolumeMounts(pod)) {
      const path = paths.get(pointer);
      const isRecursive = (entry.recursiveReadOnly ?? 'Disabled') !== 'Disabled';
      if (path === undefined || entry.readOnly !== true || isRecursive || told.has(container)) continue;
      // What is mounted below belongs to root: another user cannot write it anyway.
      if (!holdsMounts(path) || isRoot(pod, container) === 'no') continue;
      told.add(container);
      yield {
        pointer: `${pointer}/readOnly`,
        message: `${container.name} mounts ${path} of the node read-only, but not what is mounted below it there: that stays writable.`,
        containers: [container.name],
      };
    }
  },
};
