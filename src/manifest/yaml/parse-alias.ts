import { limits } from '../../model/limits.ts';
import { addRefusal, tooDeep } from '../failure.ts';
import { advance, buildScalar, fail, failTooMany, noToken, type Parser, type Placed } from './parser.ts';

/**
 * Parses an alias into the node of its anchor.
 *
 * @see go.yaml.in/yaml/v2 decode.go, (*decoder).alias: an alias inside the value it names is refused
 */
export function parseAlias(parser: Parser): Placed {
  const { start, end, text } = parser.token;
  const place = { start: parser.base + start, end: parser.base + end, isAlias: true, isMergeKey: false };
  const anchor = parser.anchors.get(text);
  advance(parser);
  parser.reads += 1;
  parser.aliases += 1;
  if (parser.aliases > limits.aliases) {
    const detail = `The document has more than ${limits.aliases} aliases.`;
    fail(parser, { code: 'TOO_MANY_ALIASES', detail, at: start, limit: 'aliases' });
  }
  if (!anchor?.node) {
    const detail = anchor
      ? 'An alias stands inside the value it names.'
      : 'No anchor before this alias has its name.';
    fail(parser, { code: 'BAD_ALIAS', detail, at: start });
    return { ...place, value: buildScalar(parser, noToken) };
  }
  parser.values += anchor.values;
  parser.budget.aliasValues -= anchor.values;
  if (parser.values > limits.expandedNodes || parser.budget.aliasValues < 0) failTooMany(parser, start);
  parser.deepest = Math.max(parser.deepest, parser.depth + anchor.height);
  if (parser.depth + anchor.height > limits.nestingDepth) fail(parser, tooDeep(start));
  countAliasReads(parser, anchor.reads, start);
  return { ...place, value: anchor.node };
}

/** @see go.yaml.in/yaml/v2 decode.go, (*decoder).unmarshal and allowedAliasRatio: at most 99 % may come from aliases */
function countAliasReads(parser: Parser, reads: number, at: number): void {
  parser.reads += reads;
  parser.aliasReads += reads;
  const isExcessive =
    parser.aliasReads > 100 && parser.reads > 1000 && parser.aliasReads > 0.99 * parser.reads;
  if (!isExcessive || parser.hasExcessiveAliases) return;
  parser.hasExcessiveAliases = true;
  addRefusal(
    parser.scanner.refusals,
    at,
    'Nearly all of the document comes from aliases; kubectl refuses that.',
  );
}
