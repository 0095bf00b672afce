import type { Failure } from './failure.ts';

/** A piece of a manifest between two separators, with something in it besides comments. */
export type Chunk = {
  /** A separator with nothing before it belongs to the piece; `content` is where the rest starts. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
  /** Set when kubectl refuses the separator before it. */
  readonly failure: Failure | null;
};

/**
 * Splits a manifest where kubectl does: at every line that starts with `---`, before YAML is read, so also inside a block
 * scalar. After `---` only blanks and a comment may stand; a chunk after any other such line carries a failure.
 *
 * Pieces with nothing but blanks and comments are left out. Linear.
 *
 * @see k8s.io/apimachinery pkg/util/yaml/decoder.go, (*YAMLReader).Read
 */
export function splitDocuments(text: string, from = 0): Chunk[] {
  const chunks: Chunk[] = [];
  let failure: Failure | null = null;
  for (let start = from; ; ) {
    const content: number = failure === null && isSeparator(text, start) ? start + 3 : start;
    const at = findSeparator(text, content);
    const end = at ?? text.length;
    if (failure !== null || hasContent(text, content, end)) chunks.push({ start, content, end, failure });
    if (at === null) return chunks;
    failure = isSeparator(text, at) ? null : { code: 'YAML_SYNTAX', detail: badSeparator, at };
    start = endOfLine(text, at);
  }
}

const badSeparator = 'After the document separator `---` only a comment may stand on the line.';

/** Says whether a line is `---` with nothing but a comment after it. */
function isSeparator(text: string, at: number): boolean {
  if (!text.startsWith('---', at)) return false;
  const after = text.slice(at + 3, endOfLine(text, at)).trim();
  return after === '' || after.startsWith('#');
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

/** Offset of the next line that starts with `---`. Only a line feed starts a line here. `from` starts one. */
function findSeparator(text: string, from: number): number | null {
  if (text.startsWith('---', from)) return from;
  const at = text.indexOf('\n---', from);
  return at < 0 ? null : at + 1;
}

/** Says whether there is anything but blanks and comments. */
function hasContent(text: string, start: number, end: number): boolean {
  const blanks = /[ \t\r\n\ufeff\x85\u2028\u2029]*/y;
  const comment = /#[^\r\n\x85\u2028\u2029]*/y;
  blanks.lastIndex = start;
  for (;;) {
    blanks.test(text);
    comment.lastIndex = blanks.lastIndex;
    if (!comment.test(text)) return blanks.lastIndex < end;
    blanks.lastIndex = comment.lastIndex;
  }
}
