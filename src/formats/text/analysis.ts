import type { Analysis } from '../../model/report.ts';
import { analysisBlocks } from '../document/analysis.ts';
import type { Block, Line, Span } from '../document/block.ts';
import { visible, widthOf } from '../visible.ts';
import { layOutTable } from './table.ts';
import { wrap } from './wrap.ts';

/** Columns of a terminal that has not been made wider. */
const WIDTH = 80;

/**
 * Prints a report for a terminal: lines of at most 80 columns, no colours, nothing a terminal would take for a command.
 * Findings are placed as `line:column`.
 */
export const renderText = (analysis: Analysis): string =>
  `${analysisBlocks(analysis)
    .map((block) => layOut(block).join('\n'))
    .join('\n\n')}\n`;

function layOut(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return underline(wrap(printLine(block.line), WIDTH), block.level === 2 ? '=' : '-');
    case 'paragraph':
      return wrap(printLine(block.line), WIDTH);
    case 'list':
      return block.items.flatMap((item) =>
        wrap(printLine(item), WIDTH - 2).map((line, i) => `${i === 0 ? '-' : ' '} ${line}`),
      );
    case 'table':
      return layOutTable(
        block.head,
        block.rows.map((cells) => cells.map(printLine)),
        WIDTH,
      );
  }
}

const underline = (lines: readonly string[], stroke: string): string[] => [
  ...lines,
  stroke.repeat(Math.max(...lines.map(widthOf))),
];

const printLine = (line: Line): string => visible(line.map(printSpan).join(''));

function printSpan(span: Span): string {
  if (typeof span === 'string') return span;
  if ('code' in span) return span.code;
  if ('strong' in span) return span.strong.map(printSpan).join('');
  if ('em' in span) return span.em;
  if ('sign' in span) return span.says ?? '';
  return 'severity' in span ? span.severity : `${span.place.line}:${span.place.column}`;
}
