import { isSpace } from './characters.ts';
import {
  checkDepth,
  dropKey,
  failMissingColon,
  isStillKey,
  openBlock,
  pushIndent,
  scanAsKey,
  takeKey,
} from './keys.ts';
import { addToken, failScan, inFlow, peek, type Scanner, type TokenKind } from './scanner.ts';

export function scanOpening(scanner: Scanner, kind: '[' | '{'): void {
  scanAsKey(scanner, () => {
    scanner.keys.push(null);
    checkDepth(scanner);
    scanIndicator(scanner, kind, true);
  });
}

export function scanClosing(scanner: Scanner, kind: ']' | '}'): void {
  dropKey(scanner);
  if (inFlow(scanner)) scanner.keys.pop();
  scanIndicator(scanner, kind, false);
}

export function scanComma(scanner: Scanner): void {
  dropKey(scanner);
  scanIndicator(scanner, ',', true);
}

/** Scans the `-` of an item, and says whether it is one. */
export function scanEntry(scanner: Scanner): boolean {
  if (!isSpace(peek(scanner, 1))) return false;
  if (!inFlow(scanner)) {
    if (!scanner.keyAllowed)
      failScan(scanner, scanner.pos, 'A list cannot start here: put it on a line of its own.');
    openBlock(scanner, 'block-list');
  }
  dropKey(scanner);
  scanIndicator(scanner, '-', true);
  return true;
}

/** Scans the `?` of a key, and says whether it is one. */
export function scanKey(scanner: Scanner): boolean {
  if (!inFlow(scanner)) {
    if (!isSpace(peek(scanner, 1))) return false;
    if (!scanner.keyAllowed)
      failScan(scanner, scanner.pos, 'A key cannot start here: put it on a line of its own.');
    openBlock(scanner, 'block-map');
  }
  dropKey(scanner);
  scanIndicator(scanner, '?', !inFlow(scanner));
  return true;
}

/** Scans the `:` before a value, and says whether it is one. What was remembered as a possible key becomes one. */
export function scanValue(scanner: Scanner): boolean {
  if (!inFlow(scanner) && !isSpace(peek(scanner, 1))) return false;
  const key = takeKey(scanner);
  if (key?.token && isStillKey(scanner, key)) {
    key.token.isKey = true;
    key.token.opensMap = pushIndent(scanner, key.start - key.lineStart);
    scanIndicator(scanner, ':', false);
    return true;
  }
  if (key?.isRequired) failMissingColon(scanner, key);
  if (!inFlow(scanner)) {
    if (!scanner.keyAllowed) failScan(scanner, scanner.pos, misplacedValue);
    openBlock(scanner, 'block-map');
  }
  scanIndicator(scanner, ':', !inFlow(scanner));
  return true;
}

const misplacedValue =
  'A `:` stands where no key can be: the value may need quotes, or the indentation is off.';

function scanIndicator(scanner: Scanner, kind: TokenKind, keyAllowed: boolean): void {
  scanner.pos += 1;
  scanner.keyAllowed = keyAllowed;
  addToken(scanner, kind, scanner.pos - 1);
}
