import type { Observation } from '../model/manifest.ts';
import { joinPointer } from '../model/pointer.ts';
import type { MapNode, Node, Scalar } from './node.ts';
import { openTrail, printTrail, type Trail } from './trail.ts';
import { readInteger } from './yaml/scalar.ts';

/** An observation and where it stands, to bring them into text order. */
export type Seen = { readonly at: number; readonly observation: Observation };

/** Observations kept of one object. */
export const observationsKept = 1000;

/**
 * Lists what the text of an object shows and its values do not: keys that stand twice, merges that override, booleans and
 * octals of YAML 1.1. `status`, which a server writes, is not looked at.
 *
 * @returns At most `observationsKept`. Each node is looked at once, by the first pointer that leads to it.
 */
export function observe(object: Node, objectPointer: string): Seen[] {
  const walk: Walk = { seen: [], visited: new Set(), trail: openTrail(objectPointer) };
  visit(walk, object);
  return walk.seen;
}

type Walk = { readonly seen: Seen[]; readonly visited: Set<Node>; readonly trail: Trail };

function visit(walk: Walk, node: Node): void {
  if (node.type === 'map') {
    if (isNew(walk, node)) visitMap(walk, node);
  } else if (node.type !== 'list') observeScalar(walk, node, false);
  else if (isNew(walk, node)) {
    for (const [index, { value }] of node.items.entries()) visitChild(walk, index, value);
  }
}

function isNew({ visited }: Walk, node: Node): boolean {
  if (visited.has(node)) return false;
  visited.add(node);
  return true;
}

function visitMap(walk: Walk, node: MapNode): void {
  const { trail } = walk;
  for (const { kind, key, at } of node.clashes) {
    if (isFull(walk)) break;
    walk.seen.push({ at, observation: { kind, key, pointer: joinPointer(printTrail(trail), key) } });
  }
  for (const [name, { key, value, isMerged }] of node.entries) {
    if (trail.parts.length === 0 && name === 'status') continue;
    // A merged key is looked at where it is written.
    visitChild(walk, name, value, isMerged ? undefined : key);
  }
}

function visitChild(walk: Walk, part: string | number, value: Node, key?: Scalar): void {
  walk.trail.parts.push(part);
  if (key !== undefined) observeScalar(walk, key, true);
  visit(walk, value);
  walk.trail.parts.pop();
}

/** What every YAML reader takes as a boolean. */
const booleans: ReadonlySet<string> = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE']);

function observeScalar(walk: Walk, scalar: Scalar, isKey: boolean): void {
  const { type, text, style, start: at } = scalar;
  if (style !== 'plain' || isFull(walk)) return;
  if (type === 'boolean' && !booleans.has(text)) {
    walk.seen.push({ at, observation: { kind: 'yaml-1.1-boolean', pointer: printTrail(walk.trail), isKey } });
  } else if (type === 'integer' && isOctal(text)) {
    const { value } = scalar;
    walk.seen.push({ at, observation: { kind: 'yaml-1.1-octal', pointer: printTrail(walk.trail), value } });
  }
}

function isFull({ seen }: Walk): boolean {
  return seen.length >= observationsKept;
}

/** Says whether an integer has a leading zero that changes what it means. */
function isOctal(text: string): boolean {
  if (!/^[-+]?0[0-7_]+$/.test(text)) return false;
  return readInteger(text) !== BigInt(text.replace(/[_+]/g, ''));
}
