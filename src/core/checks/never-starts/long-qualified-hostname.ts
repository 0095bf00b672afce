import { hostnameOf, subdomainOf } from '../../hostname.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

/** What the kernel holds of a hostname. */
const LONGEST = 64;

export const longQualifiedHostname: Check = {
  id: 'long-qualified-hostname',
  group: 'never-starts',
  severity: 'error',
  summary: 'The fully qualified hostname is longer than the kernel can hold.',
  why: 'With setHostnameAsFQDN and a subdomain the hostname is name.subdomain.namespace.svc.domain. Above 64 characters the kubelet cannot make the Pod: it stays in ContainerCreating.',
  remedy: 'Shorten hostname, subdomain or the namespace, or remove setHostnameAsFQDN.',
  source: sources.kubeletNodename,
  *run({ pod }) {
    const { spec, manifest, os } = pod;
    if (spec.setHostnameAsFQDN !== true || !subdomainOf(pod) || os === 'windows') return;
    const length = shortest(hostnameOf(pod).value ?? '').length;
    if (length <= LONGEST) return;
    yield {
      pointer: `${manifest.pointer}/setHostnameAsFQDN`,
      message: `The fully qualified hostname has at least ${length} characters where the cluster domain is cluster.local; the kernel holds ${LONGEST}, so the Pod never starts.`,
    };
  },
};

/** The hostname with the shortest thing each part that nobody can know may be. */
const shortest = (hostname: string): string =>
  hostname
    .replace('<cluster domain>', 'cluster.local')
    .replace('<random>', '00000')
    .replace(/<[^>]*>/g, '0');
