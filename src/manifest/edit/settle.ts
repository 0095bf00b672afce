import { parentOf, splitPointer } from '../../model/pointer.ts';
import type { Node } from '../node.ts';
import type { EditableDocument } from './document.ts';
import { findPlace, type Place } from './place.ts';
import type { Step } from './step.ts';

/**
 * Makes steps one whole: equal ones count once, a list or map that is left empty goes with them, and what stands in
 * something that goes is not looked at.
 *
 * @returns null when two of them want different things of one place.
 */
export function settleSteps(steps: readonly Step[], document: EditableDocument): Step[] | null {
  const settled = new Map<string, Step>();
  const wishes = new Map<string, string>();
  for (const step of steps) {
    const wish = wishOf(step);
    const other = wish && wishes.get(step.pointer);
    if (other && other !== wish) return null;
    if (wish) wishes.set(step.pointer, wish);
    settled.set(JSON.stringify([step.pointer, step.op, 'part' in step && step.part]), step);
  }
  const removed = new Map(
    [...settled.values()].flatMap((step) => (step.op === 'remove' ? [[step.pointer, step] as const] : [])),
  );
  addEmptied(removed, document);
  const staying = [...settled.values()].filter(
    (step) => step.op !== 'remove' && !removed.has(step.pointer) && !isInside(step.pointer, removed),
  );
  return [...staying, ...[...removed.values()].filter(({ pointer }) => !isInside(pointer, removed))];
}

/** What a step wants of the value at its place; empty when it does not care. */
function wishOf(step: Step): string {
  if (step.op === 'remove') return 'remove';
  if (step.op === 'replace' || step.op === 'add') return JSON.stringify(step.value);
  return '';
}

type Removed = Map<string, Extract<Step, { readonly op: 'remove' }>>;

function isInside(pointer: string, removed: Removed): boolean {
  for (let at = parentOf(pointer); at !== ''; at = parentOf(at)) if (removed.has(at)) return true;
  return false;
}

/** Adds what is left with nothing in it, from the inside out; what stands in several places when it is empty in all. */
function addEmptied(removed: Removed, { root, shared }: EditableDocument): void {
  const left = new Map<string, number>();
  const emptied = new Map<Node, Place[]>();
  // What is added on the way is looked at in its turn.
  for (const [pointer, { place }] of removed) {
    const parent = parentOf(pointer);
    const count = (left.get(parent) ?? countChildren(place.parent)) - 1;
    left.set(parent, count);
    if (count > 0 || removed.has(parent)) continue;
    const around = findPlace(root, parent, shared);
    if (around === null || !saysNothingEmpty(around) || isBound(around)) continue;
    const places = [...(emptied.get(around.value) ?? []), around];
    emptied.set(around.value, places);
    if (places.length < shared.places(around.value)) continue;
    for (const each of places)
      removed.set(each.pointer, { op: 'remove', pointer: each.pointer, place: each });
  }
}

export function countChildren(node: Node): number {
  if (node.type === 'map') return node.entries.size;
  return node.type === 'list' ? node.items.length : 0;
}

/** Maps that say the same as none when they are empty. Others do not: `emptyDir: {}` makes a volume. */
const sayNothing: ReadonlySet<string> = new Set(['securityContext', 'capabilities']);

/** Every list of a PodSpec says the same as none when it is empty: the API leaves it out. */
function saysNothingEmpty({ pointer, value }: Place): boolean {
  return value.type === 'list' || sayNothing.has(splitPointer(pointer).at(-1) ?? '');
}

function isBound({ isShared, entry }: Place): boolean {
  return isShared || entry === null || entry.isMerged;
}
