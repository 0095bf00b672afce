import { countWhile } from '../count-while.ts';
import type { Span } from '../node.ts';
import type { Source } from '../read-text.ts';
import { isBlank, isBreak, isSpace } from '../yaml/characters.ts';
import { listComments } from './comments.ts';

/** A text and where its lines start. */
export type Page = {
  readonly text: string;
  /** Offset of the first character of each line, after any line break that YAML knows. */
  readonly lines: readonly number[];
  /** The line break of the text, for lines that are added. */
  readonly lineBreak: string;
};

/** The text around the values of one document. */
export type Layout = Page & {
  readonly syntax: Source['syntax'];
  /** In text order. */
  readonly comments: readonly Span[];
};

export function openPage(text: string): Page {
  const lines = [text.startsWith('\ufeff') ? 1 : 0];
  const lineBreak = /\r{0,2}\n|[\r\x85\u2028\u2029]/g;
  while (lineBreak.test(text)) lines.push(lineBreak.lastIndex);
  return { text, lines, lineBreak: /\r\n|\n/.exec(text)?.[0] ?? '\n' };
}

export function openLayout(page: Page, { syntax, whole }: Source): Layout {
  return { ...page, syntax, comments: syntax === 'json' ? [] : listComments(page.text, whole) };
}

/** Offset of the next character that is neither blank nor in a comment. */
export function tokenAfter({ text, comments }: Layout, from: number): number {
  let pos = from;
  for (let next = firstFrom(comments, from); ; next += 1) {
    while (pos < text.length && isSpace(text.charCodeAt(pos))) pos += 1;
    const comment = comments[next];
    if (comment === undefined || comment.start !== pos) return pos;
    pos = comment.end;
  }
}

/** Offset where the last thing before that is neither blank nor a comment ends. */
export function tokenBefore({ text, comments }: Layout, from: number): number {
  let pos = from;
  for (let last = firstFrom(comments, from) - 1; ; last -= 1) {
    while (pos > 0 && isSpace(text.charCodeAt(pos - 1))) pos -= 1;
    const comment = comments[last];
    if (comment === undefined || comment.end < pos || comment.start >= pos) return pos;
    pos = comment.start;
  }
}

/** The comments that start in a part of the text. */
export function commentsIn({ comments }: Layout, { start, end }: Span): readonly Span[] {
  return comments.slice(firstFrom(comments, start), firstFrom(comments, end));
}

/** Index of the first comment that starts at an offset or later. */
function firstFrom(comments: readonly Span[], offset: number): number {
  return countWhile(comments.length, (index) => (comments[index]?.start ?? 0) < offset);
}

/** Offset of the first character of the line an offset is on. A byte order mark is no part of it. */
export function lineStart({ lines }: Layout, offset: number): number {
  return lines[countWhile(lines.length, (index) => (lines[index] ?? 0) <= offset) - 1] ?? 0;
}

/** Offset of the first character of the next line, or of the end of the text. */
export function nextLine({ lines, text }: Layout, offset: number): number {
  return lines[countWhile(lines.length, (index) => (lines[index] ?? 0) <= offset)] ?? text.length;
}

/** Offset of the line break that ends the line an offset is on, or of the end of the text. */
export function lineEnd(layout: Layout, offset: number): number {
  let pos = nextLine(layout, offset);
  while (pos > offset && isBreak(layout.text.charCodeAt(pos - 1))) pos -= 1;
  return pos;
}

/** Says whether there are only blanks before an offset on its line. */
export function isFirstOnLine(layout: Layout, offset: number): boolean {
  return skipBlanksBack(layout, offset) <= lineStart(layout, offset);
}

/** Says whether there are only blanks and a comment from an offset to the end of its line. */
export function isLastOnLine(layout: Layout, offset: number): boolean {
  const after = tokenAfter(layout, offset);
  return after === layout.text.length || after > lineEnd(layout, offset);
}

/** Where the blanks before an offset begin. */
export function skipBlanksBack({ text }: Layout, offset: number): number {
  let pos = offset;
  while (pos > 0 && isBlank(text.charCodeAt(pos - 1))) pos -= 1;
  return pos;
}
