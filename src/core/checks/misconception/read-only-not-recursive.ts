import type { Edit } from '../../../model/edit.ts';
import type { VolumeMount } from '../../../model/pod.ts';
import { splitPointer } from '../../../model/pointer.ts';
import { isOn } from '../../features.ts';
import { containerAt, type Pod, type PodContainer } from '../../pod.ts';
import { isRoot } from '../../security/identity.ts';
import { holdsMounts } from '../../security/mount-points.ts';
import { sources } from '../../sources.ts';
import type { Mount } from '../../volumes/mounts.ts';
import { listNodeMounts, type NodeMount } from '../../volumes/node-mounts.ts';
import type { Check } from '../check.ts';

export const readOnlyNotRecursive: Check = {
  id: 'read-only-not-recursive',
  group: 'misconception',
  severity: 'warning',
  summary: 'A read-only mount of a directory of the node leaves file systems below it writable.',
  why: 'readOnly makes the one mount read-only. File systems mounted below that directory on the node (/dev/shm, volumes of Pods, removable disks) come along with their own settings.',
  remedy:
    'Set recursiveReadOnly: IfPossible or Enabled (it needs mountPropagation None), or mount only the directories that are read.',
  source: sources.readOnlyMounts,
  fix: {
    effect:
      'Writes recursiveReadOnly: IfPossible on the read-only mounts of the container that show file systems of the node. What is mounted below them there is read-only too, on nodes whose runtime and kernel can do it.',
    edits: ({ pod, mountsOf }, { pointer }) => {
      const container = containerAt(pod, pointer);
      if (container === undefined || !isOn('RecursiveReadOnlyMounts', pod.options)) return [];
      return listOpen(pod, mountsOf(container)).flatMap(({ entry, mount }) =>
        addRecursive(entry, mount.pointer),
      );
    },
  },
  *run({ pod, mounts }) {
    const told = new Set<PodContainer>();
    for (const { mount, path } of listOpen(pod, mounts)) {
      const { container, pointer } = mount;
      if (told.has(container)) continue;
      told.add(container);
      yield {
        pointer: `${pointer}/readOnly`,
        message: `${container.name} mounts ${path} of the node read-only, but not what is mounted below it there: that stays writable.`,
        containers: [container.name],
      };
    }
  },
};

type Open = NodeMount & { readonly entry: VolumeMount };

/** Lists the read-only mounts of directories of the node below which a root process can still write. */
function listOpen(pod: Pod, mounts: readonly Mount[]): Open[] {
  return listNodeMounts(mounts).flatMap(({ mount, path }) => {
    const { container, pointer } = mount;
    const entry = container.spec.volumeMounts?.[Number(splitPointer(pointer).at(-1))];
    const isRecursive = (entry?.recursiveReadOnly ?? 'Disabled') !== 'Disabled';
    if (entry?.readOnly !== true || mount.isDevice || isRecursive || !holdsMounts(path)) return [];
    // What is mounted below belongs to root: another user cannot write it anyway.
    return isRoot(pod, container) === 'no' ? [] : [{ mount, path, entry }];
  });
}

function addRecursive({ recursiveReadOnly, mountPropagation = 'None' }: VolumeMount, mount: string): Edit[] {
  const pointer = `${mount}/recursiveReadOnly`;
  if (mountPropagation !== 'None') return [];
  return recursiveReadOnly === undefined
    ? [{ op: 'add', pointer, value: 'IfPossible', after: 'readOnly' }]
    : [{ op: 'replace', pointer, value: 'IfPossible' }];
}
