import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const hostnameWithHostNetwork: Check = {
  id: 'hostname-with-host-network',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'The Pod sets a hostname and uses the network of the node.',
  why: 'With hostNetwork the kubelet gives the runtime no hostname: the containers see the node’s.',
  remedy: 'Remove hostname and setHostnameAsFQDN, or hostNetwork.',
  source: sources.kubeletSandbox,
  fix: {
    effect:
      'Removes hostname and setHostnameAsFQDN, unless a subdomain makes a DNS name of the hostname. Nothing changes: the containers see the hostname of the node.',
    edits: ({ pod: { spec, manifest } }) =>
      spec.hostname && spec.subdomain
        ? []
        : (['hostname', 'setHostnameAsFQDN'] as const).flatMap((field) =>
            spec[field] ? [{ op: 'remove', pointer: `${manifest.pointer}/${field}` }] : [],
          ),
  },
  *run({ pod: { spec, manifest, os } }) {
    if (spec.hostNetwork !== true || os === 'windows') return;
    const field = spec.hostname ? 'hostname' : 'setHostnameAsFQDN';
    if (!spec[field]) return;
    yield {
      pointer: `${manifest.pointer}/${field}`,
      message: `${field} does not set the hostname, because hostNetwork is true: all containers see the node's.`,
    };
  },
};
