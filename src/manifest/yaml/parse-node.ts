import { limits } from '../../model/limits.ts';
import type { Node, Span } from '../node.ts';
import { parseAlias } from './parse-alias.ts';
import { parseBlockList, parseBlockMap, parseIndentlessList } from './parse-block.ts';
import { parseFlowList, parseFlowMap } from './parse-flow.ts';
import {
  type Anchor,
  advance,
  buildScalar,
  type Context,
  countNode,
  failSyntax,
  failTooMany,
  kindOf,
  nest,
  noToken,
  type Parser,
  type Placed,
} from './parser.ts';

/**
 * Parses the node at the current token with its anchor and tag. Recursion ends at `limits.nestingDepth`.
 *
 * @see go.yaml.in/yaml/v2 parserc.go, yaml_parser_parse_node
 */
export function parseNode(parser: Parser, context: Context): Placed {
  if (kindOf(parser) === 'alias') return parseAlias(parser);
  const { start, end } = parser.token;
  const { anchor, tag } = takeProperties(parser);
  const read = () => {
    countNode(parser);
    return parseContent(parser, context, tag, anchor === null && tag === null ? null : { start, end });
  };
  const node = anchor === null ? read() : readAnchored(parser, anchor, read);
  if (parser.values > limits.expandedNodes) failTooMany(parser, start);
  return {
    start: parser.base + start,
    end: node.end,
    value: node,
    isAlias: false,
    isMergeKey: isMergeKey(node, tag),
  };
}

/** @see go.yaml.in/yaml/v2 decode.go, isMerge */
function isMergeKey(node: Node, tag: string | null): boolean {
  if (node.type !== 'string' || node.text !== '<<') return false;
  return tag === null ? node.style === 'plain' : tag === '!' || tag === 'tag:yaml.org,2002:merge';
}

function takeProperties(parser: Parser): { anchor: string | null; tag: string | null } {
  let anchor: string | null = null;
  let tag: string | null = null;
  for (let kind = kindOf(parser); ; kind = kindOf(parser)) {
    if (kind === 'anchor' && anchor === null) anchor = parser.token.text;
    else if (kind === 'tag' && tag === null) tag = parser.token.text;
    else return { anchor, tag };
    advance(parser);
  }
}

/**
 * Reads what an anchor names and keeps it, with its size, for the aliases that follow. The name is taken when the value
 * starts, so that the same name inside the value wins.
 */
function readAnchored(parser: Parser, name: string, read: () => Node): Node {
  const { values, reads, deepest, depth } = parser;
  const anchor: Anchor = { node: null, values: 0, reads: 0, height: 0 };
  parser.anchors.set(name, anchor);
  parser.deepest = depth;
  anchor.node = read();
  anchor.values = parser.values - values;
  anchor.reads = parser.reads - reads;
  anchor.height = parser.deepest - depth;
  parser.deepest = Math.max(parser.deepest, deepest);
  return anchor.node;
}

function parseContent(parser: Parser, context: Context, tag: string | null, properties: Span | null): Node {
  const token = parser.token;
  switch (kindOf(parser)) {
    case 'scalar':
      advance(parser);
      return buildScalar(parser, token, tag ?? '');
    case '[':
      return nest(parser, () => parseFlowList(parser, parseNode));
    case '{':
      return nest(parser, () => parseFlowMap(parser, parseNode));
    case '-':
      if (context === 'in-block-map') return nest(parser, () => parseIndentlessList(parser, parseNode));
      break;
    case 'block-list':
      return nest(parser, () => parseBlockList(parser, parseNode));
    case 'block-map':
      return nest(parser, () => parseBlockMap(parser, parseNode));
    default:
  }
  if (properties === null) failSyntax(parser, 'A value is missing here, or what stands here cannot be one.');
  return buildScalar(
    parser,
    { ...noToken, ...(properties ?? { start: token.start, end: token.start }) },
    tag ?? '',
  );
}
