import { openBudget } from '../../src/manifest/budget.ts';
import { decode, type Notes, type Strictness } from '../../src/manifest/decode.ts';
import type { Node } from '../../src/manifest/node.ts';
import { parseYaml } from '../../src/manifest/yaml/parse-yaml.ts';
import {
  any,
  boolean,
  integer,
  intOrString,
  list,
  map,
  object,
  type Shape,
  string,
} from '../../src/model/shape.ts';

/** Without the type it infers, which has no end for a shape that is not known. */
const decodeAny = decode as unknown as (node: Node, shape: Shape, place: Place) => unknown;
type Place = { readonly pointer: string; readonly notes: Notes; readonly strictness: Strictness };

/** Decodes a YAML text by a shape; says what was noted, too. */
function read(
  text: string,
  shape: Shape,
  strictness: Strictness = 'all',
): [value: unknown, notes: unknown[]] {
  const { root } = parseYaml(`${text}\n`, 0, openBudget());
  const noted: unknown[] = [];
  const notes = { isFull: () => false, add: (observation: unknown) => noted.push(observation) };
  const value =
    root === null ? 'nothing to read' : decodeAny(root, shape, { pointer: '/x', notes, strictness });
  return [value, noted];
}

const wrong = (expected: string, found: string, pointer = '/x') => [
  { kind: 'wrong-type', pointer, expected, found },
];

test.each<[text: string, shape: Shape, value: unknown]>([
  ['yes', boolean, true],
  ['80', integer, 80],
  ['80.0', integer, 80],
  ['8e3', integer, 8000],
  ['0x50', integer, 80],
  ['-1', integer, -1],
  ['9007199254740993', integer, 9007199254740992],
  ['8080', intOrString, 8080],
  ['http', intOrString, 'http'],
  ['"8080"', intOrString, '8080'],
  ['a', string, 'a'],
  ['22:22', string, '22:22'],
  ['[a, b]', list(string), ['a', 'b']],
  ['[]', list(string), []],
  ['{}', object({ a: string }), {}],
  ['{a: b}', map(string), { a: 'b' }],
  ['{a: {b: [1, null, {c: yes}]}}', any, { a: { b: [1, null, { c: true }] } }],
  ['a', any, 'a'],
])('%s is %j', (text, shape, value) => {
  expect(read(text, shape)).toEqual([value, []]);
});

test.each<[text: string, shape: Shape, expected: string, found: string]>([
  ['"true"', boolean, 'boolean', 'string'],
  ['1', boolean, 'boolean', 'integer'],
  ['"80"', integer, 'integer', 'string'],
  ['80.5', integer, 'integer', 'number'],
  ['1e300', integer, 'integer', 'number'],
  ['18446744073709551615', integer, 'integer', 'integer'],
  ['yes', string, 'string', 'boolean'],
  ['8080', string, 'string', 'integer'],
  ['1.5', string, 'string', 'number'],
  ['[]', string, 'string', 'list'],
  ['yes', intOrString, 'integer or string', 'boolean'],
  ['80.5', intOrString, 'integer or string', 'number'],
  ['{}', list(string), 'list', 'map'],
  ['a', list(string), 'list', 'string'],
  ['[]', object({}), 'map', 'list'],
  ['[]', map(string), 'map', 'list'],
])('%s is refused', (text, shape, expected, found) => {
  expect(read(text, shape)).toEqual([undefined, wrong(expected, found)]);
});

test.each<[shape: Shape]>([
  [boolean],
  [integer],
  [string],
  [intOrString],
  [list(string)],
  [object({})],
  [map(string)],
  [any],
])('null is absent: %j', (shape) => {
  expect(read('~', shape)).toEqual([undefined, []]);
  expect(read('{a: ~}', object({ a: shape }))).toEqual([{}, []]);
});

test.each<[shape: Shape, empty: unknown]>([
  [boolean, false],
  [integer, 0],
  [intOrString, 0],
  [string, ''],
  [list(string), []],
  [map(string), {}],
  [object({}), {}],
  [any, null],
])('null in a list or a map is the empty value: %j', (shape, empty) => {
  expect(read('[~]', list(shape))).toEqual([[empty], []]);
  expect(read('{a: ~}', map(shape))).toEqual([{ a: empty }, []]);
});

test('an item of the wrong type keeps its place, a value of a map does not', () => {
  expect(read('[a, 1, b]', list(string))).toEqual([['a', '', 'b'], wrong('string', 'integer', '/x/1')]);
  expect(read('[{}, 1, {a: b}]', list(object({ a: string })))).toEqual([
    [{}, {}, { a: 'b' }],
    wrong('map', 'integer', '/x/1'),
  ]);
  expect(read('{a/b: 1, c: d}', map(string))).toEqual([{ c: 'd' }, wrong('string', 'integer', '/x/a~1b')]);
});

const fields = object({ hostPID: boolean, inner: object({ name: string }) });
const unknown = (field: string, suggestion: string | null, pointer = `/x/${field}`) => ({
  kind: 'unknown-field',
  pointer,
  field,
  suggestion,
  sameButCase: suggestion?.toLowerCase() === field.toLowerCase(),
});

test.each<[strictness: Strictness, notes: unknown[]]>([
  ['all', [unknown('hostpid', 'hostPID'), unknown('other', null), unknown('Name', 'name', '/x/inner/Name')]],
  ['slips', [unknown('hostpid', 'hostPID'), unknown('Name', 'name', '/x/inner/Name')]],
  ['none', [unknown('Name', 'name', '/x/inner/Name')]],
])('fields that are not in the table: %s', (strictness, notes) => {
  expect(read('{hostpid: true, other: 1, inner: {Name: a}}', fields, strictness)).toEqual([
    { inner: {} },
    notes,
  ]);
});

test('no key can mean more than itself', () => {
  const text = '{__proto__: {polluted: a}, constructor: b, toString: c}';
  for (const shape of [any, map(any)]) {
    const [value] = read(text, shape);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString']);
  }
  const [decoded, notes] = read(text, fields);
  expect(decoded).toStrictEqual({});
  expect(notes).toHaveLength(3);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('what is full is not worked for', () => {
  const { root } = parseYaml('{a: 1}\n', 0, openBudget());
  const add = jest.fn();
  if (root !== null) decode(root, fields, { pointer: '', notes: { isFull: () => true, add } });
  expect(add).not.toHaveBeenCalled();
});
