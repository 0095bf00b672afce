import type { Span } from '../node.ts';
import {
  commentsIn,
  isFirstOnLine,
  isLastOnLine,
  type Layout,
  lineStart,
  skipBlanksBack,
  tokenAfter,
  tokenBefore,
} from './layout.ts';
import { removeLines } from './remove-lines.ts';
import type { TextChange } from './text-change.ts';

/**
 * Removes from between brackets: each with the comma behind it, those at the end together with the comma before them.
 *
 * @param spans In text order.
 * @returns null where a comment would be lost.
 */
export function removeFromFlow(spans: readonly Span[], layout: Layout): TextChange[] | null {
  const tail = spans.slice(findTail(spans, layout));
  const changes = spans
    .slice(0, spans.length - tail.length)
    .map(({ start, end }) => removePiece({ start, end: tokenAfter(layout, end) + 1 }, layout));
  const [first] = tail;
  if (first !== undefined)
    changes.push(removeTail({ start: first.start, end: tail.at(-1)?.end ?? 0 }, layout));
  return changes.includes(null) ? null : changes.flatMap((change) => change ?? []);
}

/** Index from which on everything up to the closing bracket goes, with no comma behind. */
function findTail(spans: readonly Span[], layout: Layout): number {
  let index = spans.length;
  let next: number | null = null;
  for (const { start, end } of spans.toReversed()) {
    const after: number = tokenAfter(layout, end);
    if (layout.text.charAt(after) === ',' && tokenAfter(layout, after + 1) !== next) break;
    next = start;
    index -= 1;
  }
  return index;
}

function removeTail(span: Span, layout: Layout): TextChange[] | null {
  const comma = tokenBefore(layout, span.start) - 1;
  if (layout.text.charAt(comma) !== ',') return removePiece(span, layout);
  if (lineStart(layout, comma) === lineStart(layout, span.start)) {
    return removeBetween({ start: comma, end: span.end }, layout);
  }
  const piece = removePiece(span, layout);
  return piece && [{ start: comma, end: comma + 1, text: '' }, ...piece];
}

/** Removes lines that hold nothing else, or what stands in a line together with the blanks before or behind it. */
function removePiece(span: Span, layout: Layout): TextChange[] | null {
  if (isFirstOnLine(layout, span.start) && isLastOnLine(layout, span.end)) return [removeLines(span, layout)];
  const next = tokenAfter(layout, span.end);
  return lineStart(layout, next) === lineStart(layout, span.end)
    ? removeBetween({ start: span.start, end: next }, layout)
    : removeBetween({ start: skipBlanksBack(layout, span.start), end: span.end }, layout);
}

/** Removes a part of a line, or of several, that has no comment in it. */
function removeBetween(span: Span, layout: Layout): TextChange[] | null {
  return commentsIn(layout, span).length === 0 ? [{ ...span, text: '' }] : null;
}
