import type { Block, Line, Span } from '../document/block.ts';
import { element, type Markup } from '../markup.ts';

/** Writes one block as HTML. */
export function printBlock(block: Block): Markup {
  switch (block.type) {
    case 'heading':
      return element(`h${block.level}`, {}, ...printLine(block.line));
    case 'paragraph':
      return element('p', {}, ...printLine(block.line));
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, ...printLine(item))));
    case 'table':
      return printTable(block);
  }
}

/** Each cell bears the title of its column: a phone shows rows below each other. */
function printTable({ head, rows }: Extract<Block, { readonly type: 'table' }>): Markup {
  const titles = head.map((title) => element('th', { scope: 'col' }, title));
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      ...cells.map((cell, i) =>
        element('td', { 'data-label': cell.length > 0 ? head[i] : undefined }, ...printLine(cell)),
      ),
    ),
  );
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...titles)),
    element('tbody', {}, ...body),
  );
}

const printLine = (line: Line): (Markup | string)[] => line.flatMap(printSpan);

function printSpan(span: Span): (Markup | string)[] {
  if (typeof span === 'string') return [span];
  if ('code' in span) return [element('code', {}, span.code)];
  if ('strong' in span) return [element('strong', {}, ...printLine(span.strong))];
  if ('em' in span) return [element('em', {}, span.em)];
  // Not every machine has a font for the signs.
  if ('sign' in span) return [span.says ?? ''];
  return 'severity' in span
    ? [element('strong', { class: `severity ${span.severity}` }, span.severity)]
    : [`line ${span.place.line}`];
}
