import type { Observation } from '../model/manifest.ts';
import type { Infer, Shape } from '../model/shape.ts';
import type { MapNode, Node, Scalar } from './node.ts';
import { toPlain } from './plain.ts';
import { suggestField } from './suggest.ts';
import { openTrail, printTrail, type Trail } from './trail.ts';

/** Takes what does not fit. Once it is full, nothing more is worked out for it. */
export type Notes = {
  readonly isFull: () => boolean;
  readonly add: (observation: Extract<Observation, { kind: 'unknown-field' | 'wrong-type' }>) => void;
};

/** Which fields that are not in the table are noted: all, those that look like a misspelt field, none. */
export type Strictness = 'all' | 'slips' | 'none';

/**
 * Takes a value apart by a table, as the API server decodes JSON into the type: field names are case-sensitive, null is
 * absent, a whole number may be written as a float, a string never stands for anything else.
 *
 * A value of the wrong type is noted and absent; in a list an empty value of the right type keeps its place, so that
 * indices stay right. Fields that are not in the table are noted and left out.
 *
 * @param strictness For the fields of `node` itself; those of objects in it are noted in any case.
 * @see sigs.k8s.io/json (case-sensitive decoding); Go encoding/json (types and null)
 */
export function decode<S extends Shape>(
  node: Node,
  shape: S,
  place: { readonly pointer: string; readonly notes: Notes; readonly strictness?: Strictness },
): Infer<S> | undefined {
  const decoder = {
    trail: openTrail(place.pointer),
    notes: place.notes,
    strictness: place.strictness ?? 'all',
  };
  // `readValue` builds what the shape says; the compiler cannot follow a shape that is only known at run time.
  return readValue(decoder, node, shape) as Infer<S> | undefined;
}

type Decoder = { readonly trail: Trail; readonly notes: Notes; readonly strictness: Strictness };

function readValue(decoder: Decoder, node: Node, shape: Shape): unknown {
  if (node.type === 'null') return undefined;
  if (shape.type === 'any') return toPlain(node);
  if (shape.type === 'object' && node.type === 'map') return readObject(decoder, node, shape.fields);
  if (shape.type === 'map' && node.type === 'map') return readMap(decoder, node, shape.values);
  if (shape.type === 'list' && node.type === 'list') {
    return node.items.map(
      ({ value }, index) => readChild(decoder, index, value, shape.items) ?? emptyValue(shape.items),
    );
  }
  if ('value' in node && isOfType(node, shape.type)) return node.value;
  const expected = nameShape(shape);
  const found = node.type === 'float' ? 'number' : node.type;
  decoder.notes.add({ kind: 'wrong-type', pointer: printTrail(decoder.trail), expected, found });
  return undefined;
}

function readChild(decoder: Decoder, part: string | number, node: Node, shape: Shape): unknown {
  decoder.trail.parts.push(part);
  const value = readValue(decoder, node, shape);
  decoder.trail.parts.pop();
  return value;
}

function readObject(decoder: Decoder, node: MapNode, fields: Readonly<Record<string, Shape>>): unknown {
  const object: Record<string, unknown> = {};
  for (const [key, { value }] of node.entries) {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (shape === undefined) noteUnknown(decoder, key, fields);
    else {
      const read = readChild(decoder, key, value, shape);
      if (read !== undefined) object[key] = read;
    }
  }
  return object;
}

function noteUnknown(
  { trail, notes, strictness }: Decoder,
  field: string,
  fields: Readonly<Record<string, Shape>>,
): void {
  const noted = trail.parts.length > 0 ? 'all' : strictness;
  if (noted === 'none' || notes.isFull()) return;
  const suggestion = suggestField(field, Object.keys(fields));
  if (noted === 'slips' && suggestion === null) return;
  const pointer = printTrail({ ...trail, parts: [...trail.parts, field] });
  const sameButCase = suggestion?.toLowerCase() === field.toLowerCase();
  notes.add({ kind: 'unknown-field', pointer, field, suggestion, sameButCase });
}

/** A map whose keys the caller chose: no prototype, so that no key can mean more than itself. */
function readMap(decoder: Decoder, node: MapNode, values: Shape): unknown {
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.entries) {
    const read = value.type === 'null' ? emptyValue(values) : readChild(decoder, key, value, values);
    if (read !== undefined) map[key] = read;
  }
  return map;
}

function isOfType(node: Scalar, type: Shape['type']): boolean {
  if (type === 'boolean' || type === 'string') return node.type === type;
  if (type === 'intOrString' && node.type === 'string') return true;
  if (type !== 'integer' && type !== 'intOrString') return false;
  return (
    (node.type === 'integer' || node.type === 'float') &&
    Number.isInteger(node.value) &&
    Math.abs(node.value) < 2 ** 63
  );
}

/** Go's zero value: what stands for null, or for a value of the wrong type, where something has to stand. */
function emptyValue(shape: Shape): unknown {
  switch (shape.type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'intOrString':
      return 0;
    case 'string':
      return '';
    case 'list':
      return [];
    case 'map':
    case 'object':
      return {};
    case 'any':
      return null;
  }
}

function nameShape({ type }: Shape): string {
  if (type === 'intOrString') return 'integer or string';
  return type === 'object' ? 'map' : type;
}
