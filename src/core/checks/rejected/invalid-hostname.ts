import { dnsLabelRule, isDnsLabel } from '../../names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const invalidHostname: Check = {
  id: 'invalid-hostname',
  group: 'rejected',
  severity: 'error',
  summary: 'The hostname or subdomain of the Pod is not a DNS label.',
  why: 'Both are one part of a DNS name: lower-case letters, digits and hyphens, no dots, at most 63 characters.',
  remedy: 'Use a plain name such as web-0. For a full domain name set subdomain and setHostnameAsFQDN too.',
  source: sources.validation,
  fixable: false,
  *run({ pod }) {
    for (const field of ['hostname', 'subdomain'] as const) {
      const name = pod.spec[field];
      if (!name || isDnsLabel(name)) continue;
      yield refused(pod, { pointer: `${pod.manifest.pointer}/${field}`, gist: dnsLabelRule });
    }
  },
};
