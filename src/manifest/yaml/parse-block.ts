import type { Item, ListNode, MapNode } from '../node.ts';
import { openMap } from '../open-map.ts';
import { addPair, countAsKey } from './pairs.ts';
import { advance, failSyntax, kindOf, type ParseNode, type Parser, parseNothing } from './parser.ts';

/** Parses a list whose items stand right of what is around it. */
export function parseBlockList(parser: Parser, parseNode: ParseNode): ListNode {
  const start = parser.base + parser.token.start;
  advance(parser);
  const items = parseItems(parser, parseNode);
  if (kindOf(parser) === 'block-end') advance(parser);
  else failSyntax(parser, 'The next item of a list (`- `) is expected here; the indentation may be off.');
  return { type: 'list', items, start, end: items.at(-1)?.end ?? start };
}

/** Parses a list whose items stand at the column of the key it belongs to. What follows ends it. */
export function parseIndentlessList(parser: Parser, parseNode: ParseNode): ListNode {
  const start = parser.base + parser.token.start;
  const items = parseItems(parser, parseNode);
  return { type: 'list', items, start, end: items.at(-1)?.end ?? start };
}

function parseItems(parser: Parser, parseNode: ParseNode): Item[] {
  const items: Item[] = [];
  while (kindOf(parser) === '-') {
    advance(parser);
    items.push(
      kindOf(parser) === '-' || isBetweenPairs(parser)
        ? parseNothing(parser)
        : parseNode(parser, 'elsewhere'),
    );
  }
  return items;
}

export function parseBlockMap(parser: Parser, parseNode: ParseNode): MapNode {
  const map = openMap(parser.base + parser.token.start);
  advance(parser);
  while (kindOf(parser) === '?') {
    advance(parser);
    const key = isBetweenPairs(parser) ? parseNothing(parser) : parseNode(parser, 'in-block-map');
    addPair(parser, map, countAsKey(parser, key), parseValue(parser, parseNode));
  }
  if (kindOf(parser) === 'block-end') advance(parser);
  else failSyntax(parser, 'A key is expected here; the indentation may be off, or a value needs quotes.');
  return map;
}

function parseValue(parser: Parser, parseNode: ParseNode): ReturnType<ParseNode> {
  if (kindOf(parser) !== ':') return parseNothing(parser);
  advance(parser);
  return isBetweenPairs(parser) ? parseNothing(parser) : parseNode(parser, 'in-block-map');
}

/** Says whether what follows belongs to the map around it, so that nothing is written here. */
function isBetweenPairs(parser: Parser): boolean {
  const kind = kindOf(parser);
  return kind === '?' || kind === ':' || kind === 'block-end';
}
