import type { Position } from '../../model/report.ts';
import type { Severity } from '../../model/vocabulary.ts';

/**
 * A report as people read it, before it is Markdown, plain text or HTML: what is said stands in this folder once, how it is
 * written in the folder of each format. Nothing here is escaped; every format escapes all of it.
 */
export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly line: Line }
  | { readonly type: 'paragraph'; readonly line: Line }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly type: 'list'; readonly items: readonly Line[] };

export type Line = readonly Span[];

/** A piece of a line. A string is text as it stands. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: Line }
  | { readonly em: string }
  /** A picture before the words that say the same; `says` stands for it where they do not. */
  | { readonly sign: string; readonly says?: string }
  | { readonly severity: Severity }
  | { readonly place: Position };

export const paragraph = (...line: Line): Block => ({ type: 'paragraph', line });
export const heading = (level: 2 | 3, ...line: Line): Block => ({ type: 'heading', level, line });
export const list = (items: readonly Line[]): Block => ({ type: 'list', items });
export const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Block => ({
  type: 'table',
  head,
  rows,
});

/** Lists things in a sentence: six of them, the others counted. */
export function listLines(things: readonly Line[]): Line {
  const shown = things.slice(0, 6);
  const more = things.length - shown.length;
  return shown
    .flatMap((line, i): Line => {
      if (i === 0) return line;
      return [more === 0 && i === shown.length - 1 ? ' and ' : ', ', ...line];
    })
    .concat(more > 0 ? [` and ${more} more`] : []);
}

/** Lists names as code. */
export const nameList = (names: readonly string[]): Line => listLines(names.map((code) => [{ code }]));

/** Puts a piece between every two lines and makes one line of them. */
export const joinLines = (lines: readonly Line[], between: string): Line =>
  lines.flatMap((line, i) => (i === 0 ? line : [between, ...line]));
