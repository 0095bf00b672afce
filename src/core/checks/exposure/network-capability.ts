import { isPrivileged } from '../../pod.ts';
import { addedCapabilities } from '../../security/capabilities.ts';
import { isRoot } from '../../security/identity.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeCapabilities } from '../remove-capabilities.ts';

/** Capabilities over a network namespace, the one that does more first. */
const powers = [
  ['NET_ADMIN', 'changes addresses, routes and firewall rules'],
  ['NET_RAW', 'listens to and forges packets'],
] as const;

export const networkCapability: Check = {
  id: 'network-capability',
  group: 'exposure',
  severity: 'warning',
  summary: 'A capability of one container acts on the network of all.',
  why: 'The containers of a Pod have one network namespace. What NET_ADMIN changes there holds for every container, and after the one that made the change has ended; NET_RAW hears what all send and receive, localhost too.',
  remedy:
    'Keep it where that is the purpose, as in the init container of a service mesh; otherwise remove it.',
  source: sources.manCapabilities,
  fix: {
    effect:
      'Removes NET_ADMIN and NET_RAW from add, unless it adds ALL. The container can no longer change addresses, routes and firewall rules; NET_RAW stays where the runtime gives it by default.',
    edits: ({ pod }, { pointer }) => removeCapabilities(pod, pointer, ['NET_ADMIN', 'NET_RAW']),
  },
  *run({ pod }) {
    const isNode = pod.spec.hostNetwork === true;
    if (pod.os === 'windows' || (pod.containers.length < 2 && !isNode)) return;
    for (const container of pod.containers) {
      if (isPrivileged(container) || isRoot(pod, container) === 'no') continue;
      const added = addedCapabilities(container);
      for (const [name, power] of powers) {
        const at = added.findIndex((each) => each === name || each === 'ALL');
        if (at < 0) continue;
        yield {
          pointer: `${container.pointer}/securityContext/capabilities/add/${at}`,
          message: `${container.name} has ${name}: it ${power} for ${isNode ? 'the node' : 'all containers of the Pod'}, because they share one network.`,
          containers: [container.name],
        };
        break;
      }
    }
  },
};
