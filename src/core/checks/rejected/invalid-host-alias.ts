import { dnsSubdomainRule, isDnsSubdomain, mayBeIp } from '../../../model/names.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { fieldOrParent, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidHostAlias: Check = {
  id: 'invalid-host-alias',
  group: 'rejected',
  severity: 'error',
  summary: 'An entry of hostAliases has no IP address, or a name that is no host name.',
  why: 'hostAliases become lines of /etc/hosts, which all containers of the Pod share: an address, then names.',
  remedy: 'Give an IP address in ip and DNS names in hostnames.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const [i, { ip, hostnames = [] }] of (pod.spec.hostAliases ?? []).entries()) {
      const pointer = `${pod.manifest.pointer}/hostAliases/${i}`;
      const at = `${pointer}/ip`;
      if (!mayBeIp(ip ?? '') && !isUnread(at)) {
        const gist = 'must be a valid IP address';
        yield refused(pod, { ...fieldOrParent(at, ip), gist, container: null });
      }
      for (const [j, hostname] of hostnames.entries()) {
        const place = `${pointer}/hostnames/${j}`;
        if (isDnsSubdomain(hostname) || isUnread(place)) continue;
        yield refused(pod, { pointer: place, gist: dnsSubdomainRule, container: null });
      }
    }
  },
};
