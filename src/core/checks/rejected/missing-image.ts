import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { isWhole } from '../is-whole.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const missingImage: Check = {
  id: 'missing-image',
  group: 'rejected',
  severity: 'error',
  summary: 'A container has no image.',
  why: 'Every container needs one, in a Pod and in the template of a workload.',
  remedy: 'Set image. If a tool fills it in later, analyse what the tool writes.',
  source: sources.validation,
  *run({ pod }) {
    if (!isWhole(pod.manifest)) return;
    const isUnread = findUnread(pod);
    for (const container of pod.containers) {
      const { image } = container.spec;
      const at = `${container.pointer}/image`;
      if (image || isUnread(at)) continue;
      yield refused(pod, { ...fieldOrParent(at, image), gist: 'Required value', container });
    }
  },
};
