import { limits } from '../../model/limits.ts';
import type { Access } from '../../model/vocabulary.ts';

/** One sight of a directory and all below it, but for the directories in `holes`. Paths are cleaned; `''` and `/` are the root. */
export type View<V> = {
  readonly path: string;
  readonly viewer: V;
  readonly access: Access;
  readonly holes: readonly string[];
};

/** A directory that several viewers see, each by views of it or of one above. */
export type SharedTree<V, W extends View<V>> = {
  readonly viewers: Sight<V, W>;
  /** The views that show exactly it. */
  readonly views: readonly [W, ...W[]];
};

type Directory<W> = {
  readonly below: Map<string, Directory<W>>;
  readonly views: W[];
  readonly hidden: Set<W>;
};

/**
 * Finds the directories of one storage that several viewers see.
 *
 * Two views meet when their paths are equal or one lies above the other, unless the upper one has a hole there; the deeper
 * tree is what both see. A directory counts once, when a view shows exactly it and the viewers differ from those of the
 * directory above: otherwise that one says it all. In the order of the first view of each.
 *
 * Cost: the number of path parts and of viewers listed, which `limits.overlapMembers` bounds: past it no further tree is
 * listed. No recursion: a path may have thousands of parts.
 */
export function findSharedTrees<V, W extends View<V>>(views: readonly W[]): SharedTree<V, W>[] {
  const root = newDirectory<W>();
  const byPath = new Map<string, Directory<W>>();
  const find = (path: string): Directory<W> => {
    const place = byPath.get(path) ?? reach(root, path);
    byPath.set(path, place);
    return place;
  };
  for (const view of views) {
    find(view.path).views.push(view);
    for (const hole of view.holes) find(hole).hidden.add(view);
  }
  const trees = collect<V, W>(root);
  return [...byPath.values()].flatMap((place) => trees.get(place) ?? []);
}

const newDirectory = <W>(): Directory<W> => ({ below: new Map(), views: [], hidden: new Set() });

function reach<W>(root: Directory<W>, path: string): Directory<W> {
  let place = root;
  for (const part of path.split('/')) {
    if (part === '') continue;
    const next = place.below.get(part) ?? newDirectory<W>();
    place.below.set(part, next);
    place = next;
  }
  return place;
}

/** By viewer, the views through which it sees a directory. */
export type Sight<V, W> = ReadonlyMap<V, readonly W[]>;

function collect<V, W extends View<V>>(root: Directory<W>): Map<Directory<W>, SharedTree<V, W>> {
  const trees = new Map<Directory<W>, SharedTree<V, W>>();
  const open: { place: Directory<W>; above: Sight<V, W> }[] = [{ place: root, above: new Map() }];
  let listed = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { place, above } = next;
    const [first, ...rest] = place.views;
    if (first === undefined && place.below.size === 0) continue;
    const sight = look<V, W>(above, place);
    if (
      first !== undefined &&
      sight.size > 1 &&
      differ(above, sight, place) &&
      listed <= limits.overlapMembers
    ) {
      listed += sight.size;
      trees.set(place, { viewers: sight, views: [first, ...rest] });
    }
    for (const below of place.below.values()) open.push({ place: below, above: sight });
  }
  return trees;
}

/** Who sees a directory, given who sees the one above; the same map when nobody sees more or less. */
function look<V, W extends View<V>>(above: Sight<V, W>, { views, hidden }: Directory<W>): Sight<V, W> {
  const added = views.filter((view) => !(above.get(view.viewer) ?? []).some((seen) => saysItAll(seen, view)));
  if (added.length === 0 && hidden.size === 0) return above;
  const sight = new Map(above);
  for (const view of hidden) {
    const left = (sight.get(view.viewer) ?? []).filter((seen) => seen !== view);
    if (left.length > 0) sight.set(view.viewer, left);
    else sight.delete(view.viewer);
  }
  for (const view of added) sight.set(view.viewer, [...(sight.get(view.viewer) ?? []), view]);
  return sight;
}

/** Says whether somebody sees or may do more or less than in the directory above; only views that begin or end here can tell. */
const differ = <V, W extends View<V>>(
  above: Sight<V, W>,
  sight: Sight<V, W>,
  { views, hidden }: Directory<W>,
): boolean =>
  sight !== above &&
  [...hidden, ...views].some(({ viewer }) => mayWrite(above.get(viewer)) !== mayWrite(sight.get(viewer)));

/** Undefined for somebody who sees nothing. */
const mayWrite = (views: readonly View<unknown>[] | undefined): boolean | undefined =>
  views?.some(({ access }) => access === 'read-write');

/** Says whether a view from above leaves nothing for another to add. */
const saysItAll = (above: View<unknown>, view: View<unknown>): boolean =>
  above.holes.length === 0 && (above.access === 'read-write' || view.access === 'read-only');
