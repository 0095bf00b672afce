import type { Item, ListNode, MapNode } from '../node.ts';
import { openMap } from '../open-map.ts';
import { addPair, countAsKey } from './pairs.ts';
import {
  advance,
  countNode,
  failSyntax,
  hasFailed,
  kindOf,
  nest,
  type ParseNode,
  type Parser,
  type Placed,
  parseNothing,
} from './parser.ts';

/** Parses a list in brackets. */
export function parseFlowList(parser: Parser, parseNode: ParseNode): ListNode {
  const start = parser.base + parser.token.start;
  const items: Item[] = [];
  const end = parseEntries(parser, ']', () => {
    items.push(kindOf(parser) === '?' ? parseSinglePair(parser, parseNode) : parseNode(parser, 'elsewhere'));
  });
  return { type: 'list', items, start, end };
}

/** Parses a map in braces. An entry without `:` is a key of null. */
export function parseFlowMap(parser: Parser, parseNode: ParseNode): MapNode {
  const map = openMap(parser.base + parser.token.start);
  map.end = parseEntries(parser, '}', () => {
    if (kindOf(parser) === '?') addPair(parser, map, ...parsePair(parser, parseNode, '}'));
    else addPair(parser, map, countAsKey(parser, parseNode(parser, 'elsewhere')), parseNothing(parser));
  });
  return map;
}

/**
 * Parses what stands between brackets, entry by entry. A comma may follow the last one.
 *
 * @returns Where the closing bracket ends.
 */
function parseEntries(parser: Parser, close: ']' | '}', parseEntry: () => void): number {
  advance(parser);
  for (let isFirst = true; kindOf(parser) !== close; isFirst = false) {
    if (!isFirst) {
      if (kindOf(parser) !== ',') failSyntax(parser, `A \`,\` or the closing \`${close}\` is expected here.`);
      advance(parser);
      if (kindOf(parser) === close) break;
    }
    if (hasFailed(parser)) break;
    parseEntry();
  }
  const { end } = parser.token;
  advance(parser);
  return parser.base + end;
}

/** A `key: value` in a list: a map of its own. */
function parseSinglePair(parser: Parser, parseNode: ParseNode): Placed {
  const map = openMap(parser.base + parser.token.start);
  countNode(parser);
  const value = nest(parser, () => {
    addPair(parser, map, ...parsePair(parser, parseNode, ']'));
    return map;
  });
  return { start: map.start, end: map.end, value, isAlias: false, isMergeKey: false };
}

function parsePair(parser: Parser, parseNode: ParseNode, close: ']' | '}'): [key: Placed, value: Placed] {
  const isWritten = () => kindOf(parser) !== ',' && kindOf(parser) !== close;
  advance(parser);
  const hasKey = kindOf(parser) !== ':' && isWritten();
  // Without a key libyaml loses count in a list; and the key would be null, which Kubernetes refuses.
  if (!hasKey && close === ']') failSyntax(parser, 'A key is missing here.');
  const key = countAsKey(parser, hasKey ? parseNode(parser, 'elsewhere') : parseNothing(parser));
  if (kindOf(parser) !== ':') return [key, parseNothing(parser)];
  advance(parser);
  return [key, isWritten() ? parseNode(parser, 'elsewhere') : parseNothing(parser)];
}
