/** Tests of UTF-16 code units, as libyaml groups characters. `NaN` is what `charCodeAt` gives past the end. */

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBreak(code: number): boolean {
  return (
    code === LINE_FEED ||
    code === CARRIAGE_RETURN ||
    code === NEXT_LINE ||
    code === LINE_SEPARATOR ||
    code === PARAGRAPH_SEPARATOR
  );
}

/** A line break or the end of the text. */
export function isLineEnd(code: number): boolean {
  return isBreak(code) || Number.isNaN(code);
}

/** A blank, a line break or the end of the text. */
export function isSpace(code: number): boolean {
  return code > SPACE && code < NEXT_LINE ? false : isBlank(code) || isLineEnd(code);
}

/** What may stand in the name of an anchor or the handle of a tag: letters, digits, `_`, `-`. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}

/** Length in code units of the line break at `pos`: CR LF is one break, and so is CR CR LF once kubectl cut the line. */
export function breakLength(text: string, pos: number): number {
  if (text.charCodeAt(pos) !== CARRIAGE_RETURN) return 1;
  if (text.charCodeAt(pos + 1) === LINE_FEED) return 2;
  return text.startsWith('\r\r\n', pos) ? 3 : 1;
}

/** What a line break means in a value: itself for the two Unicode separators, a line feed for all others. */
export function breakMeaning(code: number): string {
  return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
}
