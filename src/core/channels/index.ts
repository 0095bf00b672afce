import type { Channel } from '../../model/report.ts';
import type { ChannelKind } from '../../model/vocabulary.ts';
import { channelKinds } from '../../model/vocabulary.ts';
import { abstractUnixSocket } from './abstract-unix-socket.ts';
import type { ChannelRule, PairFacts } from './channel.ts';
import { posixMqueue, sysvIpc } from './ipc-objects.ts';
import { localhost } from './localhost.ts';
import { mountPropagation } from './mount-propagation.ts';
import { procRoot } from './proc-root.ts';
import { ptrace } from './ptrace.ts';
import { seeProcesses } from './see-processes.ts';
import { sharedFiles } from './shared-files.ts';
import { sharedMemory } from './shared-memory.ts';
import { signals } from './signals.ts';

const byKind: Readonly<Record<ChannelKind, ChannelRule>> = {
  localhost,
  'abstract-unix-socket': abstractUnixSocket,
  'sysv-ipc': sysvIpc,
  'posix-mqueue': posixMqueue,
  'shared-memory': sharedMemory,
  'shared-files': sharedFiles,
  'see-processes': seeProcesses,
  signals,
  'proc-root': procRoot,
  ptrace,
  'mount-propagation': mountPropagation,
};

/** Every kind of channel, in report order. */
export const channels: readonly ChannelRule[] = channelKinds.map((kind) => byKind[kind]);

/** Judges every kind of channel between two containers, in report order. */
export const judgeChannels = (pair: PairFacts): Channel[] =>
  channelKinds.flatMap((kind) => byKind[kind].judge(pair));
