import { files } from './files.ts';
import { hostIpc } from './host-ipc.ts';
import { hostNetwork } from './host-network.ts';
import { hostPid } from './host-pid.ts';
import { hostname } from './hostname.ts';
import { ipc } from './ipc.ts';
import { network } from './network.ts';
import { pid } from './pid.ts';
import type { Plan } from './plan.ts';
import { port } from './port.ts';
import type { Ruling } from './ruling.ts';
import { sharedMemory } from './shared-memory.ts';
import { user } from './user.ts';
import type { NamespaceWish, NodeWish, PlacedWish } from './wish.ts';

const namespaces = { network, ipc, hostname, pid, user } as const satisfies Readonly<
  Record<NamespaceWish['kind'], unknown>
>;

const ofNode = {
  'host-network': hostNetwork,
  'host-ipc': hostIpc,
  'host-pid': hostPid,
} as const satisfies Readonly<Record<NodeWish['kind'], unknown>>;

/** Says what becomes of a wish: the only place that knows every kind. Pure; a kind without a rule does not compile. */
export function rule(wish: PlacedWish, plan: Plan): Ruling {
  switch (wish.kind) {
    case 'files':
      return files(wish, plan);
    case 'port':
      return port(wish, plan);
    case 'shared-memory':
      return sharedMemory(wish, plan);
    case 'host-network':
    case 'host-ipc':
    case 'host-pid':
      return ofNode[wish.kind](wish, plan);
    default:
      return namespaces[wish.kind](wish, plan);
  }
}
