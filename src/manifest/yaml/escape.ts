import { addRefusal } from '../failure.ts';
import { failScan, type Scanner } from './scanner.ts';

/** Escapes that stand for one character. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** Digits of the escapes that give a code point. */
const escapeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Takes an escape of a scalar in double quotes and says what it means. */
export function takeEscape(scanner: Scanner): string {
  const at = scanner.pos;
  const letter = scanner.text.charAt(at + 1);
  scanner.pos += 2;
  const plain = escapes.get(letter);
  if (plain !== undefined) return plain;
  if (letter === '/') {
    addRefusal(scanner.refusals, at, 'The escape `\\/` is JSON; kubectl refuses it in YAML.');
    return '/';
  }
  const length = escapeLengths.get(letter);
  if (length === undefined) {
    failScan(scanner, at, 'A backslash in double quotes starts an escape that YAML does not define.');
    return '';
  }
  return takeCodePoint(scanner, at, length);
}

function takeCodePoint(scanner: Scanner, at: number, length: number): string {
  const digits = scanner.text.slice(scanner.pos, scanner.pos + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    failScan(scanner, at, `This escape needs ${length} hexadecimal digits.`);
    return '';
  }
  scanner.pos += length;
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) {
    failScan(scanner, at, 'This escape names a character beyond Unicode.');
    return '';
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    addRefusal(
      scanner.refusals,
      at,
      'An escaped surrogate (half a character) is JSON; kubectl refuses it in YAML.',
    );
  }
  return String.fromCodePoint(code);
}
