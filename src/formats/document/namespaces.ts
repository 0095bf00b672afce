import type { Instance, NamespaceSharing, PodReport } from '../../model/report.ts';
import type { NamespaceKind } from '../../model/vocabulary.ts';
import { type Block, joinLines, type Line, nameList, table } from './block.ts';

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
export const namespaceTable = (pod: PodReport): Block =>
  table(
    ['Namespace', 'Shared in Pod?', 'Notes'],
    pod.namespaces.map((sharing) => [
      [{ strong: [titles[sharing.kind]] }],
      answer(sharing, pod),
      notes(sharing, pod),
    ]),
  );

function answer({ kind, applies, instances }: NamespaceSharing, { containers, volumes }: PodReport): Line {
  if (!applies) return [{ sign: '➖' }, 'No such thing on Windows'];
  const [first] = instances;
  if (first?.scope === 'node' && instances.length === 1) {
    return [{ sign: first.because.pointer === null ? '✅' : '⚠️' }, 'Yes, and with the node'];
  }
  if (containers.length < 2) return [{ sign: '➖' }, 'Only one container'];
  if (instances.length === 1) return [{ sign: '✅' }, 'Yes'];
  if (instances.length < containers.length) return [{ sign: '🔸' }, 'Only ', ...shared(instances)];
  const isShared = volumes.some(({ origin, overlaps }) => origin === 'declared' && overlaps.length > 0);
  return [{ sign: '❌' }, kind === 'mount' && isShared ? 'No, except volumes' : 'No'];
}

const shared = (instances: readonly Instance[]): Line =>
  joinLines(
    instances.filter(({ containers }) => containers.length > 1).map(({ containers }) => nameList(containers)),
    '; ',
  );

const MOST_REASONS = 3;

function notes({ kind, applies, instances }: NamespaceSharing, { hostname }: PodReport): Line {
  if (!applies) return ['Linux namespaces do not exist there.'];
  const reasons = [...new Set(instances.map(({ because }) => because.text))].slice(0, MOST_REASONS);
  const parts: Line[] = reasons.map((reason) => [reason]);
  if (kind === 'uts')
    parts.push(
      hostname.value === null ? ["Hostname: the node's."] : ['Hostname: ', { code: hostname.value }, '.'],
    );
  if (instances.some(({ certainty }) => certainty === 'runtime-dependent'))
    parts.push([{ em: 'The runtime decides.' }]);
  return joinLines(parts, ' ');
}
