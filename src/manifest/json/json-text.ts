import type { Failure } from '../failure.ts';

/** The state of reading JSON. A failure moves it to the end of the text, where everything ends. */
export type Parser = { readonly text: string; pos: number; depth: number; failure: Failure | null };

/** Notes what is wrong; the first counts. */
export function fail(parser: Parser, detail: string, at = parser.pos): void {
  parser.failure ??= { code: 'YAML_SYNTAX', detail, at };
  parser.pos = parser.text.length;
}

/** Offset of the next character that is no blank of JSON. */
export function skipJsonSpace(text: string, from: number): number {
  let pos = from;
  while (text.charAt(pos) !== '' && ' \t\r\n'.includes(text.charAt(pos))) pos += 1;
  return pos;
}

/** Takes a character with the blanks around it, if it is next. */
export function takes(parser: Parser, char: string): boolean {
  parser.pos = skipJsonSpace(parser.text, parser.pos);
  if (parser.text.charAt(parser.pos) !== char) return false;
  parser.pos += 1;
  return true;
}

/** Takes what a sticky pattern matches at the current place, null if it does not. */
export function takeMatch(parser: Parser, pattern: RegExp): string | null {
  pattern.lastIndex = parser.pos;
  const match = pattern.exec(parser.text)?.[0] ?? null;
  if (match !== null) parser.pos += match.length;
  return match;
}

/** Takes a string in double quotes and says what it means; half of a pair of surrogates becomes U+FFFD, as in Go. */
export function takeString(parser: Parser): string {
  const start = parser.pos;
  let end = start + 1;
  for (let code = parser.text.charCodeAt(end); code !== 0x22; code = parser.text.charCodeAt(end)) {
    if (!(code >= 0x20)) {
      fail(parser, 'A string is not closed on its line, or holds a control character.', start);
      return '';
    }
    end += code === 0x5c ? 2 : 1;
  }
  parser.pos = end + 1;
  const written = parser.text.slice(start, end + 1);
  if (!written.includes('\\')) return written.slice(1, -1);
  if (/\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(written.replaceAll('\\\\', ''))) {
    fail(parser, 'A backslash in a string starts an escape that JSON does not define.', start);
    return '';
  }
  return String(JSON.parse(written)).replace(/[\ud800-\udfff]/gu, '\ufffd');
}
