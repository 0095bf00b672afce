import { groupBy } from '../../model/group-by.ts';
import type { Mount } from './mounts.ts';

/** What other mounts of the same container leave visible of a mount: all but `holes`, paths below it. */
export type Visible = { readonly mount: Mount; readonly holes: readonly string[] };

type Point = { readonly below: Map<string, Point>; top: Mount | undefined };

/**
 * Finds what each mount of a Pod really shows in its container. Runtimes mount parents before what lies below them, so a
 * mount below another hides that part of it; of several at one path (`/data` and `/data/`) the last one listed is on top
 * and the others show nothing. Devices hide nothing. The kubelet's /etc/hosts lies on top of a volume mounted there under
 * another spelling.
 *
 * @returns In the order of `mounts`, without those that show nothing. Linear in the mounts and the parts of their paths.
 * @see containerd `internal/cri/server/container_create.go`, orderedMounts
 */
export function findVisible(mounts: readonly Mount[]): Visible[] {
  return [...groupBy(mounts, ({ container }) => container).values()].flatMap(visibleInContainer);
}

function visibleInContainer(mounts: readonly Mount[]): Visible[] {
  const root: Point = { below: new Map(), top: undefined };
  const places = mounts.map((mount) => (mount.isDevice ? undefined : reach(root, mount)));
  const holes = findHoles(root);
  return mounts.flatMap((mount, i) => {
    const place = places[i];
    if (place === undefined) return [{ mount, holes: [] }];
    if (place.top !== mount || isUnderHosts(mount)) return [];
    return [{ mount, holes: holes.get(mount) ?? [] }];
  });
}

const isUnderHosts = ({ path, mountPath }: Mount): boolean => path === '/etc/hosts' && mountPath !== path;

/** Finds or makes the point of a mount in the tree of paths and puts the mount on top there. */
function reach(root: Point, mount: Mount): Point {
  let point = root;
  for (const part of mount.path.split('/')) {
    if (part === '') continue;
    const next = point.below.get(part) ?? { below: new Map(), top: undefined };
    point.below.set(part, next);
    point = next;
  }
  point.top = mount;
  return point;
}

/** Gives each mount the mounts right below it; what lies below those is theirs. */
function findHoles(root: Point): Map<Mount, string[]> {
  const holes = new Map<Mount, string[]>();
  const open: { point: Point; over: Mount | undefined }[] = [{ point: root, over: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { point, over } = next;
    const { top } = point;
    if (top !== undefined && over !== undefined) {
      const hole = top.path.slice(over.path === '/' ? 0 : over.path.length);
      const found = holes.get(over);
      if (found === undefined) holes.set(over, [hole]);
      else found.push(hole);
    }
    for (const below of point.below.values()) open.push({ point: below, over: top ?? over });
  }
  return holes;
}
