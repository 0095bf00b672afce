import { isBlank, isBreak } from './characters.ts';
import { peek, type Scanner, takeBreak } from './scanner.ts';

/**
 * Takes the blanks and line breaks between two words and says what they mean: blanks on one line stand for themselves,
 * one line break for a space, more for one less.
 */
export function takeFold(scanner: Scanner, afterBreak = false): string {
  const start = scanner.pos;
  let isFolding = afterBreak;
  let first = '';
  let rest = '';
  for (let code = peek(scanner); ; code = peek(scanner)) {
    if (isBlank(code)) scanner.pos += 1;
    else if (!isBreak(code)) break;
    else if (isFolding) rest += takeBreak(scanner);
    else {
      first = takeBreak(scanner);
      isFolding = true;
    }
  }
  if (!isFolding) return scanner.text.slice(start, scanner.pos);
  if (first !== '\n') return first + rest;
  return rest === '' ? ' ' : rest;
}
