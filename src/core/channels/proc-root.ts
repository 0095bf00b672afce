import type { PodContainer } from '../pod.ts';
import { hasAtLeast, hasCapability } from '../security/capabilities.ts';
import { type Certain, sameGroup, sameUser } from '../security/identity.ts';
import { sources } from '../sources.ts';
import type { ChannelRule, Judgement, PairFacts } from './channel.ts';
import { judgeProcessAccess } from './process-access.ts';

/**
 * Reading /proc/PID/root, cwd, fd and environ: the other's whole file system and environment. The kernel asks for ptrace
 * read access: CAP_SYS_PTRACE, or the same uid and gid and at least the other's capabilities.
 *
 * @see ptrace(2), "Ptrace access mode checking"; Linux `security/commoncap.c`, cap_ptrace_access_check
 */
export const procRoot: ChannelRule = {
  kind: 'proc-root',
  title: 'File system and environment through /proc/PID',
  allows:
    "Reading the other's whole file system in /proc/PID/root and its environment variables in /proc/PID/environ.",
  needs:
    "One PID namespace, both alive, and either CAP_SYS_PTRACE, or the same user and group and at least the other's capabilities; environ of another user takes CAP_DAC_OVERRIDE besides.",
  source: sources.manPtrace,
  judge: (pair) => judgeProcessAccess('proc-root', pair, mayRead),
};

/**
 * Past the ptrace check, environ is a file that only the target's user may read: another user needs a capability that
 * passes over permissions. Seen on Linux 6.18: CAP_SYS_PTRACE alone opens /proc/PID/root and not environ.
 */
function mayRead(pair: PairFacts, from: PodContainer, to: PodContainer): Judgement {
  const look = mayLook(pair, from, to);
  const passes = ['DAC_OVERRIDE', 'DAC_READ_SEARCH'].some(
    (name) => hasCapability(pair.pod, from, name) === 'yes',
  );
  if (look.verdict !== 'yes' || passes || sameUser(pair.pod, from, to) === 'yes') return look;
  return {
    ...look,
    verdict: 'conditional',
    conditions: [
      `For environ, which belongs to another user, ${from.name} would need CAP_DAC_OVERRIDE; for the file system, its permissions let ${from.name} in.`,
    ],
  };
}

/** The judgement of ptrace read access, which `ptrace` builds on. */
export function mayLook({ pod }: Pick<PairFacts, 'pod'>, from: PodContainer, to: PodContainer): Judgement {
  const ptrace = hasCapability(pod, from, 'SYS_PTRACE');
  if (ptrace === 'yes')
    return {
      verdict: 'yes',
      because: `${from.name} runs as root with CAP_SYS_PTRACE and shares the PID namespace.`,
    };
  const user = sameUser(pod, from, to);
  const group = sameGroup(pod, from, to);
  const capabilities = hasAtLeast(pod, from, to);
  if (ptrace === 'no' && user === 'no')
    return {
      verdict: 'no',
      because: `${from.name} is another user than ${to.name} and has no CAP_SYS_PTRACE.`,
    };
  if (ptrace === 'no' && group === 'no')
    return {
      verdict: 'no',
      because: `${from.name} is in another group than ${to.name} and has no CAP_SYS_PTRACE.`,
    };
  if (ptrace === 'no' && capabilities === 'no') {
    return {
      verdict: 'no',
      because: `${from.name} has fewer capabilities than ${to.name} and no CAP_SYS_PTRACE.`,
    };
  }
  if (user === 'yes' && group === 'yes' && capabilities === 'yes') {
    return {
      verdict: 'yes',
      because: `Same user and group, and ${from.name} has at least the capabilities of ${to.name}: CAP_SYS_PTRACE is not needed.`,
    };
  }
  const isOther = [user, group, capabilities].includes('no');
  const conditions = [
    ...(ptrace === 'unknown' ? ['runs as root (CAP_SYS_PTRACE)'] : []),
    ...(isOther ? [] : [`has ${listUnknown(to, { user, group, capabilities })}`]),
  ];
  return {
    verdict: 'conditional',
    because: 'They share the PID namespace; the manifest does not decide the rest.',
    conditions: [`${from.name} ${conditions.join(', or ')}.`],
  };
}

/** Says what a process must have of another that the manifest does not decide. */
function listUnknown(
  { name }: PodContainer,
  known: Record<'user' | 'group' | 'capabilities', Certain>,
): string {
  const ids = [...(known.user === 'yes' ? [] : ['uid']), ...(known.group === 'yes' ? [] : ['gid'])];
  if (ids.length === 0) return `at least the capabilities of ${name}`;
  const same = `the same ${ids.join(' and ')} as ${name}`;
  return known.capabilities === 'yes' ? same : `${same}, and at least its capabilities`;
}
