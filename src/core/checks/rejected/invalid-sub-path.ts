import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import { stepsBack } from '../../volumes/paths.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { listVolumeMounts } from '../entries.ts';
import { gistOf, refused } from '../refused.ts';

export const invalidSubPath: Check = {
  id: 'invalid-sub-path',
  group: 'rejected',
  severity: 'error',
  summary: 'The subPath of a mount leaves its volume, or stands beside a subPathExpr.',
  why: "A subPath is a relative path inside the volume. One that is absolute or has '..' in it could lead out of it.",
  remedy: "Use a relative path without '..', and one of subPath and subPathExpr.",
  source: sources.validation,
  fix: {
    effect:
      'Removes the slashes at the start of a path, which begins at the root of the volume in any case. The Pod is accepted, and mounts the directory that is named.',
    edits: ({ pod }, { pointer }) => {
      const path = fieldAt(pod.manifest, pointer);
      const [, relative] = /^\/+(.+)$/.exec(String(path)) ?? [];
      return replaceBy(pointer, relative !== undefined && stepsBack(relative) ? undefined : relative);
    },
  },
  *run({ pod }) {
    for (const { container, entry, pointer } of listVolumeMounts(pod)) {
      const { subPath, subPathExpr } = entry;
      if (subPath && subPathExpr) {
        const gist = 'subPathExpr and subPath are mutually exclusive';
        yield refused(pod, { pointer: `${pointer}/subPathExpr`, gist, container });
        continue;
      }
      const field = subPath ? 'subPath' : 'subPathExpr';
      const path = entry[field];
      const gist = path ? faultsOf(path) : undefined;
      if (gist === undefined) continue;
      yield refused(pod, {
        pointer: `${pointer}/${field}`,
        at: `${container.pointer}/volumeMounts/${field}`,
        gist,
        container,
      });
    }
  },
};

const faultsOf = (path: string): string | undefined =>
  gistOf([path.startsWith('/'), 'must be a relative path'], [stepsBack(path), "must not contain '..'"]);
