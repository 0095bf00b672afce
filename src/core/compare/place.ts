import type { ComparedSide } from '../../model/vocabulary.ts';
import type { PodView, PodViews } from './pod-view.ts';

/** A thing that is written in one of the two texts. */
export type Place = { readonly side: ComparedSide; readonly pointer: string };

/** The place of a container that came or went, if one of them did. */
export function placeOfNewcomer({ before, after }: PodViews, names: readonly string[]): Place | undefined {
  for (const [view, other] of [
    [after, before],
    [before, after],
  ] as const) {
    const name = names.find((one) => view.containers.has(one) && !other.containers.has(one));
    if (name !== undefined) return placeOfContainer(view, name);
  }
  return undefined;
}

/** The place of a container; that of its Pod when it is not there. */
export const placeOfContainer = ({ side, containers, pointer }: PodView, name: string): Place => ({
  side,
  pointer: containers.get(name)?.pointer ?? pointer,
});

/** The nearest thing that is written, when no field decides: the container that came or went, else the Pod. */
export const nearestPlace = (views: PodViews, names: readonly string[]): Place =>
  placeOfNewcomer(views, names) ?? { side: 'after', pointer: views.after.pointer };

/** Takes the items of Lists off a pointer: where an object stands in a List says nothing of the object. */
export const withoutItems = (pointer: string): string => pointer.replace(/^(?:\/items\/\d+)+(?=\/|$)/, '');
