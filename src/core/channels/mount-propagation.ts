import type { PodContainer } from '../pod.ts';
import { sources } from '../sources.ts';
import { bothWays, type ChannelRule, type Judgement, merge, no, type PairFacts } from './channel.ts';

/**
 * Seeing mounts the other makes inside a volume: the maker's mount is Bidirectional (privileged containers only), the
 * other's HostToContainer or Bidirectional. Such mounts stay on the node, so a container that starts later finds them with
 * any setting.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
 */
export const mountPropagation: ChannelRule = {
  kind: 'mount-propagation',
  title: 'Mounts inside a volume',
  allows: 'Seeing file systems that the other mounts inside a volume.',
  needs:
    'A volume that both mount: Bidirectional in the one that mounts, which must be privileged, HostToContainer or Bidirectional in the other.',
  source: sources.mountPropagation,
  judge(pair) {
    if (pair.pod.os === 'windows')
      return bothWays('mount-propagation', no('Windows has no mount propagation.'));
    if (pair.overlaps.length === 0) return bothWays('mount-propagation', no('No volume is mounted in both.'));
    const bToA = pair.lifetime === 'concurrent' ? propagates(pair, pair.b, pair.a) : no('');
    return merge('mount-propagation', propagates(pair, pair.a, pair.b), bToA);
  },
};

function propagates(
  { overlaps, mountsOf, lifetime }: PairFacts,
  from: PodContainer,
  to: PodContainer,
): Judgement {
  const sources = mountsOf(from).filter(({ propagation }) => propagation === 'Bidirectional');
  if (sources.length === 0) return no('Mounts made inside a volume stay in the container that makes them.');
  for (const { volume, readAtStart } of overlaps) {
    if (readAtStart.includes(to.name)) continue;
    if (!sources.some((mount) => mount.volume.name === volume)) continue;
    if (lifetime !== 'concurrent') {
      return {
        verdict: 'left-behind',
        because: `Mounts that ${from.name} makes in ${volume} (Bidirectional) stay on the node; ${to.name} starts later and finds them.`,
      };
    }
    if (mountsOf(to).some((mount) => mount.volume.name === volume && mount.propagation !== 'None')) {
      return {
        verdict: 'yes',
        because: `Mounts that ${from.name} makes in ${volume} (Bidirectional) appear in ${to.name}.`,
      };
    }
  }
  return no(`mountPropagation does not carry the mounts that ${from.name} makes to ${to.name}.`);
}
