import type { PodContainer } from '../pod.ts';
import { hasCapability } from '../security/capabilities.ts';
import { sameUser, uidOf } from '../security/identity.ts';
import { sources } from '../sources.ts';
import type { ChannelRule, Judgement, PairFacts } from './channel.ts';
import { judgeProcessAccess } from './process-access.ts';

/**
 * Sending signals: the sender's uid is the receiver's, or the sender has CAP_KILL (in the default set of root).
 * SYS_PTRACE has nothing to do with it.
 *
 * @see kill(2)
 */
export const signals: ChannelRule = {
  kind: 'signals',
  title: 'Signals',
  allows: "Stopping, killing or reloading the other's processes.",
  needs: 'One PID namespace, both alive, and the same user as the receiver or CAP_KILL.',
  source: sources.manKill,
  judge: (pair) => judgeProcessAccess('signals', pair, maySignal),
};

function maySignal({ pod }: PairFacts, from: PodContainer, to: PodContainer): Judgement {
  const kill = hasCapability(pod, from, 'KILL');
  const same = sameUser(pod, from, to);
  const [uidFrom, uidTo] = [uidOf(pod, from), uidOf(pod, to)];
  if (kill === 'yes')
    return {
      verdict: 'yes',
      because: `${from.name} runs as root with CAP_KILL and shares the PID namespace.`,
    };
  if (same === 'yes')
    return { verdict: 'yes', because: 'They share the PID namespace and run as the same user.' };
  if (same === 'no' && kill === 'no') {
    const users = uidFrom !== undefined && uidTo !== undefined ? ` (runAsUser ${uidFrom} and ${uidTo})` : '';
    return {
      verdict: 'no',
      because: `${from.name} sees the processes of ${to.name} but is another user${users} without CAP_KILL.`,
    };
  }
  return {
    verdict: 'conditional',
    because: 'They share the PID namespace; the manifest does not set the users.',
    conditions: [
      kill === 'no'
        ? `${from.name} runs as the same user as ${to.name}.`
        : `${from.name} runs as root, or as the same user as ${to.name}.`,
    ],
  };
}
