import type { Range } from '../model/report.ts';
import { countWhile } from './count-while.ts';
import type { Span } from './node.ts';

/** Offset of the first character of each line. */
export type Lines = readonly number[];

/** Lists where lines start: after LF, CR LF, or a CR alone. A byte order mark is not counted as a character of line 1. */
export function listLines(text: string): Lines {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  const lineBreak = /\r\n?|\n/g;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return starts;
}

/** Turns offsets into lines and columns from 1. */
export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

function toPosition(lines: Lines, offset: number): Range['start'] {
  const line = Math.max(
    countWhile(lines.length, (index) => (lines[index] ?? 0) <= offset),
    1,
  );
  return { line, column: Math.max(offset - (lines[line - 1] ?? 0), 0) + 1 };
}
