import { scanClosing, scanComma, scanEntry, scanKey, scanOpening, scanValue } from './indicators.ts';
import { closeBlocks, dropKey, failMissingColon, isStillKey, scanAsKey } from './keys.ts';
import { scanBlock } from './scan-block.ts';
import { scanPlain } from './scan-plain.ts';
import { scanQuoted } from './scan-quoted.ts';
import { scanName, scanTag } from './scan-tag.ts';
import { addToken, column, failScan, inFlow, type Scanner, type Token, tabDetail } from './scanner.ts';
import { skipToToken } from './skip.ts';

/**
 * Takes the next token of a document, undefined after the last, which is `end`, and after a failure.
 *
 * A document ends at `...`, at a second `---` or at a directive after content; what follows is not read, as kubectl does
 * not read it either. A token is given out once it is known whether a key starts there. No recursion, linear in the
 * length of the text; brackets and blocks nest no deeper than `limits.nestingDepth`.
 *
 * @see go.yaml.in/yaml/v2 scannerc.go (libyaml's scanner), which kubectl reads with: keys without `?` stand on one line of
 * at most 1,024 characters, tabs do not indent, `-`, `?` and `:` count in a block when a blank follows.
 */
export function takeToken(scanner: Scanner): Token | undefined {
  const { tokens } = scanner;
  if (scanner.head > tokensKept && scanner.head === tokens.length) {
    tokens.length = 0;
    scanner.head = 0;
  }
  while (needsMore(scanner)) scanToken(scanner);
  if (scanner.failure !== null) return undefined;
  scanner.head += 1;
  return tokens[scanner.head - 1];
}

/** Tokens that may be kept after they were taken, before the queue is emptied. */
const tokensKept = 100;

/** Says whether the next token is not read yet, or may still turn out to be the start of a key. */
function needsMore(scanner: Scanner): boolean {
  if (scanner.failure !== null || scanner.isEnded) return false;
  const next = scanner.tokens[scanner.head];
  if (next === undefined) return true;
  if (next.key === null) return false;
  if (isStillKey(scanner, next.key)) return true;
  if (next.key.isRequired) failMissingColon(scanner, next.key);
  return false;
}

function scanToken(scanner: Scanner): void {
  if (!skipToToken(scanner)) {
    scanner.isEnded = true;
    closeBlocks(scanner, -1);
    dropKey(scanner);
    addToken(scanner, 'end', scanner.pos);
    return;
  }
  scanner.isBegun = true;
  closeBlocks(scanner, column(scanner));
  const scan = scans.get(scanner.text.charAt(scanner.pos)) ?? scanPlainKey;
  scan(scanner);
}

/** What to scan at a character that does not start a plain scalar, or not always. */
const scans: ReadonlyMap<string, (scanner: Scanner) => void> = new Map<string, (scanner: Scanner) => void>([
  ['[', (scanner) => scanOpening(scanner, '[')],
  ['{', (scanner) => scanOpening(scanner, '{')],
  [']', (scanner) => scanClosing(scanner, ']')],
  ['}', (scanner) => scanClosing(scanner, '}')],
  [',', scanComma],
  ['-', (scanner) => scanEntry(scanner) || scanPlainKey(scanner)],
  ['?', (scanner) => scanKey(scanner) || scanPlainKey(scanner)],
  [':', (scanner) => scanValue(scanner) || scanPlainKey(scanner)],
  ['*', (scanner) => scanAsKey(scanner, scanName)],
  ['&', (scanner) => scanAsKey(scanner, scanName)],
  ['!', (scanner) => scanAsKey(scanner, scanTag)],
  ['"', (scanner) => scanAsKey(scanner, scanQuoted)],
  ["'", (scanner) => scanAsKey(scanner, scanQuoted)],
  ['|', scanBlockValue],
  ['>', scanBlockValue],
  ['\t', (scanner) => failScan(scanner, scanner.pos, tabDetail)],
  ['%', failAtCharacter],
  ['@', failAtCharacter],
  ['`', failAtCharacter],
]);

function scanPlainKey(scanner: Scanner): void {
  scanAsKey(scanner, scanPlain);
}

function scanBlockValue(scanner: Scanner): void {
  if (inFlow(scanner)) failAtCharacter(scanner);
  dropKey(scanner);
  scanner.keyAllowed = true;
  scanBlock(scanner);
}

function failAtCharacter(scanner: Scanner): void {
  failScan(scanner, scanner.pos, 'No value can start with this character; a value that does needs quotes.');
}
