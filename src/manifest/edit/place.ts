import { joinPointer, splitPointer } from '../../model/pointer.ts';
import { countWhile } from '../count-while.ts';
import { listChildren } from '../locate.ts';
import type { Entry, Item, ListNode, MapNode, Node, Span } from '../node.ts';

/** A member or an item, and where it is. */
export type Place = {
  readonly pointer: string;
  readonly parent: MapNode | ListNode;
  /** The map entry, for a member. */
  readonly entry: Entry | null;
  readonly item: Item | Entry;
  readonly value: Node;
  /** Whether the map or list around it stands elsewhere too, by an alias or a merge. */
  readonly isShared: boolean;
};

/** Finds what a pointer leads to; null when there is nothing. */
export function findPlace(root: Node, pointer: string, shared: Shared): Place | null {
  let place: Place | null = null;
  let node = root;
  let isShared = false;
  let at = '';
  for (const part of splitPointer(pointer)) {
    const item =
      node.type === 'map' ? node.entries.get(part) : node.type === 'list' ? node.items[Number(part)] : null;
    if (!item || (node.type !== 'map' && node.type !== 'list')) return null;
    isShared ||= shared.nodes.has(node);
    at = joinPointer(at, part);
    const entry = node.type === 'map' ? (node.entries.get(part) ?? null) : null;
    place = { pointer: at, parent: node, entry, item, value: item.value, isShared };
    node = item.value;
  }
  return place;
}

/** The values of a document that stand in more than one place: those that an alias or a merge leads to. */
export type Shared = {
  readonly nodes: ReadonlySet<Node>;
  /** Where they are written, in text order. */
  readonly starts: readonly number[];
  /** In how many places a value stands; one where nothing is shared. */
  readonly places: (node: Node) => number;
};

/** Finds the values that stand in more than one place. Each value is looked at once. */
export function findShared(root: Node): Shared {
  const nodes = new Set<Node>();
  const visited = new Set<Node>();
  const insideFirst: Node[] = [];
  const visit = (node: Node): void => {
    if (visited.has(node)) return;
    visited.add(node);
    for (const [, child] of listChildren(node)) {
      if (isElsewhere(child)) nodes.add(child.value);
      visit(child.value);
    }
    insideFirst.push(node);
  };
  visit(root);
  const counts = nodes.size === 0 ? null : countPlaces(insideFirst);
  return {
    nodes,
    starts: [...nodes].map(({ start }) => start).sort((a, b) => a - b),
    places: (node) => counts?.get(node) ?? 1,
  };
}

/** Counts the ways that lead to each value; a value stands behind all that is inside it. */
function countPlaces(insideFirst: readonly Node[]): ReadonlyMap<Node, number> {
  const counts = new Map<Node, number>();
  for (const node of insideFirst.toReversed()) {
    const count = counts.get(node) ?? 1;
    for (const [, { value }] of listChildren(node)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

/** Says whether something is written in a value that an alias or a merge leads to. */
export function holdsShared({ item, value }: Place, { starts }: Shared): boolean {
  if (isElsewhere(item)) return false;
  const next = starts[countWhile(starts.length, (index) => (starts[index] ?? 0) < value.start)];
  return next !== undefined && next <= value.end;
}

/** Says whether the value of a member or an item is written somewhere else. */
function isElsewhere(child: Span & { readonly value: Node; readonly isMerged?: boolean }): boolean {
  return child.isMerged === true || child.value.start < child.start || child.value.end > child.end;
}
