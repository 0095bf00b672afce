import type { VolumeMountReport } from '../../model/report.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** Finds what makes the difference in who sees what of a volume: a mount, else the volume itself, when that is there. */
export function placeOfMounts(views: PodViews, volume: string, names: readonly string[]): Place | undefined {
  const place = placeOfNewMount(views, volume, names);
  if (place !== undefined) return place;
  const pointer = views.after.volumes.get(volume)?.pointer;
  return pointer ? { side: 'after', pointer } : undefined;
}

/** Finds the first mount of these containers that is not mounted like this on the other side, after before before. */
export function placeOfNewMount(
  { before, after }: PodViews,
  volume: string,
  names: readonly string[],
): Place | undefined {
  const is = findNewMount(after, before, volume, names);
  if (is !== undefined) return { side: 'after', pointer: is.pointer };
  const was = findNewMount(before, after, volume, names);
  return was && { side: 'before', pointer: was.pointer };
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
