import type { Overlap, VolumeMountReport, VolumeReport } from '../../model/report.ts';
import type { Columns } from './columns.ts';

/** Files of a volume that the same containers see and the same ones write. */
export type Tree = {
  /** Columns of who sees them: those that are drawn. */
  readonly indexes: readonly number[];
  readonly writers: readonly number[];
  readonly isShared: boolean;
  /** In how many places of the volume they are; what one container sees alone is one. */
  readonly places: number;
};

/**
 * The trees of a volume that several containers see, then what each container sees alone; that is shared where another volume
 * has the same files.
 */
export function treesOf({ mounts, overlaps, sharedAs }: VolumeReport, columns: Columns): Tree[] {
  const trees = new Map<string, Tree>();
  const add = (containers: readonly string[], writing: readonly string[], isShared: boolean) => {
    const [indexes, writers] = [columns.indexesOf(containers), columns.indexesOf(writing)];
    const key = JSON.stringify([indexes, writers, isShared]);
    const places = (trees.get(key)?.places ?? 0) + 1;
    if (indexes.length > 0) trees.set(key, { indexes, writers, isShared, places });
  };
  for (const { containers, writers } of overlaps) add(containers, writers, true);
  for (const { name } of columns.containers) {
    const own = seenAlone(
      mounts.filter(({ container }) => container === name),
      overlaps.filter(({ containers }) => containers.includes(name)),
    );
    const writes = own.some(({ access }) => access === 'read-write');
    if (own.length > 0) add([name], writes ? [name] : [], sharedAs !== undefined);
  }
  return [...trees.values()];
}

/** The mounts of a container that show more than the trees it shares. A tree whose place is not known may be anywhere. */
function seenAlone(mounts: readonly VolumeMountReport[], shared: readonly Overlap[]): VolumeMountReport[] {
  const places = [
    ...shared.map(({ subPath }) => ({ path: folder(subPath), mount: undefined })),
    ...mounts.map((mount) => ({ path: folder(mount.subPath), mount })),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  // In this order all that lies in a tree follows it.
  let tree: string | undefined;
  return places.flatMap(({ path, mount }) => {
    if (tree !== undefined && path.startsWith(tree)) return [];
    if (mount === undefined) tree = path;
    return mount ?? [];
  });
}

const folder = (subPath: string | null): string => (subPath ? `${subPath}/` : '');
