import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumes } from '../entries.ts';
import { refused } from '../refused.ts';

export const duplicateVolumeName: Check = {
  id: 'duplicate-volume-name',
  group: 'rejected',
  severity: 'error',
  summary: 'Two volumes of the Pod have the same name.',
  why: 'Mounts find a volume by its name. The report goes by the first of the two.',
  remedy: 'Give each volume a name of its own, or remove one of the two.',
  source: sources.validation,
  *run({ pod }) {
    const names = new Set<string>();
    for (const { volume, pointer } of listVolumes(pod)) {
      if (!volume.name) continue;
      if (names.has(volume.name)) {
        yield refused(pod, {
          pointer: `${pointer}/name`,
          gist: `Duplicate value: "${volume.name}"`,
          container: null,
        });
      }
      names.add(volume.name);
    }
  },
};
