import { abstractUnixSocket } from './abstract-unix-socket.ts';
import { adapter } from './adapter.ts';
import { ambassador } from './ambassador.ts';
import { editableConfig } from './editable-config.ts';
import type { Example } from './example.ts';
import { localhost } from './localhost.ts';
import { logSharing } from './log-sharing.ts';
import { logSharingSidecar } from './log-sharing-sidecar.ts';
import { posixMessageQueue } from './posix-message-queue.ts';
import { posixSharedMemory } from './posix-shared-memory.ts';
import { systemVIpc } from './system-v-ipc.ts';
import { unixSocket } from './unix-socket.ts';

/** Every example, in the order of the catalogue. A test holds this list to the files beside it. */
export const examples: readonly Example[] = [
  logSharing,
  logSharingSidecar,
  localhost,
  ambassador,
  adapter,
  editableConfig,
  systemVIpc,
  posixSharedMemory,
  posixMessageQueue,
  abstractUnixSocket,
  unixSocket,
];
