import type { Check } from '../check.ts';
import { bidirectionalPropagation } from './bidirectional-propagation.ts';
import { hostIpc } from './host-ipc.ts';
import { hostNetwork } from './host-network.ts';
import { hostPid } from './host-pid.ts';
import { hostProcess } from './host-process.ts';
import { networkCapability } from './network-capability.ts';
import { podSecurityLevelCheck } from './pod-security-level.ts';
import { privilegedContainer } from './privileged-container.ts';
import { ptraceCapability } from './ptrace-capability.ts';
import { runtimeSocket } from './runtime-socket.ts';
import { sensitiveHostPath } from './sensitive-host-path.ts';
import { sharedPid } from './shared-pid.ts';
import { sharedPidWithSecrets } from './shared-pid-with-secrets.ts';

export const exposure: readonly Check[] = [
  bidirectionalPropagation,
  hostIpc,
  hostNetwork,
  hostPid,
  hostProcess,
  networkCapability,
  podSecurityLevelCheck,
  privilegedContainer,
  ptraceCapability,
  runtimeSocket,
  sensitiveHostPath,
  sharedPid,
  sharedPidWithSecrets,
];
