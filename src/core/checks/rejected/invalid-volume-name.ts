import { dnsLabelRule, isDnsLabel } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumes } from '../entries.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidVolumeName: Check = {
  id: 'invalid-volume-name',
  group: 'rejected',
  severity: 'error',
  summary: 'A volume has no name, or one that is not a DNS label.',
  why: 'Mounts find a volume by its name, which has at most 63 lower-case letters, digits and hyphens. Every mount of such a volume is refused too, as one of a volume that is not there.',
  remedy: 'Give the volume a name such as shared-logs, and use it in the mounts.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const { volume, pointer } of listVolumes(pod)) {
      const { name } = volume;
      const at = `${pointer}/name`;
      if (name) {
        if (!isDnsLabel(name)) yield refused(pod, { pointer: at, gist: dnsLabelRule, container: null });
      } else if (!isUnread(at))
        yield refused(pod, { ...fieldOrParent(at, name), gist: 'Required value', container: null });
    }
  },
};
