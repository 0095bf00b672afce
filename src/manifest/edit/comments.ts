import type { Span } from '../node.ts';
import { takeToken } from '../yaml/scan.ts';
import { openScanner, type Token } from '../yaml/scanner.ts';

/**
 * Lists the comments of a YAML document, each from its `#` to the end of its line, in text order.
 *
 * Between two tokens there is nothing but blanks, line breaks and comments, so that a `#` there starts one; and a block
 * scalar may have one on its first line. Linear.
 *
 * @param whole The part of the text that was read as the document.
 */
export function listComments(text: string, whole: Span): Span[] {
  const cut = `${text.slice(whole.start, whole.end)}\n`;
  const comments: Span[] = [];
  const add = (start: number, end: number) => {
    comments.push({ start: whole.start + start, end: whole.start + end });
  };
  const scanner = openScanner(cut);
  let from = scanner.pos;
  for (let token = takeToken(scanner); token !== undefined; token = takeToken(scanner)) {
    addBetween(cut, from, token.start, add);
    const header = headerComment(cut, token);
    if (header !== null) add(header.start, header.end);
    from = Math.max(from, token.end);
  }
  addBetween(cut, from, cut.length, add);
  return comments;
}

type Add = (start: number, end: number) => void;

function addBetween(text: string, from: number, to: number, add: Add): void {
  // A search in the whole text would look far beyond the gap.
  for (const { index, 0: comment } of text.slice(from, to).matchAll(/#[^\r\n\x85\u2028\u2029]*/g)) {
    add(from + index, from + index + comment.length);
  }
}

function headerComment(text: string, { style, start }: Token): Span | null {
  if (style !== 'block') return null;
  const header = /[|>][-+0-9]*[ \t]*(#[^\r\n\x85\u2028\u2029]*)?/y;
  header.lastIndex = start;
  const [, comment] = header.exec(text) ?? [];
  return comment === undefined ? null : { start: header.lastIndex - comment.length, end: header.lastIndex };
}
