import { addRefusal } from '../failure.ts';
import { isBreak, isLineEnd } from './characters.ts';
import { failScan, inFlow, isAtDocumentMark, peek, type Scanner, takeBreak } from './scanner.ts';

/**
 * Steps to the next token over all that says nothing, and says whether there is one before the document ends: at `...`,
 * at a second `---`, or at a directive after content.
 */
export function skipToToken(scanner: Scanner): boolean {
  skipSpace(scanner);
  while (!scanner.isBegun && skipsPrologue(scanner)) skipSpace(scanner);
  if (Number.isNaN(peek(scanner))) return false;
  if (scanner.pos !== scanner.lineStart) return true;
  if (isAtDocumentMark(scanner)) return false;
  if (peek(scanner) !== 0x25) return true;
  directive.lastIndex = scanner.pos;
  if (!directive.test(scanner.text)) addRefusal(scanner.refusals, scanner.pos, directiveDetail);
  return false;
}

/** A directive that libyaml knows. After content it only ends the document. */
const directive =
  /%(?:YAML[ \t]+\d{1,2}\.\d{1,2}|TAG[ \t]+!(?:[-\w]*!)?[ \t]+[^\s#]+(?=\s))[ \t]*(?:#.*)?$/my;
const directiveDetail = 'A directive (a line that starts with `%`) stands here; kubectl refuses it.';

/** Steps over a directive or `---` before the first token. */
function skipsPrologue(scanner: Scanner): boolean {
  const { text, pos, lineStart } = scanner;
  if (pos !== lineStart) return false;
  if (text.charAt(pos) === '%') {
    addRefusal(scanner.refusals, pos, directiveDetail);
    skipLine(scanner);
    return true;
  }
  if (!isAtDocumentMark(scanner)) return false;
  if (text.charAt(pos) === '.') failScan(scanner, pos, 'The document ends here before it says anything.');
  scanner.pos += 3;
  scanner.keyAllowed = false;
  scanner.isBegun = true;
  return true;
}

/** Steps over blanks, comments and line breaks. A tab counts as a blank only where no block can start. */
function skipSpace(scanner: Scanner): void {
  for (;;) {
    let code = peek(scanner);
    const tabsCount = !scanner.keyAllowed || inFlow(scanner);
    while (code === 0x20 || (code === 0x09 && tabsCount)) {
      scanner.pos += 1;
      code = peek(scanner);
    }
    if (code === 0x23) {
      skipLine(scanner);
      code = peek(scanner);
    }
    if (!isBreak(code)) return;
    takeBreak(scanner);
    if (!inFlow(scanner)) scanner.keyAllowed = true;
  }
}

function skipLine(scanner: Scanner): void {
  while (!isLineEnd(peek(scanner))) scanner.pos += 1;
}
