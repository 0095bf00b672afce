import { groupBy } from '../../../model/group-by.ts';
import { fieldAt } from '../../field-at.ts';
import { canMeet } from '../../lifetime.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';

export const propagationNotReceived: Check = {
  id: 'propagation-not-received',
  group: 'misconception',
  severity: 'warning',
  summary: 'One container shares the mounts it makes in a volume, and another does not receive them.',
  why: 'Bidirectional carries mounts to the node. They come into another container that is running only where its mount of the volume is HostToContainer or Bidirectional; with None, the default, it sees the empty directory below.',
  remedy: 'Set mountPropagation: HostToContainer on the mount of the container that should see them.',
  source: sources.mountPropagation,
  fix: {
    effect:
      'Writes mountPropagation: HostToContainer. The mounts that the other container makes appear in this one, too.',
    edits: ({ pod }, { pointer }) => {
      const at = `${pointer}/mountPropagation`;
      return fieldAt(pod.manifest, at) === undefined
        ? [{ op: 'add', pointer: at, value: 'HostToContainer', after: 'mountPath' }]
        : replaceBy(at, 'HostToContainer');
    },
  },
  *run({ mounts }) {
    for (const [volume, uses] of groupBy(mounts, (mount) => mount.volume)) {
      const maker = uses.find(({ propagation }) => propagation === 'Bidirectional');
      if (maker === undefined) continue;
      const receives = new Set(
        uses.flatMap(({ container, propagation }) => (propagation === 'None' ? [] : [container])),
      );
      for (const { container, pointer, isDevice } of uses) {
        if (receives.has(container) || isDevice) continue;
        if (!canMeet(container, maker.container)) continue;
        yield {
          pointer,
          message: `Mounts that ${maker.container.name} makes in volume ${volume.name} do not appear in ${container.name}: its mount has no mountPropagation.`,
          containers: [maker.container.name, container.name],
        };
      }
    }
  },
};
