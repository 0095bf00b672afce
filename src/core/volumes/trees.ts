import { limits } from '../../model/limits.ts';
import type { Access } from '../../model/vocabulary.ts';

/** One sight of a directory and all below it. */
export type View<V> = { readonly path: string; readonly viewer: V; readonly access: Access };

/** A directory that several viewers see, by a view of it or of one above; true for those who may write. */
export type SharedTree<V, W extends View<V>> = {
  readonly viewers: ReadonlyMap<V, boolean>;
  readonly views: readonly [W, ...W[]];
};

type Directory<W> = { readonly below: Map<string, Directory<W>>; readonly views: W[] };

/**
 * Finds the directories of one storage that several viewers see.
 *
 * Two views meet when their paths are equal or one lies above the other; the deeper tree is what both see. A directory
 * counts once, when a view shows exactly it and shows somebody something new: the same viewers with the same access above
 * it say it all. In the order of the first view of each.
 *
 * Cost: the number of path parts and of viewers listed, which `limits.overlapMembers` bounds: past it no further tree is
 * listed. No recursion: a path may have thousands of parts.
 *
 * @param views - With cleaned paths; `''` and `/` are the root.
 */
export function findSharedTrees<V, W extends View<V>>(views: readonly W[]): SharedTree<V, W>[] {
  const root: Directory<W> = { below: new Map(), views: [] };
  const byPath = new Map<string, Directory<W>>();
  for (const view of views) {
    const place = byPath.get(view.path) ?? reach(root, view.path);
    byPath.set(view.path, place);
    place.views.push(view);
  }
  const trees = collect<V, W>(root);
  return [...byPath.values()].flatMap((place) => trees.get(place) ?? []);
}

function reach<W>(root: Directory<W>, path: string): Directory<W> {
  let place = root;
  for (const part of path.split('/')) {
    if (part === '') continue;
    const next = place.below.get(part) ?? { below: new Map(), views: [] };
    place.below.set(part, next);
    place = next;
  }
  return place;
}

function collect<V, W extends View<V>>(root: Directory<W>): Map<Directory<W>, SharedTree<V, W>> {
  const trees = new Map<Directory<W>, SharedTree<V, W>>();
  const open: { place: Directory<W>; above: ReadonlyMap<V, boolean> }[] = [{ place: root, above: new Map() }];
  let listed = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { place, above } = next;
    const viewers = addViews<V>(above, place.views);
    const [first, ...rest] = place.views;
    if (first !== undefined && viewers !== above && viewers.size > 1 && listed <= limits.overlapMembers) {
      listed += viewers.size;
      trees.set(place, { viewers, views: [first, ...rest] });
    }
    for (const below of place.below.values()) open.push({ place: below, above: viewers });
  }
  return trees;
}

/** Adds the views of a directory to the viewers of the one above; the same map when nobody sees anything new. */
export function addViews<V>(
  above: ReadonlyMap<V, boolean>,
  views: readonly Omit<View<V>, 'path'>[],
): ReadonlyMap<V, boolean> {
  const isNew = ({ viewer, access }: Omit<View<V>, 'path'>) =>
    access === 'read-write' ? above.get(viewer) !== true : !above.has(viewer);
  if (!views.some(isNew)) return above;
  const viewers = new Map(above);
  for (const { viewer, access } of views)
    viewers.set(viewer, viewers.get(viewer) === true || access === 'read-write');
  return viewers;
}
