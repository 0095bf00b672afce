import type { Change } from '../../model/compare.ts';
import type { ChangeKind, ChannelKind, NamespaceKind } from '../../model/vocabulary.ts';
import { channelKinds, namespaceKinds } from '../../model/vocabulary.ts';
import { codeSpan } from './text.ts';

/** What one container does to another through a channel; the other follows. */
const verbs: Readonly<Record<ChannelKind, string>> = {
  localhost: 'connect over localhost to',
  'abstract-unix-socket': 'connect over abstract UNIX sockets to',
  'sysv-ipc': 'use the same System V IPC objects as',
  'posix-mqueue': 'use the same POSIX message queues as',
  'shared-memory': 'pass data through /dev/shm to',
  'shared-files': 'pass files to',
  'see-processes': 'see',
  signals: 'signal',
  'proc-root': 'read the files and environment of',
  ptrace: 'trace',
  'mount-propagation': 'pass mounts to',
};

/** What containers share, as the object of "share". */
const nouns: Readonly<Record<NamespaceKind, string>> = {
  network: 'network',
  ipc: 'IPC objects',
  uts: 'hostname',
  pid: 'processes',
  mount: 'mounts',
  user: 'user namespace',
  cgroup: 'cgroup namespace',
  time: 'clocks',
};

export const isChannel = (kind: ChangeKind): kind is ChannelKind =>
  channelKinds.some((channel) => channel === kind);

export const isNamespace = (kind: ChangeKind): kind is NamespaceKind =>
  namespaceKinds.some((namespace) => namespace === kind);

/** Says whether a change is about sharing with the node. */
export const isWithNode = ({ before, after }: Change): boolean =>
  [before, after].some((told) => told?.startsWith('shared-with-node'));

/** What a channel lets one do: `signal`, `pass files to (volume v)`. */
export const verbOf = (kind: ChannelKind, subject: string | undefined): string =>
  subject === undefined
    ? verbs[kind]
    : verbs[kind].replace(/ to$/, ` through volume ${codeSpan(subject)} to`);

/** What is shared: `the network`, `/dev/shm`, `volume v`. */
export function nounOf(change: Change): string {
  const { kind, subject = '' } = change;
  const owner = isWithNode(change) ? "the node's" : 'the';
  if (isNamespace(kind)) return `${owner} ${nouns[kind]}`;
  if (kind === 'runtime-mount')
    return isWithNode(change) ? `${owner} ${codeSpan(subject)}` : codeSpan(subject);
  if (kind === 'volume')
    return isWithNode(change)
      ? `the node's files in volume ${codeSpan(subject)}`
      : `volume ${codeSpan(subject)}`;
  return kind === 'port' ? `port ${codeSpan(subject)}` : kind;
}
