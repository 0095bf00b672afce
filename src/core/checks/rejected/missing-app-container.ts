import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { isWhole } from '../is-whole.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const missingAppContainer: Check = {
  id: 'missing-app-container',
  group: 'rejected',
  severity: 'error',
  summary: 'The Pod has no app container.',
  why: 'A Pod needs at least one entry in containers; init containers and sidecars alone are not enough.',
  remedy: 'Add the container that does the work of the Pod to containers.',
  source: sources.validation,
  *run({ pod }) {
    const { spec, manifest } = pod;
    const at = `${manifest.pointer}/containers`;
    if (spec.containers?.length || !isWhole(manifest) || findUnread(pod)(at)) return;
    yield refused(pod, { ...fieldOrParent(at, spec.containers), gist: 'Required value' });
  },
};
