import { isPrivileged } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';

export const bidirectionalPropagation: Check = {
  id: 'bidirectional-propagation',
  group: 'exposure',
  severity: 'warning',
  summary: 'Mounts that a container makes go out to the node.',
  why: 'With Bidirectional every mount made in the volume appears on the node, and in other Pods that receive mounts there. They stay when the container ends, and can hide files of the node.',
  remedy:
    'Keep it for storage drivers, which need it, and unmount before the container ends. To receive mounts HostToContainer is enough.',
  source: sources.mountPropagation,
  fix: {
    effect:
      'Writes HostToContainer. Mounts that the container makes no longer appear on the node and in other Pods; those made there still appear in it.',
    edits: (_, { pointer }) => replaceBy(pointer, 'HostToContainer'),
  },
  *run({ mounts }) {
    for (const { container, volume, propagation, pointer } of mounts) {
      if (propagation !== 'Bidirectional' || !isPrivileged(container)) continue;
      yield {
        pointer: `${pointer}/mountPropagation`,
        message: `Mounts that ${container.name} makes in volume ${volume.name} appear on the node and stay there.`,
        containers: [container.name],
      };
    }
  },
};
