import { isBlank, isBreak, isLineEnd } from './characters.ts';
import { addToken, column, failScan, peek, type Scanner, tabDetail, takeBreak } from './scanner.ts';

/** Scans a literal (`|`) or folded (`>`) block scalar with its header. */
export function scanBlock(scanner: Scanner): void {
  const start = scanner.pos;
  const isLiteral = peek(scanner) === 0x7c;
  scanner.pos += 1;
  const header = takeHeader(scanner, start);
  if (header === null) return;

  let indent = header.increment === 0 ? 0 : Math.max(scanner.indent, 0) + header.increment;
  let end = scanner.pos;
  if (isBreak(peek(scanner))) takeBreak(scanner);
  let gap = takeGap(scanner, indent);
  indent = gap.indent;
  let value = '';
  let lineBreak = '';
  let wasIndented = false;
  while (scanner.failure === null && column(scanner) === indent && !Number.isNaN(peek(scanner))) {
    const isIndented = isBlank(peek(scanner));
    const folds = !isLiteral && !wasIndented && !isIndented && lineBreak === '\n';
    value += folds ? (gap.breaks === '' ? ' ' : '') : lineBreak;
    value += gap.breaks;
    wasIndented = isIndented;
    const from = scanner.pos;
    while (!isLineEnd(peek(scanner))) scanner.pos += 1;
    value += scanner.text.slice(from, scanner.pos);
    end = scanner.pos;
    lineBreak = isBreak(peek(scanner)) ? takeBreak(scanner) : '';
    gap = takeGap(scanner, indent);
  }
  if (header.chomp !== '-') value += lineBreak;
  if (header.chomp === '+') value += gap.breaks;
  addToken(scanner, 'scalar', start, value, 'block', end);
}

type Header = { readonly chomp: string; readonly increment: number };

function takeHeader(scanner: Scanner, start: number): Header | null {
  const indicators = /(?:[-+][0-9]?|[0-9][-+]?)?/y;
  indicators.lastIndex = scanner.pos;
  const written = indicators.exec(scanner.text)?.[0] ?? '';
  scanner.pos += written.length;
  const chomp = /[-+]/.exec(written)?.[0] ?? '';
  const digit = /[0-9]/.exec(written)?.[0];
  if (digit === '0') {
    failScan(scanner, start, 'The indentation of a block scalar cannot be 0.');
    return null;
  }
  while (isBlank(peek(scanner))) scanner.pos += 1;
  if (peek(scanner) === 0x23) while (!isLineEnd(peek(scanner))) scanner.pos += 1;
  if (!isLineEnd(peek(scanner))) {
    failScan(
      scanner,
      start,
      'After `|` or `>` only an indentation, `-`, `+` or a comment may stand on the line.',
    );
    return null;
  }
  return { chomp, increment: Number(digit ?? 0) };
}

type Gap = { readonly breaks: string; readonly indent: number };

/** Takes empty lines and the indentation of the next line; the first gap decides the indentation when `indent` is 0. */
function takeGap(scanner: Scanner, indent: number): Gap {
  let breaks = '';
  let widest = 0;
  for (;;) {
    while ((indent === 0 || column(scanner) < indent) && peek(scanner) === 0x20) scanner.pos += 1;
    widest = Math.max(widest, column(scanner));
    if ((indent === 0 || column(scanner) < indent) && peek(scanner) === 0x09)
      failScan(scanner, scanner.pos, tabDetail);
    if (!isBreak(peek(scanner))) break;
    breaks += takeBreak(scanner);
  }
  return { breaks, indent: indent === 0 ? Math.max(widest, scanner.indent + 1, 1) : indent };
}
