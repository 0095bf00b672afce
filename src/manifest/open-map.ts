import type { Clash, Entry, Item, MapNode, Node, Scalar } from './node.ts';
import { nameKey } from './yaml/scalar.ts';

/** A map that still takes members. */
export type OpenMap = {
  readonly type: 'map';
  readonly entries: Map<string, Entry>;
  readonly clashes: Clash[];
  badKey: Scalar | null;
  readonly start: number;
  end: number;
};

export function openMap(start: number): OpenMap {
  return { type: 'map', entries: new Map(), clashes: [], badKey: null, start, end: start };
}

/**
 * Sets a member; the last of two equal keys wins.
 *
 * @returns What is wrong with the key, or null.
 */
export function setEntry(map: OpenMap, key: Item, value: Item): string | null {
  if (key.value.type === 'list' || key.value.type === 'map') return 'A list or a map cannot be a key.';
  const name = nameKey(key.value);
  if (name === null) {
    map.badKey ??= key.value;
    return null;
  }
  const before = map.entries.get(name);
  if (before !== undefined && !before.isMerged)
    map.clashes.push({ kind: 'duplicate-key', key: name, at: key.start, overridden: before });
  map.entries.set(name, {
    start: key.start,
    end: value.end,
    key: key.value,
    value: value.value,
    isMerged: false,
  });
  return null;
}

/**
 * Merges a map, or each of a list of maps, as `<<` does: over the members that stand before it, under those that follow.
 * Of a list, earlier maps win.
 *
 * @returns What is wrong with the value, or null.
 * @see go.yaml.in/yaml/v2 decode.go, (*decoder).merge
 */
export function mergeInto(map: OpenMap, source: Item, isAlias: boolean): string | null {
  const sources = listSources(source.value, isAlias);
  if (sources === null) return 'Only a map, or a list of maps, can be merged with `<<`.';
  for (const { entries, badKey } of sources) {
    map.badKey ??= badKey;
    for (const [name, entry] of entries) {
      const before = map.entries.get(name);
      if (before !== undefined && !before.isMerged) {
        map.clashes.push({ kind: 'merge-overrides', key: name, at: source.start, overridden: before });
      }
      map.entries.set(name, { ...entry, isMerged: true });
    }
  }
  return null;
}

/** The maps to merge in order, null if something else is among them. An alias to a list is refused. */
function listSources(node: Node, isAlias: boolean): MapNode[] | null {
  if (node.type === 'map') return [node];
  if (node.type !== 'list' || isAlias) return null;
  const maps = node.items.map(({ value }) => value).filter((value) => value.type === 'map');
  return maps.length === node.items.length ? maps.reverse() : null;
}
