import type { Channel } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import { isHostProcess, type Pod, type PodContainer } from '../pod.ts';
import { bothWays, type Judgement, merge, neverMeet, no, type PairFacts } from './channel.ts';

/** Says whether nothing isolates two containers from each other: both are HostProcess containers of a Windows node. */
export const areHostProcesses = ({ pod, a, b }: PairFacts): boolean =>
  isHostProcess(pod, a) && isHostProcess(pod, b);

/**
 * Judges what processes of Windows containers may do to each other. There are no PID namespaces: process isolation keeps
 * containers apart, and HostProcess containers, which are processes of the node, have none.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
 */
export function judgeOnWindows(
  kind: ChannelKind,
  pair: PairFacts,
  access: (pod: Pod, from: PodContainer, to: PodContainer) => Judgement,
): Channel[] {
  const { pod, a, b, lifetime } = pair;
  if (!areHostProcesses(pair))
    return bothWays(
      kind,
      no('Windows has no PID namespaces: process isolation keeps the processes of containers apart.'),
    );
  if (lifetime !== 'concurrent') return bothWays(kind, no(neverMeet(pair)));
  return merge(kind, access(pod, a, b), access(pod, b, a));
}

/** Judges whether a HostProcess container may open a process of another: LocalSystem opens any. */
export function mayOpen(pod: Pod, from: PodContainer, to: PodContainer): Judgement {
  const because = 'Both are HostProcess containers: processes of the node, which nothing isolates.';
  const name =
    from.spec.securityContext?.windowsOptions?.runAsUserName ??
    pod.spec.securityContext?.windowsOptions?.runAsUserName;
  return name?.toUpperCase() === 'NT AUTHORITY\\SYSTEM'
    ? { verdict: 'yes', because }
    : {
        verdict: 'conditional',
        because,
        conditions: [
          `${from.name} runs as NT AUTHORITY\\SYSTEM, as an administrator, or as the user of ${to.name}.`,
        ],
      };
}
