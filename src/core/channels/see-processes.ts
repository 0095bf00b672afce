import { sources } from '../sources.ts';
import { bothWays, type ChannelRule, neverMeet, no, shares } from './channel.ts';
import { judgeOnWindows } from './windows-processes.ts';

/**
 * Seeing each other's processes and their command lines in /proc: both alive and in one PID namespace. No capability is
 * needed: /proc/PID/cmdline is readable by everyone.
 *
 * @see pid_namespaces(7), proc(5)
 */
export const seeProcesses: ChannelRule = {
  kind: 'see-processes',
  title: 'Processes in /proc',
  allows: "Seeing the other's processes and their command lines.",
  needs:
    'One PID namespace (shareProcessNamespace, hostPID, or an ephemeral container with a target), and both alive.',
  source: sources.manPidNamespaces,
  judge(pair) {
    if (pair.pod.os === 'windows')
      return judgeOnWindows('see-processes', pair, () => ({
        verdict: 'yes',
        because: "Both are HostProcess containers: each sees the other's processes, and the node's.",
      }));
    if (!shares(pair, 'pid')) return bothWays('see-processes', no('Separate PID namespaces.'));
    if (pair.lifetime !== 'concurrent') return bothWays('see-processes', no(neverMeet(pair)));
    return bothWays('see-processes', {
      verdict: 'yes',
      because:
        pair.namespaces.pid === 'shared-with-node'
          ? "Both are in the node's PID namespace: each sees the other's processes, and the node's."
          : "One PID namespace: each sees the other's processes and their command lines.",
    });
  },
};
