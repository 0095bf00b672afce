import { isBreak, isSpace } from './characters.ts';
import { takeEscape } from './escape.ts';
import { takeFold } from './fold.ts';
import { addToken, failScan, isAtDocumentMark, peek, type Scanner, takeBreak } from './scanner.ts';

/** Scans a scalar in single or double quotes. Line breaks inside fold as in plain text. */
export function scanQuoted(scanner: Scanner): void {
  const start = scanner.pos;
  const quote = scanner.text.charAt(start);
  scanner.pos += 1;
  let value = '';
  while (scanner.failure === null) {
    if (isAtDocumentMark(scanner))
      failScan(scanner, scanner.pos, 'A document separator stands inside a quoted value.');
    if (Number.isNaN(peek(scanner))) failScan(scanner, start, 'The quote that closes this value is missing.');
    const word = quote === '"' ? takeDoubleQuoted(scanner) : takeSingleQuoted(scanner);
    value += word.text;
    if (scanner.text.charAt(scanner.pos) === quote) break;
    value += takeFold(scanner, word.escapedBreak);
  }
  scanner.pos += 1;
  addToken(scanner, 'scalar', start, value, 'quoted');
}

/** A run without blanks, and whether it ended in a backslash at the end of its line. */
type Word = { readonly text: string; readonly escapedBreak: boolean };

function takeSingleQuoted(scanner: Scanner): Word {
  const { text } = scanner;
  let from = scanner.pos;
  let value = '';
  for (let code = peek(scanner); !isSpace(code); code = peek(scanner)) {
    if (code === 0x27) {
      if (peek(scanner, 1) !== 0x27) break;
      value += text.slice(from, scanner.pos + 1);
      scanner.pos += 2;
      from = scanner.pos;
    } else scanner.pos += 1;
  }
  return { text: value + text.slice(from, scanner.pos), escapedBreak: false };
}

function takeDoubleQuoted(scanner: Scanner): Word {
  const { text } = scanner;
  let from = scanner.pos;
  let value = '';
  for (let code = peek(scanner); !isSpace(code) && code !== 0x22; code = peek(scanner)) {
    if (code !== 0x5c) {
      scanner.pos += 1;
      continue;
    }
    value += text.slice(from, scanner.pos);
    if (isBreak(peek(scanner, 1))) {
      scanner.pos += 1;
      takeBreak(scanner);
      return { text: value, escapedBreak: true };
    }
    value += takeEscape(scanner);
    from = scanner.pos;
  }
  return { text: value + text.slice(from, scanner.pos), escapedBreak: false };
}
