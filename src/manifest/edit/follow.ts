import { groupBy } from '../../model/group-by.ts';
import { joinPointer, parentOf, splitPointer } from '../../model/pointer.ts';
import { countWhile } from '../count-while.ts';
import type { Step } from './step.ts';

/** Where things are after some steps, and where they were. */
export type Moves = {
  /** Gives the pointer that a place has after the steps; null when it is gone. */
  readonly follow: (pointer: string) => string | null;
  /** Gives the pointer that a place had before them; of one that they added, a pointer that led nowhere. */
  readonly back: (pointer: string) => string;
};

/** Tells where places go by some steps, and where they come from. */
export function followEdits(steps: readonly Step[]): Moves {
  const removed = new Set<string>();
  const renamed = new Map<string, string>();
  const namedBefore = new Map<string, string>();
  const items: { readonly list: string; readonly index: number }[] = [];
  for (const step of steps) {
    if (step.op === 'rename') {
      renamed.set(step.pointer, step.key);
      namedBefore.set(joinPointer(parentOf(step.pointer), step.key), step.pointer);
    }
    if (step.op !== 'remove') continue;
    removed.add(step.pointer);
    if (step.place.parent.type !== 'list') continue;
    const list = parentOf(step.pointer);
    items.push({ list, index: Number(step.pointer.slice(list.length + 1)) });
  }
  items.sort((a, b) => a.index - b.index);
  const itemsOf = groupBy(items, ({ list }) => list);
  const follow = (pointer: string) => {
    let before = '';
    let after = '';
    for (const part of splitPointer(pointer)) {
      const gone = itemsOf.get(before);
      before = joinPointer(before, part);
      if (removed.has(before)) return null;
      const moved = gone === undefined ? part : shift(Number(part), gone);
      after = joinPointer(after, renamed.get(before) ?? moved);
    }
    return after;
  };
  const back = (pointer: string) =>
    splitPointer(pointer).reduce((before, part) => {
      const gone = itemsOf.get(before);
      const place = joinPointer(before, gone === undefined ? part : shiftBack(Number(part), gone));
      return namedBefore.get(place) ?? place;
    }, '');
  return { follow, back };
}

type Gone = readonly { readonly index: number }[];

function shift(index: number, gone: Gone): number {
  return index - countWhile(gone.length, (at) => (gone[at]?.index ?? index) < index);
}

function shiftBack(index: number, gone: Gone): number {
  return index + countWhile(gone.length, (at) => (gone[at]?.index ?? 0) - at <= index);
}
