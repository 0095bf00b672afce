import type { VolumeMountReport } from '../../model/report.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** Finds what makes the difference in who sees what of a volume: what changed the access, else the volume, when that is there. */
export function placeOfMounts(views: PodViews, volume: string, names: readonly string[]): Place | undefined {
  const place = placeOfNewAccess(views, volume, names);
  if (place !== undefined) return place;
  const pointer = views.after.volumes.get(volume)?.pointer;
  return pointer ? { side: 'after', pointer } : undefined;
}

/**
 * Finds what gives these containers another access to a volume: their first mount that is not mounted like this on the other
 * side, after before before; else the source, when that is read-only on one side only.
 */
export function placeOfNewAccess(
  views: PodViews,
  volume: string,
  names: readonly string[],
): Place | undefined {
  const { before, after } = views;
  return (
    placeOfNewMount(after, before, volume, names) ??
    placeOfNewMount(before, after, volume, names) ??
    placeOfSource(views, volume)
  );
}

function placeOfNewMount(
  here: PodView,
  there: PodView,
  volume: string,
  names: readonly string[],
): Place | undefined {
  for (const name of names) {
    const known = new Set(there.mountsOf(volume, name).map((mount) => describeMount(there, mount)));
    const found = here.mountsOf(volume, name).find((mount) => !known.has(describeMount(here, mount)));
    if (found !== undefined) return { side: here.side, pointer: found.pointer };
  }
  return undefined;
}

/** What the mount itself says: that its volume is read-only is not its own doing. */
const describeMount = ({ valueAt }: PodView, { path, subPath, propagation, pointer }: VolumeMountReport) =>
  JSON.stringify([path, subPath, valueAt(`${pointer}/readOnly`) === true, propagation]);

/** The place of a source of another type, else of the field that makes it read-only: where that stands, after before before. */
function placeOfSource({ before, after }: PodViews, volume: string): Place | undefined {
  const [was, is] = [before, after].map(({ declared }) => declared.get(volume));
  if (!was?.pointer || !is?.pointer || was.readOnly === is.readOnly) return undefined;
  if (was.type !== is.type) return { side: after.side, pointer: is.pointer };
  const field = `${is.pointer}/${is.type}/readOnly`;
  return after.valueAt(field) === undefined
    ? { side: before.side, pointer: `${was.pointer}/${was.type}/readOnly` }
    : { side: after.side, pointer: field };
}
