import { type ChangeKind, type ChannelKind, channelKinds, type NamespaceKind } from './vocabulary.ts';

/** What containers share when they share a namespace, as the object of "share". */
export const namespaceNouns: Readonly<Record<NamespaceKind, string>> = {
  network: 'network',
  ipc: 'IPC objects',
  uts: 'hostname',
  pid: 'processes',
  mount: 'mounts',
  user: 'user namespace',
  cgroup: 'cgroup namespace',
  time: 'clocks',
};

export const isNamespace = (kind: string): kind is NamespaceKind => Object.hasOwn(namespaceNouns, kind);

export const isChannel = (kind: ChangeKind): kind is ChannelKind =>
  channelKinds.some((channel) => channel === kind);
