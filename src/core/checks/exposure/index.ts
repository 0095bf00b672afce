import type { Check } from '../check.ts';
import { hostIpc } from './host-ipc.ts';
import { hostNetwork } from './host-network.ts';
import { hostPid } from './host-pid.ts';
import { sharedPid } from './shared-pid.ts';

export const exposure: readonly Check[] = [hostIpc, hostNetwork, hostPid, sharedPid];
