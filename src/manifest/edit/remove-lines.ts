import type { Span } from '../node.ts';
import { commentsIn, type Layout, lineEnd, lineStart, nextLine } from './layout.ts';
import type { TextChange } from './text-change.ts';

/** Removes whole lines. The comments in them and behind stay, at the indentation of the first line. */
export function removeLines({ start: from, end: to }: Span, layout: Layout): TextChange {
  const { text } = layout;
  const start = lineStart(layout, from);
  const indent = text.slice(start, from);
  const kept = readComments({ start, end: lineEnd(layout, to) }, layout).map((comment) => indent + comment);
  const end = nextLine(layout, to);
  const isUnended = end === lineEnd(layout, to);
  if (!isUnended) return { start, end, text: kept.map((line) => line + layout.lineBreak).join('') };
  // A text without a line break at its end keeps to that.
  if (kept.length > 0) return { start, end, text: kept.join(layout.lineBreak) };
  return { start: start === 0 ? 0 : lineEnd(layout, lineStart(layout, start - 1)), end, text: '' };
}

/** The comments in a part of the text, as written. */
export function readComments(span: Span, layout: Layout): string[] {
  return commentsIn(layout, span).map(({ start, end }) => layout.text.slice(start, end));
}
