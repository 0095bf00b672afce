import { groupBy } from '../../../model/group-by.ts';
import { listNames } from '../../list-names.ts';
import { findSensitivePath } from '../../security/sensitive-paths.ts';
import { sources } from '../../sources.ts';
import { listNodeMounts, type NodeMount } from '../../volumes/node-mounts.ts';
import type { Check } from '../check.ts';

export const sensitiveHostPath: Check = {
  id: 'sensitive-host-path',
  group: 'exposure',
  severity: 'warning',
  summary: 'A volume shows containers files of the node that expose it.',
  why: 'A hostPath volume is the file system of the node, shared with it and with every Pod that mounts it. Some of its directories hold credentials or decide what the node runs.',
  remedy:
    'Mount the smallest directory that is needed, read-only where nothing is written, or use another kind of volume.',
  source: sources.hostPath,
  *run({ mounts }) {
    for (const uses of groupBy(listNodeMounts(mounts), ({ mount }) => mount.volume).values()) {
      const found = findWorst(uses);
      if (found === undefined) continue;
      const { volume } = uses[0].mount;
      const { path, place, isWritable } = found;
      const names = [...new Set(uses.map(({ mount }) => mount.container.name))];
      const access = isWritable ? 'writable' : 'read-only';
      yield {
        pointer: `${volume.pointer}/hostPath/path`,
        message: `Volume ${volume.name} shows ${listNames(names)} ${path} of the node, ${access}: who uses it ${isWritable ? place.write : place.read}.`,
        containers: names,
      };
    }
  },
};

/** What the mounts of one volume expose most: of several the one that may be written. */
function findWorst(uses: readonly NodeMount[]) {
  for (const isWritable of [true, false]) {
    for (const { mount, path } of uses) {
      if ((mount.access === 'read-write') !== isWritable) continue;
      const place = findSensitivePath(path, isWritable);
      if (place !== undefined) return { path, place, isWritable };
    }
  }
  return undefined;
}
