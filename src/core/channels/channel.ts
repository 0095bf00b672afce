import type { Channel, Pair } from '../../model/report.ts';
import type { ChannelKind, Lifetime, RuntimeMountPath, Verdict } from '../../model/vocabulary.ts';
import type { Pod, PodContainer } from '../pod.ts';
import type { Mount } from '../volumes/mounts.ts';
import type { VolumeOverlap } from '../volumes/overlaps.ts';

/** Everything a rule may look at to judge two containers. */
export type PairFacts = {
  readonly pod: Pod;
  readonly a: PodContainer;
  readonly b: PodContainer;
  readonly lifetime: Lifetime;
  readonly namespaces: Pair['namespaces'];
  /** Whether both see the same instance of a runtime mount. */
  readonly shareRuntimeMount: (path: RuntimeMountPath) => boolean;
  /** The overlaps that hold both, in volume order. */
  readonly overlaps: readonly VolumeOverlap[];
  readonly mountsOf: (container: PodContainer) => readonly Mount[];
};

/** What one container can do to the other. */
export type Judgement = {
  readonly verdict: Verdict;
  readonly because: string;
  readonly conditions?: readonly string[];
};

/** One kind of channel: what people read about it, and the rule that judges it. Pure; at least one entry per pair. */
export type ChannelRule = {
  readonly kind: ChannelKind;
  readonly title: string;
  /** What one container can do to the other with it. */
  readonly allows: string;
  /** What has to be so for that. */
  readonly needs: string;
  readonly source: string;
  readonly judge: (pair: PairFacts) => Channel[];
};

export const no = (because: string): Judgement => ({ verdict: 'no', because });

/** Says whether two containers are in one instance of a namespace. */
export const shares = ({ namespaces }: PairFacts, kind: keyof Pair['namespaces']): boolean =>
  namespaces[kind] === 'shared' || namespaces[kind] === 'shared-with-node';

/** The reason why nothing live can pass between two containers that never meet. */
export const neverMeet = ({ a, b }: PairFacts): string =>
  `${a.name} is an init container: it has ended before ${b.name} starts.`;

/** One entry for a judgement that holds in both directions. */
export const bothWays = (kind: ChannelKind, judgement: Judgement): Channel[] =>
  merge(kind, judgement, judgement);

/** One entry for what the first container leaves and the second finds, or for what both can do while they live. */
export const handOver = (
  kind: ChannelKind,
  { lifetime }: PairFacts,
  judgement: Judgement,
  left: string,
): Channel[] =>
  lifetime === 'concurrent'
    ? bothWays(kind, judgement)
    : merge(kind, { ...judgement, verdict: 'left-behind', because: `${judgement.because} ${left}` }, no(''));

/**
 * Puts the judgements of the two directions into entries.
 *
 * Equal verdicts are one entry (`both`, or `none` when nothing is possible) with the conditions of both; a condition names
 * the containers it is about. When only one direction is possible it is the only entry, and says why the other is not.
 * Two that are possible in different ways are two entries.
 */
export function merge(kind: ChannelKind, aToB: Judgement, bToA: Judgement, volume?: string): Channel[] {
  const entry = (
    direction: Channel['direction'],
    { verdict, because, conditions = [] }: Judgement,
  ): Channel => ({
    kind,
    direction,
    verdict,
    because,
    conditions: [...conditions],
    ...(volume === undefined ? {} : { volume }),
  });
  const joined = (direction: Channel['direction'], judgement: Judgement, other: Judgement): Channel => {
    const channel = entry(direction, { ...judgement, because: join(judgement.because, other.because) });
    if (aToB.because !== bToA.because)
      reasons.set(channel, { 'a-to-b': aToB.because, 'b-to-a': bToA.because });
    return channel;
  };
  if (aToB.verdict === bToA.verdict) {
    const conditions = [...new Set([...(aToB.conditions ?? []), ...(bToA.conditions ?? [])])];
    return [joined(aToB.verdict === 'no' ? 'none' : 'both', { ...aToB, conditions }, bToA)];
  }
  if (bToA.verdict === 'no') return [joined('a-to-b', aToB, bToA)];
  if (aToB.verdict === 'no') return [joined('b-to-a', bToA, aToB)];
  return [entry('a-to-b', aToB), entry('b-to-a', bToA)];
}

const join = (first: string, second: string): string =>
  first === second || second === '' ? first : `${first} ${second}`;

/** The reasons of the two directions, of an entry that joins them: what a report has no place for. */
const reasons = new WeakMap<Channel, Readonly<Record<'a-to-b' | 'b-to-a', string>>>();

/** The reason an entry has for one direction; all it says when that has none of its own. */
export const reasonFor = (channel: Channel, direction: 'a-to-b' | 'b-to-a'): string =>
  reasons.get(channel)?.[direction] || channel.because;
