import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { replaceBy } from '../edits.ts';

export const clusterDnsWithHostNetwork: Check = {
  id: 'cluster-dns-with-host-network',
  group: 'does-not-do-what-it-says',
  severity: 'warning',
  summary: 'dnsPolicy is ClusterFirst and the Pod uses the network of the node.',
  why: 'With hostNetwork ClusterFirst falls back to the DNS of the node, so the names of Services are not found.',
  remedy: 'Use dnsPolicy: ClusterFirstWithHostNet, or Default if the DNS of the node is meant.',
  source: sources.kubeletDns,
  fix: {
    effect:
      'Writes ClusterFirstWithHostNet. The containers ask the DNS of the cluster, and find the names of Services.',
    edits: (_, { pointer }) => replaceBy(pointer, 'ClusterFirstWithHostNet'),
  },
  *run({ pod: { spec, manifest } }) {
    // Nobody is told of a default, so neither where the API server has written it out.
    if (spec.hostNetwork !== true || spec.dnsPolicy !== 'ClusterFirst' || manifest.isStored) return;
    yield {
      pointer: `${manifest.pointer}/dnsPolicy`,
      message:
        'dnsPolicy: ClusterFirst has no effect, because hostNetwork is true: the DNS of the node is used.',
    };
  },
};
