import { groupBy } from '../../model/group-by.ts';
import { joinPointer, parentOf, splitPointer } from '../../model/pointer.ts';
import { countWhile } from '../count-while.ts';
import type { Step } from './step.ts';

/**
 * Tells where things are after some steps.
 *
 * @returns A function from the pointer a place had to the one it has; null when it is gone.
 */
export function followEdits(steps: readonly Step[]): (pointer: string) => string | null {
  const removed = new Set<string>();
  const renamed = new Map<string, string>();
  const items: { readonly list: string; readonly index: number }[] = [];
  for (const step of steps) {
    if (step.op === 'rename') renamed.set(step.pointer, step.key);
    if (step.op !== 'remove') continue;
    removed.add(step.pointer);
    if (step.place.parent.type !== 'list') continue;
    const list = parentOf(step.pointer);
    items.push({ list, index: Number(step.pointer.slice(list.length + 1)) });
  }
  items.sort((a, b) => a.index - b.index);
  const itemsOf = groupBy(items, ({ list }) => list);
  return (pointer) => {
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
}

function shift(index: number, gone: readonly { readonly index: number }[]): number {
  return index - countWhile(gone.length, (at) => (gone[at]?.index ?? index) < index);
}
