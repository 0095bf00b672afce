import { sources } from '../sources.ts';
import { bothWays, type ChannelRule, neverMeet, no, shares } from './channel.ts';

/**
 * Abstract UNIX sockets (`@name`) belong to the network namespace and need no file. Any process in it may connect: they
 * have no permissions.
 *
 * @see unix(7), network_namespaces(7)
 */
export const abstractUnixSocket: ChannelRule = {
  kind: 'abstract-unix-socket',
  title: 'Abstract UNIX sockets',
  allows:
    'Connecting to a socket that the other bound to an abstract name (@name): there is no file, and there are no permissions.',
  needs: 'One network namespace, and both alive.',
  source: sources.manUnix,
  judge(pair) {
    if (pair.pod.os === 'windows')
      return bothWays(
        'abstract-unix-socket',
        no('Windows has no abstract UNIX sockets in a network namespace.'),
      );
    if (!shares(pair, 'network')) return bothWays('abstract-unix-socket', no('Separate network namespaces.'));
    if (pair.lifetime !== 'concurrent') return bothWays('abstract-unix-socket', no(neverMeet(pair)));
    return bothWays('abstract-unix-socket', {
      verdict: 'yes',
      because: 'Abstract UNIX sockets belong to the network namespace, which both share.',
    });
  },
};
