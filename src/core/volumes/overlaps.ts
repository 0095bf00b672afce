import { groupBy } from '../../model/group-by.ts';
import type { Overlap } from '../../model/report.ts';
import type { Certainty } from '../../model/vocabulary.ts';
import type { PodContainer } from '../pod.ts';
import { type EnvFile, isEnvFile } from './env-files.ts';
import type { Mount } from './mounts.ts';
import { joinPath } from './paths.ts';
import { storageOf } from './storage.ts';
import { findSharedTrees, type Sight, type View } from './trees.ts';
import { findVisible } from './visibility.ts';

/** An overlap, and what of it only the analysis needs. */
export type VolumeOverlap = Overlap & {
  /** The volume it is listed under. */
  readonly volume: string;
  /** Those of its containers that mount nothing of it: the kubelet reads a file of it for them when they start. */
  readonly readAtStart: readonly string[];
  /** Those that have it only by other names: the first volume through which they do. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** The other volumes through which it is mounted. */
  readonly aliases: ReadonlySet<string>;
};

/** What a container uses of a volume. */
type Use = Mount | EnvFile;

export type MountView = View<PodContainer> & { readonly mount: Use };

/**
 * Finds the trees of files that several containers of a Pod see, by volume name or by another name for the same storage.
 * What a deeper mount hides from a container it does not see. A file that is read into its variables it sees, mounted or not.
 *
 * Each is listed under the volume of the first mount that shows exactly it. A container writes when one of its mounts of
 * the tree is read-write. A mount whose path variables decide may meet any other of its storage: those are one overlap
 * with an unknown path. Order: by storage as first mounted, then by tree as first mounted. Never throws.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts (subPath)
 */
export function findOverlaps(mounts: readonly Mount[], envFiles: readonly EnvFile[] = []): VolumeOverlap[] {
  const seen: Seen[] = [...findVisible(mounts), ...envFiles.map((mount) => ({ mount, holes: [] }))];
  const placed = seen.map((visible) => ({
    visible,
    storage: storageOf(visible.mount.volume),
  }));
  return [...groupBy(placed, ({ storage }) => storage.key).values()].flatMap((group) => {
    const views = group.flatMap(({ visible, storage }) => viewOf(visible, storage.base) ?? []);
    const known = findSharedTrees<PodContainer, MountView>(views).map((tree) =>
      describe(tree.viewers, tree.views[0].mount, tree.views[0].mount.subPath, certaintyOf(tree.views)),
    );
    return [...known, ...unknownOverlap(group.map(({ visible }) => visible))];
  });
}

type Seen = { readonly mount: Use; readonly holes: readonly string[] };

/** What a mount shows of a storage; nothing when variables decide it. */
export function viewOf({ mount, holes }: Seen, base: string): MountView | undefined {
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

function unknownOverlap(seen: readonly Seen[]): VolumeOverlap[] {
  const unknown = seen.find(({ mount }) => mount.subPath === null);
  if (unknown === undefined) return [];
  const viewers = groupBy(seen, ({ mount }) => mount.container);
  return viewers.size > 1 ? [describe(viewers, unknown.mount, null, 'runtime-dependent')] : [];
}

/** @param viewers By container, through what it sees the tree. */
function describe(
  viewers: Sight<PodContainer, Pick<Seen, 'mount'>>,
  { volume }: Use,
  subPath: string | null,
  certainty: Certainty,
): VolumeOverlap {
  const seen = [...viewers].sort(([a], [b]) => a.order - b.order);
  const readers = seen.map(([{ name }]) => name);
  const writers = seen.filter(([, through]) => through.some(({ mount }) => mount.access === 'read-write'));
  const atStart = seen.filter(([, through]) => through.every(({ mount }) => isEnvFile(mount)));
  const others = seen.filter(([, through]) => through.every(({ mount }) => mount.volume !== volume));
  return {
    volume: volume.name,
    containers: readers,
    subPath,
    writers: writers.map(([{ name }]) => name),
    readers,
    certainty,
    readAtStart: atStart.map(([{ name }]) => name),
    aliases: new Set(
      seen.flatMap(([, through]) =>
        through.flatMap(({ mount }) =>
          isEnvFile(mount) || mount.volume === volume ? [] : mount.volume.name,
        ),
      ),
    ),
    otherNames: new Map(others.map(([{ name }, [first]]) => [name, first?.mount.volume.name ?? ''])),
  };
}

const certaintyOf = (views: readonly MountView[]): Certainty =>
  views.every(({ mount }) => mount.volume.certainty === 'certain') ? 'certain' : 'runtime-dependent';
