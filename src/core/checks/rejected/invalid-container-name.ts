import { dnsLabelRule, isDnsLabel } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { isWhole } from '../is-whole.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidContainerName: Check = {
  id: 'invalid-container-name',
  group: 'rejected',
  severity: 'error',
  summary: 'A container has no name, or one that is not a DNS label.',
  why: 'Every container needs a name of at most 63 lower-case letters, digits and hyphens. The report calls a container without a name by its place.',
  remedy: 'Give the container a name such as app or log-shipper.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const container of pod.containers) {
      const { name } = container.spec;
      const at = `${container.pointer}/name`;
      if (name) {
        if (!isDnsLabel(name)) yield refused(pod, { pointer: at, gist: dnsLabelRule, container });
      } else if (isWhole(pod.manifest) && !isUnread(at)) {
        yield refused(pod, { ...fieldOrParent(at, name), gist: 'Required value', container });
      }
    }
  },
};
