import { dnsSubdomainRule, isDnsSubdomain } from '../../../model/names.ts';
import type { PodSpec } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { gistOf, refused } from '../refused.ts';

export const invalidHostnameOverride: Check = {
  id: 'invalid-hostname-override',
  group: 'rejected',
  severity: 'error',
  summary: 'hostnameOverride cannot be used as it is.',
  why: 'It sets the hostname of all containers, so it cannot stand beside setHostnameAsFQDN or hostNetwork, which decide the hostname too. It is a DNS name of at most 64 characters.',
  remedy: 'Keep one of the fields that decide the hostname, and a name the kernel can hold.',
  source: sources.validation,
  since: '1.35',
  *run({ pod }) {
    const gist = faultsOf(pod.spec);
    if (gist === undefined) return;
    yield refused(pod, { pointer: `${pod.manifest.pointer}/hostnameOverride`, gist });
  },
};

function faultsOf({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }: PodSpec): string | undefined {
  if (name === undefined) return undefined;
  return gistOf(
    [setHostnameAsFQDN === true, 'may not be specified when setHostnameAsFQDN is true'],
    [hostNetwork === true, 'may not be specified when hostNetwork is true'],
    [name.length > 64, 'may not be more than 64 bytes'],
    [!isDnsSubdomain(name), dnsSubdomainRule],
  );
}
