import type { Channel } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import type { PodContainer } from '../pod.ts';
import { appArmorProfileOf, hasOwnLabel } from '../security/confinement.ts';
import { bothWays, type Judgement, merge, neverMeet, no, type PairFacts, shares } from './channel.ts';
import { judgeOnWindows, mayOpen } from './windows-processes.ts';

/**
 * Judges what one process may do to another in both directions, once it can name it: both alive and in one PID namespace.
 */
export function judgeProcessAccess(
  kind: ChannelKind,
  pair: PairFacts,
  access: (pair: PairFacts, from: PodContainer, to: PodContainer) => Judgement,
): Channel[] {
  if (pair.pod.os === 'windows') return judgeOnWindows(kind, pair, mayOpen);
  if (!shares(pair, 'pid')) return bothWays(kind, no('Separate PID namespaces.'));
  if (pair.lifetime !== 'concurrent') return bothWays(kind, no(neverMeet(pair)));
  return merge(kind, confined(pair, pair.a, pair.b, access), confined(pair, pair.b, pair.a, access));
}

/**
 * Adds what mandatory access control may forbid: the runtime's AppArmor profile allows signals and tracing only between
 * processes under the same profile, and SELinux keeps different levels apart.
 *
 * @see containerd `contrib/apparmor/template.go`
 */
function confined(
  pair: PairFacts,
  from: PodContainer,
  to: PodContainer,
  access: (pair: PairFacts, from: PodContainer, to: PodContainer) => Judgement,
): Judgement {
  const judgement = access(pair, from, to);
  if (judgement.verdict === 'no') return judgement;
  const conditions = [...(judgement.conditions ?? [])];
  const profiles = [from, to].map((container) => appArmorProfileOf(pair.pod, container));
  if (profiles[0] !== profiles[1]) {
    conditions.push(
      `AppArmor is not enforced on the node, or its profiles allow it (${profiles.join(' and ')}).`,
    );
  }
  if (hasOwnLabel(from, to)) conditions.push('SELinux is not enforced on the node, or its labels allow it.');
  return conditions.length === (judgement.conditions ?? []).length
    ? judgement
    : { ...judgement, verdict: 'conditional', conditions };
}
