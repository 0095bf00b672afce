import type { Span } from '../node.ts';
import { nameKey, readInteger } from '../yaml/scalar.ts';
import { commentsIn, isFirstOnLine, type Layout, lineEnd, lineStart, tokenAfter } from './layout.ts';
import type { Place } from './place.ts';
import { printScalar } from './print-scalar.ts';
import type { Step } from './step.ts';
import type { TextChange } from './text-change.ts';

type Of<Op extends Step['op']> = Extract<Step, { readonly op: Op }>;

/** Writes a scalar in the place of a value, with its anchor and tag. @returns null where the layout does not allow it. */
export function replaceValue({ place, value }: Of<'replace'>, layout: Layout): TextChange | null {
  const start = valueStart(place, layout);
  const { end } = place.item;
  if (start === null || start >= end) return null;
  const { value: before } = place;
  const scalar = before.type === 'list' || before.type === 'map' ? null : before;
  const text = printScalar(value, scalar, layout);
  const comments = commentsIn(layout, { start, end });
  if (comments.length === 0) return { start, end, text };
  const [comment] = comments;
  if (scalar?.style !== 'block' || comment === undefined || comments.length > 1) return null;
  return { start, end, text: `${text} ${layout.text.slice(comment.start, comment.end)}` };
}

/** Where the value of a member or item starts, with its anchor and tag; null when its key is written in another way. */
function valueStart({ entry, item }: Place, layout: Layout): number | null {
  if (entry === null) return item.start;
  const colon = tokenAfter(layout, entry.key.end);
  return layout.text.charAt(colon) === ':' ? tokenAfter(layout, colon + 1) : null;
}

export function renameMember({ place: { entry }, key }: Of<'rename'>, layout: Layout): TextChange | null {
  if (entry === null || entry.key.style === 'block') return null;
  return { start: entry.key.start, end: entry.key.end, text: printScalar(key, entry.key, layout) };
}

/** Writes a plain boolean or octal as every reader reads it; a key as the text it stands for. */
export function respell({ place, part }: Of<'respell'>): TextChange | null {
  const scalar = part === 'key' ? place.entry?.key : place.value;
  if (scalar === undefined || scalar.type === 'list' || scalar.type === 'map' || scalar.style !== 'plain')
    return null;
  const { start, end } = scalar;
  if (part === 'key') return { start, end, text: JSON.stringify(nameKey(scalar)) };
  if (scalar.type === 'boolean') return { start, end, text: String(scalar.value) };
  const integer = scalar.type === 'integer' ? readInteger(scalar.text) : null;
  return integer === null ? null : { start, end, text: String(integer) };
}

/** Adds a member after another: on a line of its own where that one has one, else behind a comma. */
export function addMember({ place, key, value }: Of<'add'>, layout: Layout): TextChange | null {
  const { entry, parent } = place;
  if (entry === null) return null;
  const isFlow = layout.text.charAt(parent.start) === '{';
  const quoted =
    layout.syntax === 'json' ? JSON.stringify(key) : printScalar(key, isFlow ? entry.key : null, layout);
  const added = `${quoted}: ${printScalar(value, null, layout)}`;
  if (!isFlow) {
    const at = lineEnd(layout, entry.end);
    return { start: at, end: at, text: `${layout.lineBreak}${indentOf(entry, layout)}${added}` };
  }
  const gap = isFirstOnLine(layout, entry.start) ? `${layout.lineBreak}${indentOf(entry, layout)}` : ' ';
  return { start: entry.end, end: entry.end, text: `,${gap}${added}` };
}

/** Blanks as wide as what stands before a member on its line, which may be very long in JSON. */
const indentOf = ({ start }: Span, layout: Layout): string =>
  layout.text.slice(lineStart(layout, start), start).replace(/[^ \t]/g, ' ');
