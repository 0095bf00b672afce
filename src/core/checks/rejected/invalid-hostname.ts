import { dnsLabelRule, isDnsLabel } from '../../../model/names.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';
import { refused } from '../refused.ts';

export const invalidHostname: Check = {
  id: 'invalid-hostname',
  group: 'rejected',
  severity: 'error',
  summary: 'The hostname or subdomain of the Pod is not a DNS label.',
  why: 'Both are one part of a DNS name: lower-case letters, digits and hyphens, no dots, at most 63 characters.',
  remedy: 'Use a plain name such as web-0. For a full domain name set subdomain and setHostnameAsFQDN too.',
  source: sources.validation,
  fix: {
    effect:
      'Writes the name in lower case, where that makes it a valid one. The Pod is accepted; names of hosts are the same in either case.',
    edits: ({ pod }, { pointer }) => {
      const name = String(fieldAt(pod.manifest, pointer)).toLowerCase();
      return replaceBy(pointer, isDnsLabel(name) ? name : undefined);
    },
  },
  *run({ pod }) {
    for (const field of ['hostname', 'subdomain'] as const) {
      const name = pod.spec[field];
      if (!name || isDnsLabel(name)) continue;
      yield refused(pod, { pointer: `${pod.manifest.pointer}/${field}`, gist: dnsLabelRule });
    }
  },
};
