import type { Instance, NamespaceSharing, PodReport } from '../../model/report.ts';
import type { NamespaceKind } from '../../model/vocabulary.ts';
import { codeList, codeSpan, escapeText, table } from './text.ts';

const titles: Readonly<Record<NamespaceKind, string>> = {
  network: 'Network',
  ipc: 'IPC',
  uts: 'UTS (hostname)',
  pid: 'PID (processes)',
  mount: 'Mount/filesystem',
  user: 'User',
  cgroup: 'Cgroup',
  time: 'Time',
};

/** The table people know from tutorials, answered for this Pod: one row for each kind of namespace. */
export const namespaceTable = (pod: PodReport): string =>
  table(
    ['Namespace', 'Shared in Pod?', 'Notes'],
    pod.namespaces.map((sharing) => [
      `**${titles[sharing.kind]}**`,
      answer(sharing, pod),
      notes(sharing, pod),
    ]),
  );

function answer({ kind, applies, instances }: NamespaceSharing, { containers, volumes }: PodReport): string {
  if (!applies) return '➖ No such thing on Windows';
  const [first] = instances;
  if (first?.scope === 'node' && instances.length === 1) {
    return `${first.because.pointer === null ? '✅' : '⚠️'} Yes, and with the node`;
  }
  if (containers.length < 2) return '➖ Only one container';
  if (instances.length === 1) return '✅ Yes';
  if (instances.length < containers.length) return `🔸 Only ${shared(instances)}`;
  const isShared = volumes.some(({ origin, overlaps }) => origin === 'declared' && overlaps.length > 0);
  return kind === 'mount' && isShared ? '❌ No, except volumes' : '❌ No';
}

const shared = (instances: readonly Instance[]): string =>
  instances
    .filter(({ containers }) => containers.length > 1)
    .map(({ containers }) => codeList(containers))
    .join('; ');

const MOST_REASONS = 3;

function notes({ kind, applies, instances }: NamespaceSharing, { hostname }: PodReport): string {
  if (!applies) return 'Linux namespaces do not exist there.';
  const reasons = [...new Set(instances.map(({ because }) => because.text))].slice(0, MOST_REASONS);
  const parts = reasons.map(escapeText);
  if (kind === 'uts')
    parts.push(hostname.value === null ? "Hostname: the node's." : `Hostname: ${codeSpan(hostname.value)}.`);
  if (instances.some(({ certainty }) => certainty === 'runtime-dependent'))
    parts.push('_The runtime decides._');
  return parts.join(' ');
}
