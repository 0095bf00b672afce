import { limits } from '../model/limits.ts';
import type { NamespaceSharing, Pair, RuntimeMount } from '../model/report.ts';
import type { NamespaceKind, PairRelation } from '../model/vocabulary.ts';
import { namespaceKinds } from '../model/vocabulary.ts';
import { judgeChannels } from './channels/index.ts';
import { memberships } from './instances.ts';
import { lifetimeOf } from './lifetime.ts';
import type { Pod, PodContainer } from './pod.ts';
import type { Mount } from './volumes/mounts.ts';
import type { VolumeOverlap } from './volumes/overlaps.ts';

export type Sharing = {
  readonly namespaces: readonly NamespaceSharing[];
  readonly runtimeMounts: readonly RuntimeMount[];
  readonly overlaps: readonly VolumeOverlap[];
  readonly mountsOf: (container: PodContainer) => readonly Mount[];
};

/** How many pairs of a number of containers are listed. */
export const countPairs = (containers: number): number =>
  containers > limits.containersForPairs ? 0 : (containers * (containers - 1)) / 2;

/**
 * Lists every pair of containers, `a` before `b` in start order, with what they share and what one can do to the other.
 *
 * @returns Nothing above `limits.containersForPairs`: the instances say who shares what in linear space.
 */
export function listPairs(pod: Pod, sharing: Sharing): Pair[] | undefined {
  if (pod.containers.length > limits.containersForPairs) return undefined;
  const pairOf = pairUp(pod, sharing);
  return pod.containers.flatMap((a, i) => pod.containers.slice(i + 1).map((b) => pairOf(a, b)));
}

/** Gets ready to say of two containers of a Pod, `a` before `b` in start order, what they share and can do to each other. */
export function pairUp(pod: Pod, sharing: Sharing): (a: PodContainer, b: PodContainer) => Pair {
  const relate = relations(sharing.namespaces);
  const mounts = new Map(sharing.runtimeMounts.map(({ path, instances }) => [path, memberships(instances)]));
  return (a, b) => {
    const lifetime = lifetimeOf(a, b);
    const namespaces = relate(a.name, b.name);
    const channels = judgeChannels({
      pod,
      a,
      b,
      lifetime,
      namespaces,
      shareRuntimeMount: (path) => {
        const of = mounts.get(path);
        return of !== undefined && of.get(a.name) === of.get(b.name);
      },
      overlaps: sharing.overlaps.filter(
        ({ containers }) => containers.includes(a.name) && containers.includes(b.name),
      ),
      mountsOf: sharing.mountsOf,
    });
    return { a: a.name, b: b.name, lifetime, namespaces, channels };
  };
}

function relations(sharings: readonly NamespaceSharing[]): (a: string, b: string) => Pair['namespaces'] {
  const byKind = new Map(sharings.map(({ kind, instances }) => [kind, memberships(instances)]));
  const relate = (kind: NamespaceKind, a: string, b: string): PairRelation => {
    const of = byKind.get(kind);
    const instance = of?.get(a);
    if (instance === undefined) return 'not-applicable';
    if (instance !== of?.get(b)) return 'separate';
    return instance.scope === 'node' ? 'shared-with-node' : 'shared';
  };
  return (a, b) =>
    // One entry per kind by construction; TypeScript cannot see that Object.fromEntries covers the union.
    Object.fromEntries(namespaceKinds.map((kind) => [kind, relate(kind, a, b)])) as Pair['namespaces'];
}
