import type { ChannelKind } from '../../model/vocabulary.ts';
import { uidOf } from '../security/identity.ts';
import { sources } from '../sources.ts';
import { bothWays, type ChannelRule, handOver, no, type PairFacts, shares } from './channel.ts';

/**
 * Objects of the IPC namespace: they outlive the process that made them, so an init container leaves them to those after
 * it. Access is by owner and mode bits of the object.
 *
 * @see ipc_namespaces(7), sysvipc(7)
 */
const ipcObjects = (
  kind: ChannelKind,
  objects: string,
  about: Pick<ChannelRule, 'title' | 'allows'>,
): ChannelRule => ({
  kind,
  ...about,
  needs:
    'One IPC namespace, which the containers of a Pod always share. The objects outlive who made them; their mode decides who else may use them.',
  source: sources.manIpcNamespaces,
  judge(pair) {
    if (pair.pod.os === 'windows') return bothWays(kind, no(`Windows has no ${objects}.`));
    if (!shares(pair, 'ipc')) return bothWays(kind, no('Separate IPC namespaces.'));
    const where =
      pair.namespaces.ipc === 'shared-with-node' ? "the node's IPC namespace" : 'one IPC namespace';
    return handOver(
      kind,
      pair,
      {
        verdict: 'yes',
        because: `Both are in ${where}, which holds ${objects}.`,
        conditions: [...otherOwner(pair)],
      },
      `What ${pair.a.name} leaves there, ${pair.b.name} finds.`,
    );
  },
});

function* otherOwner({ pod, a, b }: PairFacts): Generator<string> {
  const [uidA, uidB] = [uidOf(pod, a), uidOf(pod, b)];
  if (uidA !== undefined && uidB !== undefined && uidA !== uidB) {
    yield `The mode of the object admits the other user (runAsUser ${uidA} and ${uidB}).`;
  }
}

export const sysvIpc = ipcObjects('sysv-ipc', 'System V shared memory, semaphores and message queues', {
  title: 'System V IPC objects',
  allows:
    'Attaching to shared memory, semaphores and message queues that the other made with shmget, semget or msgget.',
});
export const posixMqueue = ipcObjects('posix-mqueue', 'POSIX message queues', {
  title: 'POSIX message queues',
  allows: 'Opening a message queue that the other made with mq_open.',
});
