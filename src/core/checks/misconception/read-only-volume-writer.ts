import { writesBelow } from '../../shell.ts';
import { sources } from '../../sources.ts';
import { isReadOnlyType } from '../../volumes/volume-type.ts';
import type { Check } from '../check.ts';

export const readOnlyVolumeWriter: Check = {
  id: 'read-only-volume-writer',
  group: 'misconception',
  severity: 'error',
  summary: 'A container mounts a volume that is read-only by nature as if to write.',
  why: 'ConfigMap, Secret, downward API, projected and image volumes are always mounted read-only (since 1.10), whatever readOnly or defaultMode say: writing fails with "read-only file system".',
  remedy:
    'Copy the files into an emptyDir in an init container, change them there, and mount the emptyDir in the containers that read them.',
  source: sources.volumes,
  fixable: false,
  *run({ mounts }) {
    for (const { container, volume, path, pointer, asksToWrite } of mounts) {
      if (volume.origin === 'implicit' || !isReadOnlyType(volume.type)) continue;
      const writes = writesBelow(container.spec, path);
      if (!writes && !asksToWrite) continue;
      yield {
        pointer,
        message: writes
          ? `${container.name} writes below ${path}, but a ${volume.type} volume is always read-only.`
          : `readOnly: false has no effect: a ${volume.type} volume is always read-only.`,
        containers: [container.name],
      };
    }
  },
};
