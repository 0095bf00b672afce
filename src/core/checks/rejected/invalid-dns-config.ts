import { mayBeIp } from '../../../model/names.ts';
import type { PodSpec } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const invalidDnsConfig: Check = {
  id: 'invalid-dns-config',
  group: 'rejected',
  severity: 'error',
  summary: 'The DNS settings of the Pod are incomplete or past their limits.',
  why: 'dnsPolicy: None leaves /etc/resolv.conf to dnsConfig, which then needs a nameserver. There may be 3 nameservers, given by address, and 32 search domains of 2048 characters together.',
  remedy: 'Give one to three nameserver addresses in dnsConfig, or use another dnsPolicy.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const { field, at = field, gist } of findFaults(pod.spec)) {
      const place = (path: string) => `${pod.manifest.pointer}/${path}`;
      if (isUnread(place(at))) continue;
      yield refused(pod, { pointer: place(field), at: place(at), gist, container: null });
    }
  },
};

type Fault = { readonly field: string; readonly at?: string; readonly gist: string };

function* findFaults({ dnsPolicy, dnsConfig }: PodSpec): Generator<Fault> {
  const { nameservers = [], searches = [] } = dnsConfig ?? {};
  if (dnsPolicy === 'None' && dnsConfig === undefined) {
    yield {
      field: 'dnsPolicy',
      at: 'dnsConfig',
      gist: 'must provide `dnsConfig` when `dnsPolicy` is None',
    };
  } else if (dnsPolicy === 'None' && nameservers.length === 0) {
    yield {
      field: 'dnsConfig',
      at: 'dnsConfig/nameservers',
      gist: 'must provide at least one DNS nameserver when `dnsPolicy` is None',
    };
  }
  if (nameservers.length > 3) {
    yield { field: 'dnsConfig/nameservers', gist: 'must not have more than 3 nameservers' };
  }
  for (const [i, address] of nameservers.entries()) {
    if (!mayBeIp(address)) yield { field: `dnsConfig/nameservers/${i}`, gist: 'must be a valid IP address' };
  }
  if (searches.length > 32) {
    yield { field: 'dnsConfig/searches', gist: 'must not have more than 32 search paths' };
  } else if (searches.join(' ').length > 2048) {
    const gist = 'must not have more than 2048 characters (including spaces) in the search list';
    yield { field: 'dnsConfig/searches', gist };
  }
}
