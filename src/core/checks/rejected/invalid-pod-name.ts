import { dnsSubdomainRule, isDnsSubdomain } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidPodName: Check = {
  id: 'invalid-pod-name',
  group: 'rejected',
  severity: 'error',
  summary: 'The Pod has no name, or one that is not a DNS name.',
  why: 'The name, or generateName, is required. It becomes the hostname of all containers unless hostname is set.',
  remedy: 'Set metadata.name to lower-case letters, digits, hyphens and dots, or set metadata.generateName.',
  source: sources.validation,
  *run({ pod }) {
    const { kind, metadata, metadataPointer, objectPointer } = pod.manifest;
    if (kind !== 'Pod') return;
    const pointer = `${metadataPointer}/name`;
    if (metadata.name) {
      if (!isDnsSubdomain(metadata.name)) yield refused(pod, { pointer, gist: dnsSubdomainRule });
    } else if (!metadata.generateName && !findUnread(pod)(pointer)) {
      // Nobody can tell here whether metadata is there when nothing of it was read.
      const parent = Object.keys(metadata).length > 0 ? metadataPointer : objectPointer;
      yield refused(pod, { pointer: parent, at: pointer, gist: 'name or generateName is required' });
    }
  },
};
