import type { Instance } from '../model/report.ts';
import type { Placement } from './namespaces/namespace.ts';
import type { Pod, PodContainer } from './pod.ts';

/**
 * Groups the containers of a Pod into instances by the key of their placement.
 *
 * A partition: each container is in exactly one instance. Instances stand in the order of their first container,
 * containers in start order. The reason of an instance is that of its first container, or of the one that joined by a field
 * (an ephemeral container with a target). A RuntimeClass may choose a sandboxed runtime, which keeps these rules inside a
 * guest; nothing here can verify that, so its answers depend on the runtime.
 * Linear in the number of containers.
 */
export function groupInstances(pod: Pod, place: (container: PodContainer) => Placement): Instance[] {
  const groups = new Map<string, { placement: Placement; containers: string[] }>();
  for (const container of pod.containers) {
    const placement = place(container);
    const group = groups.get(placement.key);
    if (group === undefined) groups.set(placement.key, { placement, containers: [container.name] });
    else {
      group.containers.push(container.name);
      if (placement.because.pointer !== null) group.placement = placement;
    }
  }
  return [...groups.values()].map(({ placement: { key: _, ...placement }, containers }) => ({
    scope: placement.scope,
    owner: placement.owner,
    containers,
    certainty: pod.spec.runtimeClassName ? 'runtime-dependent' : placement.certainty,
    because: placement.because,
  }));
}
