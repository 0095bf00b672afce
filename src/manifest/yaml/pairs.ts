import { mergeInto, type OpenMap, setEntry } from '../open-map.ts';
import { fail, hasFailed, type Parser, type Placed } from './parser.ts';

/** Takes a key out of the count of values, and `<<`, which is not decoded, out of that of steps. */
export function countAsKey(parser: Parser, key: Placed): Placed {
  parser.values -= 1;
  if (key.isMergeKey) parser.reads -= 1;
  return key;
}

/** Adds a pair to a map: a member, or all members of what `<<` names. */
export function addPair(parser: Parser, map: OpenMap, key: Placed, value: Placed): void {
  map.end = Math.max(map.end, value.end);
  if (hasFailed(parser)) return;
  const wrong = key.isMergeKey ? mergeInto(map, value, value.isAlias) : setEntry(map, key, value);
  if (map.badKey !== null) parser.hasUnprintable = true;
  if (wrong !== null) fail(parser, { code: 'BAD_KEY', detail: wrong, at: key.start - parser.base });
}
