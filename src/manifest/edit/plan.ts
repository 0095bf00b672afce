import type { Edit } from '../../model/edit.ts';
import type { PatchOperation } from '../../model/fix.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Span } from '../node.ts';
import { type EditableDocument, type EditRefusal, reasons } from './document.ts';
import { followEdits, type Moves } from './follow.ts';
import { toPatch } from './patch.ts';
import { removeChildren } from './remove.ts';
import { addMember, renameMember, replaceValue, respell } from './rewrite.ts';
import { countChildren, settleSteps } from './settle.ts';
import { findPartial, findStep, listOverridden, type Step } from './step.ts';
import { orderChanges, type TextChange } from './text-change.ts';

/** What edits come to: in the text, in the values, and for what stays. */
export type Plan = Moves & {
  readonly ok: true;
  /** In text order. */
  readonly changes: readonly TextChange[];
  /** Empty when no value changes. */
  readonly patch: readonly PatchOperation[];
};

export type PlanResult = Plan | Refused;

type Refused = {
  readonly ok: false;
  readonly reason: EditRefusal;
  /** Where the edits at fault stand; empty when it is not known which they are. */
  readonly pointers: ReadonlySet<string>;
};

/**
 * Works out what edits of one document come to. All of them are done or none: the first that cannot be done says why.
 *
 * What would change more than was asked is refused: a place that an alias shows elsewhere, unless the same is asked for there,
 * and one that a merge does. Comments are kept.
 * Linear in the edits and in what they remove.
 */
export function planEdits(edits: readonly Edit[], document: EditableDocument): PlanResult {
  const found: Step[] = [];
  for (const edit of edits) {
    const step = findStep(edit, document);
    if (typeof step === 'string') return refuse(step, [edit]);
    found.push(step);
  }
  const partial = findPartial(found, document);
  if (partial.length > 0) return refuse(reasons.shared, partial);
  const steps = settleSteps(found, document);
  if (steps === null) return refuse(reasons.conflict);
  const changes = changeText(steps, document);
  if (changes === null) return refuse(reasons.layout);
  const ordered = orderChanges(changes);
  if (ordered === null) return refuse(reasons.conflict);
  return { ok: true, changes: ordered, patch: toPatch(steps), ...followEdits(steps) };
}

const refuse = (reason: EditRefusal, at: readonly { readonly pointer: string }[] = []): Refused => ({
  ok: false,
  reason,
  pointers: new Set(at.map(({ pointer }) => pointer)),
});

function changeText(steps: readonly Step[], document: EditableDocument): TextChange[] | null {
  const changes: TextChange[] = [];
  for (const step of steps) {
    const change = rewrite(step, document);
    if (change === null) return null;
    if (change !== undefined) changes.push(change);
  }
  const removals = steps.filter(({ op }) => op.startsWith('remove'));
  for (const group of groupBy(removals, ({ place }) => place.parent).values()) {
    const removed = removeGroup(group, document);
    if (removed === null) return null;
    changes.push(...removed);
  }
  return changes;
}

/** Undefined for what is removed, which is looked at together with its neighbours. */
function rewrite(step: Step, { layout }: EditableDocument): TextChange | null | undefined {
  switch (step.op) {
    case 'replace':
      return replaceValue(step, layout);
    case 'rename':
      return renameMember(step, layout);
    case 'respell':
      return respell(step);
    case 'add':
      return addMember(step, layout);
    default:
      return undefined;
  }
}

/** Removes what goes from each map and list at once, because commas and dashes depend on what is left. */
function removeGroup(steps: readonly [Step, ...Step[]], { layout }: EditableDocument): TextChange[] | null {
  const spans = new Map<number, Span>();
  for (const step of steps) {
    const { place } = step;
    const overridden = step.op === 'remove-overridden' ? step.spans : listOverridden(place, step.pointer);
    for (const span of step.op === 'remove' ? [place.item, ...overridden] : overridden)
      spans.set(span.start, span);
  }
  const inOrder = [...spans.values()].sort((a, b) => a.start - b.start);
  const [
    {
      place: { parent },
    },
  ] = steps;
  const removed = new Set(steps.flatMap(({ op, place: { item } }) => (op === 'remove' ? [item] : [])));
  const isEmptied = removed.size === countChildren(parent);
  return removeChildren(parent, inOrder, isEmptied, layout);
}
