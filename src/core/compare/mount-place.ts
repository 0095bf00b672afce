import type { VolumeMountReport } from '../../model/report.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/**
 * Finds the mount that makes the difference in who sees what of a volume: the first of these containers that is not
 * mounted like this on the other side, after before before; else the volume itself, when that is there.
 */
export function placeOfMounts(views: PodViews, volume: string, names: readonly string[]): Place | undefined {
  const { before, after } = views;
  const is = findNewMount(after, before, volume, names);
  if (is !== undefined) return { side: 'after', pointer: is.pointer };
  const was = findNewMount(before, after, volume, names);
  if (was !== undefined) return { side: 'before', pointer: was.pointer };
  const pointer = after.volumes.get(volume)?.pointer;
  return pointer ? { side: 'after', pointer } : undefined;
}

function findNewMount(
  here: PodView,
  there: PodView,
  volume: string,
  names: readonly string[],
): VolumeMountReport | undefined {
  for (const name of names) {
    const known = new Set(there.mountsOf(volume, name).map(describeMount));
    const found = here.mountsOf(volume, name).find((mount) => !known.has(describeMount(mount)));
    if (found !== undefined) return found;
  }
  return undefined;
}

const describeMount = ({ path, subPath, access, propagation }: VolumeMountReport): string =>
  JSON.stringify([path, subPath, access, propagation]);
