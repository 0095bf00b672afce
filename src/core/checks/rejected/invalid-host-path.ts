import { sources } from '../../sources.ts';
import { stepsBack } from '../../volumes/paths.ts';
import type { Check } from '../check.ts';
import { listVolumes } from '../entries.ts';
import { refused } from '../refused.ts';

export const invalidHostPath: Check = {
  id: 'invalid-host-path',
  group: 'rejected',
  severity: 'error',
  summary: "The path of a hostPath volume contains '..'.",
  why: 'Policies allow hostPath volumes by prefix, and a path that steps back would get around them.',
  remedy: 'Write the path out in full.',
  source: sources.validation,
  *run({ pod }) {
    for (const { volume, pointer } of listVolumes(pod)) {
      if (!stepsBack(volume.hostPath?.path ?? '')) continue;
      yield refused(pod, {
        pointer: `${pointer}/hostPath/path`,
        gist: "must not contain '..'",
        container: null,
      });
    }
  },
};
