import { limits } from '../../model/limits.ts';
import { type Failure, tooDeep } from '../failure.ts';
import type { Item, Node, Scalar } from '../node.ts';
import { type OpenMap, openMap, setEntry } from '../open-map.ts';
import { fail, type Parser, skipJsonSpace, takeMatch, takeString, takes } from './json-text.ts';

/** One value of a stream of JSON values; the next may follow at `end`. */
export type ParsedJson =
  | { readonly root: Node; readonly failure: null; readonly end: number }
  | { readonly root: null; readonly failure: Failure };

/**
 * Reads the JSON value at `from` as Go's decoder does: the last of two equal keys wins, and another value may follow.
 *
 * Never throws; linear; nests no deeper than `limits.nestingDepth`. Offsets count from the start of the text.
 *
 * @see Go encoding/json, Decoder.Decode; sigs.k8s.io/json
 */
export function parseJson(text: string, from: number): ParsedJson {
  const parser: Parser = { text, pos: from, depth: 0, failure: null };
  const root = parseValue(parser);
  if (parser.failure !== null) return { root: null, failure: parser.failure };
  return { root, failure: null, end: parser.pos };
}

function parseValue(parser: Parser): Node {
  parser.pos = skipJsonSpace(parser.text, parser.pos);
  const { pos: start, text } = parser;
  const char = text.charAt(start);
  if (char === '{') return nest(parser, parseObject);
  if (char === '[') return nest(parser, parseArray);
  if (char === '"') {
    const value = takeString(parser);
    return buildScalar(parser, start, 'string', value, value);
  }
  const written = takeMatch(parser, /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y);
  if (written === null) fail(parser, 'A JSON value is expected here.');
  if (written === 'true' || written === 'false')
    return buildScalar(parser, start, 'boolean', written === 'true', written);
  if (written === null || written === 'null') return buildScalar(parser, start, 'null', null, 'null');
  const value = Number(written);
  if (!Number.isFinite(value)) fail(parser, 'This number is too large.', start);
  return buildScalar(parser, start, /[.eE]/.test(written) ? 'float' : 'integer', value, written);
}

function buildScalar(
  parser: Parser,
  start: number,
  type: Scalar['type'],
  value: Scalar['value'],
  text: string,
): Scalar {
  // The callers pair types and values.
  return { type, value, text, style: 'quoted', start, end: parser.pos } as Scalar;
}

function nest(parser: Parser, parse: (parser: Parser) => Node): Node {
  parser.depth += 1;
  if (parser.depth > limits.nestingDepth) {
    parser.failure ??= tooDeep(parser.pos);
    parser.pos = parser.text.length;
  }
  const node = parse(parser);
  parser.depth -= 1;
  return node;
}

function parseArray(parser: Parser): Node {
  const start = parser.pos;
  const items: Item[] = [];
  parser.pos += 1;
  if (!takes(parser, ']')) {
    do {
      items.push(place(parseValue(parser)));
    } while (takes(parser, ','));
    if (!takes(parser, ']')) fail(parser, 'A `,` or the `]` that ends a list is expected here.');
  }
  return { type: 'list', items, start, end: parser.pos };
}

function parseObject(parser: Parser): Node {
  const map = openMap(parser.pos);
  parser.pos += 1;
  if (!takes(parser, '}')) {
    do parseMember(parser, map);
    while (takes(parser, ','));
    if (!takes(parser, '}')) fail(parser, 'A `,` or the `}` that ends a map is expected here.');
  }
  map.end = parser.pos;
  return map;
}

/** Every value of JSON stands where it is. */
function place(value: Node): Item {
  return { start: value.start, end: value.end, value };
}

function parseMember(parser: Parser, map: OpenMap): void {
  parser.pos = skipJsonSpace(parser.text, parser.pos);
  const start = parser.pos;
  if (parser.text.charAt(start) !== '"') fail(parser, 'A key in double quotes is expected here.');
  const name = takeString(parser);
  const key = buildScalar(parser, start, 'string', name, name);
  if (!takes(parser, ':')) fail(parser, 'A `:` is expected here.');
  const value = parseValue(parser);
  setEntry(map, place(key), place(value));
}
