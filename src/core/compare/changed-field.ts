import { parentOf } from '../../model/pointer.ts';
import type { Place } from './place.ts';
import type { PodView, PodViews } from './pod-view.ts';

/**
 * Finds the place of a field whose value differs between the two texts: where it stands after, or where it stood before when
 * it is there no more. A field is the same when it stands at the same path of the PodSpec, or of the container of that name;
 * an item of a list when the other list has an equal one.
 *
 * @param pointer - The field as it stands in `here`, or would.
 * @returns Nothing when the value is the same on both sides.
 */
export function placeOfChanged(views: PodViews, here: PodView, pointer: string): Place | undefined {
  const there = here.side === 'after' ? views.before : views.after;
  const other = counterpart(here, there, pointer);
  const value = JSON.stringify(here.valueAt(pointer));
  const isSame = (one: unknown) => JSON.stringify(one) === value;
  const place = { side: here.side, pointer };
  if (/\/\d+$/.test(pointer)) {
    const list = there.valueAt(parentOf(other));
    return Array.isArray(list) && list.some(isSame) ? undefined : place;
  }
  if (isSame(there.valueAt(other))) return undefined;
  const stands = there.valueAt(other) !== undefined && (there.side === 'after' || value === undefined);
  return stands ? { side: there.side, pointer: other } : place;
}

/** The pointer of the same field on the other side; one that leads nowhere when its container is not there. */
function counterpart(here: PodView, there: PodView, pointer: string): string {
  for (const [name, container] of here.containers)
    if (pointer.startsWith(`${container.pointer}/`))
      return `${there.containers.get(name)?.pointer}${pointer.slice(container.pointer.length)}`;
  return `${there.pointer}${pointer.slice(here.pointer.length)}`;
}
