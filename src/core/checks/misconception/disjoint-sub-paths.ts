import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { DeclaredVolume } from '../../volumes/declared.ts';
import { storageOf } from '../../volumes/storage.ts';
import type { Check } from '../check.ts';

export const disjointSubPaths: Check = {
  id: 'disjoint-sub-paths',
  group: 'misconception',
  severity: 'info',
  summary: 'Containers mount one volume, but different directories of it.',
  why: 'subPath decides which part of the volume a container sees. With different ones the containers share the space, and no file.',
  remedy: 'Use the same subPath where they should share files. If they should not, all is well.',
  source: sources.volumes,
  *run({ volumes, mounts, overlaps }) {
    const shared = new Set(overlaps.map(({ volume }) => keyOf(volumes.get(volume))));
    const writable = mounts.filter(({ volume, isDevice }) => !volume.readOnly && !isDevice);
    for (const [volume, uses] of groupBy(writable, (mount) => mount.volume)) {
      const [{ container: first }] = uses;
      const other = uses.find(({ container }) => container !== first);
      if (other === undefined || shared.has(keyOf(volume))) continue;
      yield {
        pointer: volume.pointer ?? uses[0].pointer,
        message: `${first.name} and ${other.container.name} mount different directories of volume ${volume.name}: no file of it is in both.`,
        containers: [...new Set(uses.map(({ container }) => container.name))],
      };
    }
  },
};

/** An overlap is listed under the first of several names of one storage. */
const keyOf = (volume: DeclaredVolume | undefined): string | undefined =>
  volume === undefined ? undefined : storageOf(volume).key;
