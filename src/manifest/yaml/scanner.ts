import type { Failure, Refusal } from '../failure.ts';
import { breakLength, breakMeaning, isSpace } from './characters.ts';

/** A token of YAML. Punctuation is named by its character; `?` and `:` also stand for keys without an indicator. */
export type TokenKind =
  | 'scalar'
  | 'alias'
  | 'anchor'
  | 'tag'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'block-list'
  | 'block-map'
  | 'block-end'
  | 'end';

export type Style = 'plain' | 'quoted' | 'block';

export type Token = {
  readonly kind: TokenKind;
  /** Where it stands in the text: code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What a scalar says, the name of an alias or anchor, the full form of a tag. */
  readonly text: string;
  readonly style: Style;
  /** Set while a `:` may still show that a key without `?` starts here. */
  key: PossibleKey | null;
  /** Set when it did: the token counts as `?` and then as itself. */
  isKey: boolean;
  /** Set with `isKey` when that key is the first of a block map: the token first counts as `block-map`. */
  opensMap: boolean;
};

/** A place where a key without `?` may have started. */
export type PossibleKey = {
  /** Its first token, once that is read. */
  token: Token | null;
  readonly start: number;
  readonly lineStart: number;
  /** In a block map at its indentation there can be nothing but a key. */
  readonly isRequired: boolean;
};

/** The state of reading a text into tokens. */
export type Scanner = {
  readonly text: string;
  /** Tokens read and not yet taken: those from `head` on. */
  readonly tokens: Token[];
  head: number;
  /** Whether a `---` or the first token is read, and the last. */
  isBegun: boolean;
  isEnded: boolean;
  pos: number;
  /** Offset of the first character of the line `pos` is on. */
  lineStart: number;
  /** Column of the innermost block, -1 outside of all; `indents` holds those around it. */
  indent: number;
  readonly indents: number[];
  /** The possible key of the block context and of each open bracket. Brackets are open when there is more than one. */
  readonly keys: (PossibleKey | null)[];
  /** Whether a key without `?`, or an entry of a block, may start at `pos`. */
  keyAllowed: boolean;
  /** The first thing that is wrong; no token comes after it. */
  failure: Failure | null;
  readonly refusals: Refusal[];
};

/** Starts at the first character. A byte order mark before it is no part of the document; anywhere else it is text. */
export function openScanner(text: string): Scanner {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return {
    text,
    tokens: [],
    head: 0,
    isBegun: false,
    isEnded: false,
    pos: start,
    lineStart: start,
    indent: -1,
    indents: [],
    keys: [null],
    keyAllowed: true,
    failure: null,
    refusals: [],
  };
}

export const tabDetail = 'A tab stands where YAML wants spaces for indentation.';

export function column(scanner: Scanner): number {
  return scanner.pos - scanner.lineStart;
}

/** Code unit `ahead` characters after the current one, `NaN` past the end. */
export function peek(scanner: Scanner, ahead = 0): number {
  return scanner.text.charCodeAt(scanner.pos + ahead);
}

export function inFlow(scanner: Scanner): boolean {
  return scanner.keys.length > 1;
}

/** Steps over the line break at the current place and says what it means in a value. */
export function takeBreak(scanner: Scanner): string {
  const meaning = breakMeaning(peek(scanner));
  scanner.pos += breakLength(scanner.text, scanner.pos);
  scanner.lineStart = scanner.pos;
  return meaning;
}

/** Says whether a line `---` or `...`, which ends a document, starts at the current place. */
export function isAtDocumentMark(scanner: Scanner): boolean {
  const { text, pos, lineStart } = scanner;
  return (
    pos === lineStart &&
    (text.startsWith('---', pos) || text.startsWith('...', pos)) &&
    isSpace(text.charCodeAt(pos + 3))
  );
}

/** Adds a token that ends at the current place, or at `end`. */
export function addToken(
  scanner: Scanner,
  kind: TokenKind,
  start: number,
  text = '',
  style: Style = 'plain',
  end = scanner.pos,
): void {
  scanner.tokens.push({ kind, start, end, text, style, key: null, isKey: false, opensMap: false });
}

/** Ends the scan. The first failure counts: it is the one to fix first. */
export function failScan(scanner: Scanner, at: number, detail: string): void {
  scanner.failure ??= { code: 'YAML_SYNTAX', detail, at };
}
