import { isChannel, isNamespace, namespaceNouns } from '../../model/change-kinds.ts';
import type { Change } from '../../model/compare.ts';
import { listWords } from '../../model/list-words.ts';
import type { ChangeKind, ChannelKind } from '../../model/vocabulary.ts';
import { codeSpan } from './text.ts';

/** What one container does to the processes of another. */
const verbs = {
  'see-processes': 'see',
  signals: 'signal',
  'proc-root': 'read the files and environment of',
  ptrace: 'trace',
} as const;

type ProcessKind = keyof typeof verbs;

/** What data pass through. */
const media: Readonly<Record<Exclude<ChannelKind, ProcessKind>, string>> = {
  localhost: 'localhost',
  'abstract-unix-socket': 'abstract UNIX sockets',
  'sysv-ipc': 'System V IPC objects',
  'posix-mqueue': 'POSIX message queues',
  'shared-memory': '`/dev/shm`',
  'shared-files': 'files',
  'mount-propagation': 'mounts (mountPropagation)',
};

/** Says whether a change is about sharing with the node. */
export const isWithNode = ({ before, after }: Change): boolean =>
  [before, after].some((told) => told?.startsWith('shared-with-node'));

/** Says whether a channel leads to the processes of another; through the others pass data. */
export const isToProcesses = (kind: ChangeKind): kind is ProcessKind => Object.hasOwn(verbs, kind);

/**
 * Says what one can do to the other, both as Markdown, through channels that are all to processes or none.
 *
 * @example doing([{ kind: 'see-processes' }, { kind: 'signals' }], '`app`') // => 'see and signal `app`'
 */
export function doing(channels: readonly Pick<Change, 'kind' | 'subject'>[], other: string): string {
  const done = channels.flatMap(({ kind }) => (isToProcesses(kind) ? [verbs[kind]] : []));
  if (done.length > 0) return `${listWords(done)} ${other}`;
  const through = channels.flatMap(({ kind, subject }) => {
    if (!isChannel(kind) || isToProcesses(kind)) return [];
    return [subject === undefined ? media[kind] : `volume ${codeSpan(subject)}`];
  });
  return `pass data to ${other} through ${listWords(through)}`;
}

/** What is shared: `the network`, `/dev/shm`, `volume v`. */
export function nounOf(change: Change): string {
  const { kind, subject = '' } = change;
  const owner = isWithNode(change) ? "the node's" : 'the';
  if (isNamespace(kind)) return `${owner} ${namespaceNouns[kind]}`;
  if (kind === 'runtime-mount')
    return isWithNode(change) ? `${owner} ${codeSpan(subject)}` : codeSpan(subject);
  if (kind === 'volume')
    return isWithNode(change)
      ? `the node's files in volume ${codeSpan(subject)}`
      : `volume ${codeSpan(subject)}`;
  return kind === 'port' ? `port ${codeSpan(subject)}` : kind;
}
