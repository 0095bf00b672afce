import { groupBy } from '../model/group-by.ts';
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
  const placed = pod.containers.map((container) => ({ container, placement: place(container) }));
  return [...groupBy(placed, ({ placement }) => placement.key).values()].map((group) => {
    const { placement } = group.find((member) => member.placement.because.pointer !== null) ?? group[0];
    return {
      scope: placement.scope,
      owner: placement.owner,
      containers: group.map(({ container }) => container.name),
      certainty: pod.spec.runtimeClassName ? 'runtime-dependent' : placement.certainty,
      because: placement.because,
    };
  });
}

/** The instance that each container is in, by its name. */
export function memberships(instances: readonly Instance[]): ReadonlyMap<string, Instance> {
  const of = new Map<string, Instance>();
  for (const instance of instances) for (const name of instance.containers) of.set(name, instance);
  return of;
}
