import { groupBy } from '../../model/group-by.ts';
import type { Instance } from '../../model/report.ts';
import type { PairRelation } from '../../model/vocabulary.ts';
import type { Divider, PodView } from './pod-view.ts';

/** Containers that are together on one side (`here`) and were not, or not with the node, on the other (`there`). */
export type Joined = {
  readonly containers: readonly string[];
  readonly here: PairRelation;
  /** Absent when one of the containers is not there. */
  readonly there?: PairRelation | 'partly shared';
};

/**
 * Finds who is together on one side and was not on the other. Sharing with the node counts for more than sharing within
 * the Pod.
 *
 * Linear, but for containers of which only some were together: with `byPair` those are told pair by pair.
 */
export const findJoined = (divider: Divider, here: PodView, there: PodView, byPair: boolean): Joined[] =>
  (here.instances.get(divider) ?? []).flatMap((instance) => {
    const { containers } = instance;
    const relation = relationOf(instance, containers.length);
    if (relation === 'separate') return [];
    const known = containers.filter((name) => there.containers.has(name));
    const instanceThere = (name: string) => there.instanceOf(divider, name);
    return [
      ...joinKnown(known, relationOf(instance, known.length), instanceThere, byPair),
      ...joinNewcomers(instance, known),
    ];
  });

/** With the node shares who came; within the Pod every two of whom one came. */
function joinNewcomers(instance: Instance, known: readonly string[]): Joined[] {
  const { containers } = instance;
  const here = relationOf(instance, containers.length);
  if (known.length === containers.length) return [];
  const newcomers = containers.filter((name) => !known.includes(name));
  return [{ containers: here === 'shared-with-node' ? newcomers : containers, here }];
}

/** How containers that are in one instance, or by themselves in none, stand to each other and the node. */
const relationOf = (instance: Instance | undefined, members: number): PairRelation => {
  if (instance === undefined) return 'not-applicable';
  if (instance.scope === 'node') return 'shared-with-node';
  return members > 1 ? 'shared' : 'separate';
};

const ranks = { 'not-applicable': 0, separate: 0, shared: 1, 'shared-with-node': 2 } as const;

function joinKnown(
  containers: readonly string[],
  here: PairRelation,
  instanceThere: (name: string) => Instance | undefined,
  byPair: boolean,
): Joined[] {
  const groups = [...groupBy(containers, (name) => instanceThere(name) ?? name).values()];
  const [group] = groups;
  if (group === undefined) return [];
  if (groups.length > 1 && groups.some(({ length }) => length > 1)) {
    return byPair
      ? listJoinedPairs(containers, here, instanceThere)
      : [{ containers, here, there: 'partly shared' }];
  }
  const there =
    groups.length > 1 ? apart(instanceThere(group[0])) : relationOf(instanceThere(group[0]), group.length);
  return ranks[here] > ranks[there] ? [{ containers, here, there }] : [];
}

const apart = (instance: Instance | undefined): PairRelation =>
  instance === undefined ? 'not-applicable' : 'separate';

const listJoinedPairs = (
  containers: readonly string[],
  here: PairRelation,
  instanceThere: (name: string) => Instance | undefined,
): Joined[] =>
  containers.flatMap((a, i) =>
    containers.slice(i + 1).flatMap((b) => {
      const instance = instanceThere(a);
      const there = instance === instanceThere(b) ? relationOf(instance, 2) : apart(instance);
      return ranks[here] > ranks[there] ? [{ containers: [a, b], here, there }] : [];
    }),
  );
