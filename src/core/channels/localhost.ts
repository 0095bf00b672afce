import { sources } from '../sources.ts';
import { bothWays, type ChannelRule, neverMeet, no, shares } from './channel.ts';

/**
 * Connecting over 127.0.0.1 or ::1: both alive and in one network namespace. What a server binds to the manifest cannot say.
 *
 * @see network_namespaces(7)
 */
export const localhost: ChannelRule = {
  kind: 'localhost',
  title: 'Localhost',
  allows:
    'Connecting over 127.0.0.1 or ::1 to a port the other listens on: no Service is needed, and no NetworkPolicy stands between.',
  needs: 'One network namespace, which the containers of a Pod always share, and both alive.',
  source: sources.manNetworkNamespaces,
  judge(pair) {
    if (!shares(pair, 'network')) return bothWays('localhost', no('Separate network namespaces.'));
    if (pair.lifetime !== 'concurrent') return bothWays('localhost', no(neverMeet(pair)));
    return bothWays('localhost', {
      verdict: 'yes',
      because:
        pair.namespaces.network === 'shared-with-node'
          ? "Both are in the node's network namespace, so localhost is the same for both, and for the node."
          : 'One network namespace: localhost is the same for both.',
      conditions: ['The server listens on a loopback or a wildcard address.'],
    });
  },
};
