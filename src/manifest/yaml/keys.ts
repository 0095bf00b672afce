import { limits } from '../../model/limits.ts';
import { tooDeep } from '../failure.ts';
import { addToken, column, failScan, inFlow, type PossibleKey, type Scanner } from './scanner.ts';

/** Reads something that may turn out to be a key; `read` adds its first token first. */
export function scanAsKey(scanner: Scanner, read: (scanner: Scanner) => void): void {
  const { keys, tokens } = scanner;
  let key: PossibleKey | null = null;
  if (scanner.keyAllowed) {
    const isRequired = !inFlow(scanner) && scanner.indent === column(scanner);
    dropKey(scanner);
    key = { token: null, start: scanner.pos, lineStart: scanner.lineStart, isRequired };
    keys[keys.length - 1] = key;
  }
  scanner.keyAllowed = false;
  read(scanner);
  const token = tokens.at(-1);
  if (key === null || token === undefined) return;
  key.token = token;
  token.key = key;
}

/** Forgets the possible key of the innermost bracket or block; one that had to be a key is a failure. */
export function dropKey(scanner: Scanner): void {
  const key = takeKey(scanner);
  if (key?.isRequired) failMissingColon(scanner, key);
}

/** Takes the possible key of the innermost bracket or block from where it is remembered. */
export function takeKey(scanner: Scanner): PossibleKey | null {
  const last = scanner.keys.length - 1;
  const key = scanner.keys[last] ?? null;
  scanner.keys[last] = null;
  if (key?.token) key.token.key = null;
  return key;
}

export function failMissingColon(scanner: Scanner, key: PossibleKey): void {
  failScan(scanner, key.start, 'A key is expected here, and the `:` after it is missing on its line.');
}

/** Characters a key without `?` may have. */
const keyLength = 1024;

/** Says whether a `:` at the current place would still make a key of what was remembered. */
export function isStillKey(scanner: Scanner, key: PossibleKey): boolean {
  if (key.lineStart !== scanner.lineStart) return false;
  const length = scanner.pos - key.start;
  if (length <= keyLength) return true;
  return length <= 2 * keyLength && [...scanner.text.slice(key.start, scanner.pos)].length <= keyLength;
}

/** Opens a block at the current place when that is right of the block around it. */
export function openBlock(scanner: Scanner, kind: 'block-list' | 'block-map'): void {
  if (pushIndent(scanner, column(scanner))) addToken(scanner, kind, scanner.pos);
}

/** Opens a block when its column is right of the block around it, and says whether it did. */
export function pushIndent(scanner: Scanner, at: number): boolean {
  if (inFlow(scanner) || scanner.indent >= at) return false;
  scanner.indents.push(scanner.indent);
  scanner.indent = at;
  checkDepth(scanner);
  return true;
}

/** Closes the blocks that are right of a column. */
export function closeBlocks(scanner: Scanner, at: number): void {
  if (inFlow(scanner)) return;
  while (scanner.indent > at) {
    addToken(scanner, 'block-end', scanner.pos);
    scanner.indent = scanner.indents.pop() ?? -1;
  }
}

/** Holds the open blocks and brackets to the limit on nesting. */
export function checkDepth(scanner: Scanner): void {
  const depth = scanner.indents.length + scanner.keys.length - 1;
  if (depth > limits.nestingDepth) scanner.failure ??= tooDeep(scanner.pos);
}
