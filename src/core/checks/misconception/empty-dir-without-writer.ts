import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const emptyDirWithoutWriter: Check = {
  id: 'empty-dir-without-writer',
  group: 'misconception',
  severity: 'warning',
  summary: 'Every mount of an emptyDir is read-only.',
  why: 'An emptyDir is new and empty with each Pod. Where nobody can write, it stays so: the containers share an empty directory.',
  remedy:
    'Remove readOnly from the mount of the container that fills it. To hide a directory of the image, keep it as it is and waive this check.',
  source: sources.volumes,
  *run({ mounts }) {
    const ofEmptyDirs = mounts.filter(({ volume }) => volume.type === 'emptyDir');
    for (const [volume, uses] of groupBy(ofEmptyDirs, (mount) => mount.volume)) {
      if (uses.some(({ access }) => access === 'read-write')) continue;
      const many = uses.length > 1;
      yield {
        pointer: volume.pointer ?? uses[0].pointer,
        message: `${many ? 'Every mount' : 'The only mount'} of volume ${volume.name} is read-only, so nothing is ever in it.`,
        containers: [...new Set(uses.map(({ container }) => container.name))],
      };
    }
  },
};
