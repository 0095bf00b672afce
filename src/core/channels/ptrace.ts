import type { PodContainer } from '../pod.ts';
import { hasCapability } from '../security/capabilities.ts';
import { sources } from '../sources.ts';
import type { ChannelRule, Judgement, PairFacts } from './channel.ts';
import { mayLook } from './proc-root.ts';
import { judgeProcessAccess } from './process-access.ts';

/**
 * Attaching as a debugger, reading and writing memory: what /proc/PID/root needs, and in addition Yama. Where Yama is on
 * (its usual setting is 1) a process attaches only to its own children unless it has CAP_SYS_PTRACE.
 *
 * @see ptrace(2), "/proc/sys/kernel/yama/ptrace_scope"
 */
export const ptrace: ChannelRule = {
  kind: 'ptrace',
  title: 'Tracing',
  allows: "Attaching to the other's processes as a debugger: reading and changing their memory.",
  needs: 'What /proc/PID/root needs, and without CAP_SYS_PTRACE a node on which Yama is off.',
  source: sources.manPtrace,
  judge: (pair) => judgeProcessAccess('ptrace', pair, mayAttach),
};

function mayAttach(pair: PairFacts, from: PodContainer, to: PodContainer): Judgement {
  const look = mayLook(pair, from, to);
  if (look.verdict === 'no' || hasCapability(pair.pod, from, 'SYS_PTRACE') === 'yes') return look;
  return {
    ...look,
    verdict: 'conditional',
    conditions: [...(look.conditions ?? []), 'Yama is off on the node: kernel.yama.ptrace_scope is 0.'],
  };
}
