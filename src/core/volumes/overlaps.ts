import type { Overlap } from '../../model/report.ts';
import type { Certainty } from '../../model/vocabulary.ts';
import { groupBy } from '../group-by.ts';
import type { PodContainer } from '../pod.ts';
import type { Mount } from './mounts.ts';
import { joinPath } from './paths.ts';
import { storageOf } from './storage.ts';
import { findSharedTrees, type View } from './trees.ts';
import { findVisible, type Visible } from './visibility.ts';

/** An overlap and the volume it is listed under. */
export type VolumeOverlap = Overlap & { readonly volume: string };

export type MountView = View<PodContainer> & { readonly mount: Mount };

/**
 * Finds the trees of files that several containers of a Pod see, by volume name or by another name for the same storage.
 * What a deeper mount hides from a container it does not see.
 *
 * Each is listed under the volume of the first mount that shows exactly it. A container writes when one of its mounts of
 * the tree is read-write. A mount whose path variables decide may meet any other of its storage: those are one overlap
 * with an unknown path. Order: by storage as first mounted, then by tree as first mounted. Never throws.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts (subPath)
 */
export function findOverlaps(mounts: readonly Mount[]): VolumeOverlap[] {
  const placed = findVisible(mounts).map((visible) => ({
    visible,
    storage: storageOf(visible.mount.volume),
  }));
  return [...groupBy(placed, ({ storage }) => storage.key).values()].flatMap((group) => {
    const views = group.flatMap(({ visible, storage }) => viewOf(visible, storage.base) ?? []);
    const known = findSharedTrees<PodContainer, MountView>(views).map((tree) =>
      describe(tree.viewers, tree.views[0].mount, tree.views[0].mount.subPath, certaintyOf(tree.views)),
    );
    return [...known, ...unknownOverlap(group.map(({ visible }) => visible.mount))];
  });
}

/** What a mount shows of a storage; nothing when variables decide it. */
export function viewOf({ mount, holes }: Visible, base: string): MountView | undefined {
  if (mount.subPath === null) return undefined;
  const path = joinPath(base, mount.subPath);
  return {
    path,
    viewer: mount.container,
    access: mount.access,
    holes: holes.map((hole) => joinPath(path, hole)),
    mount,
  };
}

function unknownOverlap(mounts: readonly Mount[]): VolumeOverlap[] {
  const unknown = mounts.find(({ subPath }) => subPath === null);
  if (unknown === undefined) return [];
  const viewers = new Map<PodContainer, boolean>();
  for (const { container, access } of mounts) {
    viewers.set(container, viewers.get(container) === true || access === 'read-write');
  }
  return viewers.size > 1 ? [describe(viewers, unknown, null, 'runtime-dependent')] : [];
}

function describe(
  viewers: ReadonlyMap<PodContainer, boolean>,
  { volume }: Mount,
  subPath: string | null,
  certainty: Certainty,
): VolumeOverlap {
  const seen = [...viewers].sort(([a], [b]) => a.order - b.order);
  const readers = seen.map(([{ name }]) => name);
  const writers = seen.filter(([, writes]) => writes).map(([{ name }]) => name);
  return { volume: volume.name, containers: readers, subPath, writers, readers, certainty };
}

const certaintyOf = (views: readonly MountView[]): Certainty =>
  views.every(({ mount }) => mount.volume.certainty === 'certain') ? 'certain' : 'runtime-dependent';
