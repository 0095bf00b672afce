import type { Channel } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import type { Pod, PodContainer } from '../pod.ts';
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
  const judge = (from: PodContainer, to: PodContainer): Judgement =>
    confined(kind, pair, from, to, access(pair, from, to));
  return merge(kind, judge(pair.a, pair.b), judge(pair.b, pair.a));
}

/** Adds what mandatory access control may forbid. SELinux keeps different levels apart. */
function confined(
  kind: ChannelKind,
  pair: PairFacts,
  from: PodContainer,
  to: PodContainer,
  judgement: Judgement,
): Judgement {
  if (judgement.verdict === 'no') return judgement;
  const conditions = [...(judgement.conditions ?? [])];
  if (mayRefuse(kind, pair.pod, from, to)) {
    const profiles = [pair.a, pair.b].map((container) => appArmorProfileOf(pair.pod, container));
    conditions.push(
      `AppArmor is not enforced on the node, or its profiles allow it (${profiles.join(' and ')}).`,
    );
  }
  if (hasOwnLabel(from, to)) conditions.push('SELinux is not enforced on the node, or its labels allow it.');
  return conditions.length === (judgement.conditions ?? []).length
    ? judgement
    : { ...judgement, verdict: 'conditional', conditions };
}

/**
 * Says whether AppArmor may keep a process from another. The runtime's profile allows signals and tracing between
 * processes under it and lets those in that are unconfined. Whom an unconfined process traces no profile decides; whose
 * signals come in, each profile does.
 *
 * @see containerd `contrib/apparmor/template.go`; Linux `security/apparmor/ipc.c`, profile_tracee_perm
 */
function mayRefuse(kind: ChannelKind, pod: Pod, from: PodContainer, to: PodContainer): boolean {
  const [sender, receiver] = [appArmorProfileOf(pod, from), appArmorProfileOf(pod, to)];
  if (sender !== 'Unconfined') return sender !== receiver;
  return kind === 'signals' && receiver.startsWith('Localhost/');
}
