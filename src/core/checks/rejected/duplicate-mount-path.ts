import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const duplicateMountPath: Check = {
  id: 'duplicate-mount-path',
  group: 'rejected',
  severity: 'error',
  summary: 'A container mounts two volumes at the same path.',
  why: 'Only one of them could be seen. The API server compares paths letter by letter, so /data and /data/ pass, and one hides the other.',
  remedy:
    'Mount each volume at a path of its own, or use a projected volume to bring several sources together.',
  source: sources.validation,
  *run({ pod }) {
    for (const container of pod.containers) {
      const paths = new Set<string>();
      for (const [i, { mountPath }] of (container.spec.volumeMounts ?? []).entries()) {
        if (!mountPath) continue;
        if (paths.has(mountPath)) {
          const pointer = `${container.pointer}/volumeMounts/${i}/mountPath`;
          yield refused(pod, { pointer, gist: 'must be unique', container });
        }
        paths.add(mountPath);
      }
    }
  },
};
