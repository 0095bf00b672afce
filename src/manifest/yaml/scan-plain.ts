import { isBlank, isBreak, isSpace } from './characters.ts';
import { takeFold } from './fold.ts';
import {
  addToken,
  column,
  failScan,
  inFlow,
  isAtDocumentMark,
  peek,
  type Scanner,
  tabDetail,
} from './scanner.ts';

/** Scans a scalar without quotes. It may go on over lines that are indented more than the block it stands in. */
export function scanPlain(scanner: Scanner): void {
  const start = scanner.pos;
  const indent = scanner.indent + 1;
  let value = '';
  let between = '';
  let end = start;
  let endsLine = false;
  while (peek(scanner) !== 0x23 && !isAtDocumentMark(scanner)) {
    const from = scanner.pos;
    skipWord(scanner);
    if (scanner.pos > from) {
      value += between + scanner.text.slice(from, scanner.pos);
      end = scanner.pos;
      endsLine = false;
    }
    const code = peek(scanner);
    if (!isBlank(code) && !isBreak(code)) break;
    const { lineStart, pos } = scanner;
    between = takeFold(scanner);
    if (scanner.lineStart === lineStart) continue;
    endsLine = true;
    if (hasTabInIndent(scanner, pos, indent)) failScan(scanner, scanner.pos, tabDetail);
    if (!inFlow(scanner) && column(scanner) < indent) break;
  }
  addToken(scanner, 'scalar', start, value, 'plain', end);
  if (endsLine) scanner.keyAllowed = true;
}

/** Steps to the end of a run that has neither blanks nor what ends a plain scalar. */
function skipWord(scanner: Scanner): void {
  const { text } = scanner;
  const flow = inFlow(scanner);
  let { pos } = scanner;
  for (let code = text.charCodeAt(pos); !isSpace(code); code = text.charCodeAt(++pos)) {
    if (code === 0x3a && isSpace(text.charCodeAt(pos + 1))) break;
    if (flow && isFlowIndicator(code)) break;
  }
  scanner.pos = pos;
}

/** One of `, ? [ ] { }`. */
function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/** Says whether a line after the first, up to the current place, has a tab left of `indent`. */
function hasTabInIndent(scanner: Scanner, from: number, indent: number): boolean {
  const gap = scanner.text.slice(from, scanner.pos);
  if (!gap.includes('\t')) return false;
  const lines = gap.split(/\r\n|[\r\n\x85\u2028\u2029]/).slice(1);
  return lines.some((line) => line.slice(0, indent).includes('\t'));
}
