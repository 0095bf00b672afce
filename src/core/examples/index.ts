import { abstractUnixSocket } from './abstract-unix-socket.ts';
import { adapter } from './adapter.ts';
import { ambassador } from './ambassador.ts';
import { debugContainer } from './debug-container.ts';
import { editableConfig } from './editable-config.ts';
import type { Example } from './example.ts';
import { hostname } from './hostname.ts';
import { jobSidecar } from './job-sidecar.ts';
import { localhost } from './localhost.ts';
import { logSharing } from './log-sharing.ts';
import { logSharingSidecar } from './log-sharing-sidecar.ts';
import { nodeAgent } from './node-agent.ts';
import { oneWriter } from './one-writer.ts';
import { posixMessageQueue } from './posix-message-queue.ts';
import { posixSharedMemory } from './posix-shared-memory.ts';
import { projectedConfig } from './projected-config.ts';
import { startupOrder } from './startup-order.ts';
import { subPaths } from './sub-paths.ts';
import { systemVIpc } from './system-v-ipc.ts';
import { unixSocket } from './unix-socket.ts';
import { userNamespace } from './user-namespace.ts';
import { watchdog } from './watchdog.ts';

/** Every example, in the order of the catalogue. A test holds this list to the files beside it. */
export const examples: readonly Example[] = [
  logSharing,
  logSharingSidecar,
  localhost,
  ambassador,
  adapter,
  editableConfig,
  oneWriter,
  subPaths,
  projectedConfig,
  systemVIpc,
  posixSharedMemory,
  posixMessageQueue,
  abstractUnixSocket,
  unixSocket,
  hostname,
  watchdog,
  debugContainer,
  userNamespace,
  startupOrder,
  jobSidecar,
  nodeAgent,
];
