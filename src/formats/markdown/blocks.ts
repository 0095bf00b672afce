import type { Block, Line, Span } from '../document/block.ts';
import { codeSpan, escapeText, table } from './text.ts';

/** Prints blocks as GitHub-flavoured Markdown, an empty line between them. All text in them is escaped. */
export const printBlocks = (blocks: readonly Block[]): string => blocks.map(printBlock).join('\n\n');

function printBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${printLine(block.line)}`;
    case 'paragraph':
      return printLine(block.line);
    case 'list':
      return block.items.map((item) => `- ${printLine(item)}`).join('\n');
    case 'table':
      return table(
        block.head,
        block.rows.map((cells) => cells.map(printLine)),
      );
  }
}

/** Prints a line. */
export const printLine = (line: Line): string => line.map(printSpan).join('');

function printSpan(span: Span): string {
  if (typeof span === 'string') return escapeText(span);
  if ('code' in span) return codeSpan(span.code);
  if ('strong' in span) return `**${printLine(span.strong)}**`;
  if ('em' in span) return `_${escapeText(span.em.trim())}_`;
  if ('sign' in span) return `${span.sign} `;
  return 'severity' in span ? `**${span.severity}**` : `line ${span.place.line}`;
}
