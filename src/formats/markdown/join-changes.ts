import type { Change } from '../../model/compare.ts';
import { groupBy } from '../../model/group-by.ts';
import { fieldKey } from './change-place.ts';

/** Changes of several pairs as one change of all their containers. */
export type JoinedChange = Change & {
  /** Whether each pair has conditions of its own, which one sentence cannot tell. */
  readonly varies?: boolean;
  /** How many pairs it is about, when that is not every two of the containers. */
  readonly pairs?: string;
  /** The container that is one of each pair, when that is so. */
  readonly hub?: string;
  /** The lines of the fields that decide it. */
  readonly lines?: readonly number[];
};

/** So many pairs that fare alike are told in one sentence, though each has conditions of its own. */
const MANY = 3;

/**
 * Joins the changes of channels that say the same of several pairs, of many though the conditions differ, which name the
 * two; in one direction, those from one container.
 *
 * @param newcomers - Containers that came or went: of a change of theirs only the pairs with one of them count.
 */
export const joinChanges = (changes: readonly Change[], newcomers: readonly string[]): JoinedChange[] =>
  [...groupBy(changes, fareOf).values()].flatMap((group): JoinedChange[] => {
    const [first] = group;
    const varies = group.some(({ before, after }) => before !== first.before || after !== first.after);
    const isMany = group.length >= MANY || (group.length > 1 && !varies);
    return first.direction !== undefined && isMany ? [joinGroup(group, varies, newcomers)] : group;
  });

/** What became of a channel and why, whatever the conditions. */
const fareOf = (change: Change): string => {
  const { kind, subject, direction, containers, before, after } = change;
  const from = direction === 'a-to-b' ? containers[0] : undefined;
  return JSON.stringify([
    kind,
    subject,
    direction,
    from,
    verdictOf(before),
    verdictOf(after),
    fieldKey(change),
  ]);
};

/** The first word of what is told of a channel: `yes, if: …` is `yes`. */
export const verdictOf = (told: string | undefined): string | undefined => told?.match(/^[a-z-]+/)?.[0];

function joinGroup(
  group: readonly [Change, ...Change[]],
  varies: boolean,
  newcomers: readonly string[],
): JoinedChange {
  const [{ value, ...first }] = group;
  const containers = [...new Set(group.flatMap((change) => change.containers))];
  return {
    ...first,
    ...(value !== undefined && group.every((change) => change.value === value) ? { value } : {}),
    containers,
    varies,
    lines: [...new Set(group.map(({ range }) => range.start.line))],
    ...(first.direction === 'both' ? describePairs(group, containers, newcomers) : {}),
  };
}

/** Which pairs of the containers it is about, when that is not every two. */
function describePairs(
  group: readonly Change[],
  containers: readonly string[],
  newcomers: readonly string[],
): Pick<JoinedChange, 'hub' | 'pairs'> {
  const isPartial = group.some(({ before, after }) => before === undefined || after === undefined);
  const count = (names: readonly string[]) =>
    pairsOf(names.length) -
    (isPartial ? pairsOf(names.filter((name) => !newcomers.includes(name)).length) : 0);
  const pairs = group.reduce((sum, change) => sum + count(change.containers), 0);
  const all = count(containers);
  if (pairs === all) return {};
  const hub = containers.find(
    (name) => pairs === containers.length - 1 && group.every((change) => change.containers.includes(name)),
  );
  return hub === undefined ? { pairs: `${pairs} of their ${all} pairs` } : { hub };
}

const pairsOf = (containers: number): number => (containers * (containers - 1)) / 2;
