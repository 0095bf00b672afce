import type { Edit, Plain } from '../../model/edit.ts';
import { joinPointer, parentOf, splitPointer } from '../../model/pointer.ts';
import type { Node, Span } from '../node.ts';
import { readPlain } from '../yaml/scalar.ts';
import { type EditableDocument, type EditRefusal, reasons } from './document.ts';
import { findPlace, holdsShared, type Place } from './place.ts';

/** An edit whose place is found and whose value is known. */
export type Step = { readonly pointer: string; readonly place: Place } & (
  | { readonly op: 'remove' }
  | { readonly op: 'replace'; readonly value: Plain }
  /** `place` is the member it comes after. */
  | { readonly op: 'add'; readonly key: string; readonly value: Plain }
  | { readonly op: 'rename'; readonly key: string }
  | { readonly op: 'respell'; readonly part: 'key' | 'value' }
  | { readonly op: 'remove-overridden'; readonly spans: readonly Span[] }
);

/** Finds the place of an edit, or says why it cannot be done there. */
export function findStep(edit: Edit, { root, shared }: EditableDocument): Step | EditRefusal {
  const { pointer } = edit;
  const place = findPlace(
    root,
    edit.op === 'add' ? joinPointer(parentOf(pointer), edit.after) : pointer,
    shared,
  );
  if (place === null) return reasons.absent;
  // These change no value, here or elsewhere.
  if (edit.op === 'respell') return { op: 'respell', pointer, place, part: edit.part };
  if (edit.op === 'remove-overridden') {
    return { op: edit.op, pointer, place, spans: listOverridden(place, pointer, edit.by) };
  }
  const takesAway = edit.op !== 'add' && edit.op !== 'rename' && holdsShared(place, shared);
  if (place.entry?.isMerged === true || takesAway) return reasons.shared;
  return edit.op === 'retype' ? retype(place, edit.type) : buildStep(edit, place);
}

function buildStep(
  edit: Exclude<Edit, { op: 'respell' | 'retype' | 'remove-overridden' }>,
  place: Place,
): Step | EditRefusal {
  const { pointer } = edit;
  if (edit.op === 'remove') return { op: 'remove', pointer, place };
  if (edit.op === 'replace') return { op: 'replace', pointer, place, value: edit.value };
  const key = edit.op === 'rename' ? edit.key : (splitPointer(pointer).at(-1) ?? '');
  if (place.parent.type !== 'map') return reasons.absent;
  if (place.parent.entries.has(key)) return reasons.taken;
  return edit.op === 'rename'
    ? { op: 'rename', pointer, place, key }
    : { op: 'add', pointer, place, key, value: edit.value };
}

/**
 * Finds the steps in what an alias shows elsewhere that leave it as it is there: the text has one place for all, so that only
 * the same step in each of them can be done.
 */
export function findPartial(steps: readonly Step[], { shared }: EditableDocument): Step[] {
  const bound = steps.filter(
    ({ op, place }) => place.isShared && op !== 'respell' && op !== 'remove-overridden',
  );
  const asked = new Map<Node, Map<string, Set<string>>>();
  for (const step of bound) {
    const { parent } = step.place;
    const inParent = asked.get(parent) ?? new Map<string, Set<string>>();
    asked.set(parent, inParent);
    const name = nameStep(step);
    inParent.set(name, (inParent.get(name) ?? new Set()).add(step.pointer));
  }
  return bound.filter((step) => {
    const { parent } = step.place;
    return (asked.get(parent)?.get(nameStep(step))?.size ?? 0) < shared.places(parent);
  });
}

/** Says what a step does to the map or list it is in. */
const nameStep = ({ pointer, place: _, ...does }: Step): string =>
  JSON.stringify([splitPointer(pointer).at(-1), does]);

/** The members that a later key, or a merge, has put out of force. */
export function listOverridden(
  { parent }: Place,
  pointer: string,
  by?: 'duplicate-key' | 'merge-overrides',
): Span[] {
  const key = splitPointer(pointer).at(-1);
  if (parent.type !== 'map') return [];
  return parent.clashes.flatMap((clash) =>
    clash.key === key && (by === undefined || clash.kind === by) ? [clash.overridden] : [],
  );
}

function retype(place: Place, type: 'boolean' | 'integer' | 'string'): Step | EditRefusal {
  const value = readAs(place.value, type);
  return value === null ? reasons.unclear : { op: 'replace', pointer: place.pointer, place, value };
}

/** What a scalar says when it is taken as another type; null when that is not plain. */
function readAs(node: Node, type: 'boolean' | 'integer' | 'string'): Plain | null {
  if (node.type === 'list' || node.type === 'map' || node.type === 'null') return null;
  if (type === 'string') return node.type === 'string' ? null : node.text;
  if (node.type !== 'string') return null;
  if (type === 'integer') return /^(?:0|-?[1-9][0-9]{0,14})$/.test(node.value) ? Number(node.value) : null;
  const reading = readPlain(node.value);
  return reading.type === 'boolean' && node.value.length > 1 ? reading.value : null;
}
