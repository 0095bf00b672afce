import { openEditor } from '../../../src/manifest/edit/edit-manifest.ts';
import type { Edit } from '../../../src/model/edit.ts';

/** What the text is after some edits of its first document, or why they are not done. */
function edit(text: string, edits: readonly Edit[], document = 0): string {
  const editor = openEditor(text);
  const plan = editor.plan(document, edits);
  if (!plan.ok) return `not done: ${plan.reason}`;
  const { text: written, wrong } = editor.write(new Map([[document, plan]]));
  return wrong.size === 0 ? written : `wrong: ${written}`;
}

const remove = (pointer: string): Edit => ({ op: 'remove', pointer });
const replace = (pointer: string, value: string | number | boolean): Edit => ({
  op: 'replace',
  pointer,
  value,
});
const add = (pointer: string, value: string | number | boolean, after: string): Edit => ({
  op: 'add',
  pointer,
  value,
  after,
});
const retype = (pointer: string, type: 'boolean' | 'integer' | 'string'): Edit => ({
  op: 'retype',
  pointer,
  type,
});
const respell = (pointer: string, part: 'key' | 'value' = 'value'): Edit => ({
  op: 'respell',
  pointer,
  part,
});
const overridden = (pointer: string, by: 'duplicate-key' | 'merge-overrides' = 'duplicate-key'): Edit => ({
  op: 'remove-overridden',
  pointer,
  by,
});
const rename = (pointer: string, key: string): Edit => ({ op: 'rename', pointer, key });

type Row = readonly [what: string, text: string, edits: readonly Edit[], after: string];

const inBlocks: readonly Row[] = [
  ['a member', 'a: 1\nb: 2\nc: 3\n', [remove('/b')], 'a: 1\nc: 3\n'],
  [
    'the comment behind stays in its place',
    'a: 1\nb: 2 # why\nc: 3\n',
    [remove('/b')],
    'a: 1\n# why\nc: 3\n',
  ],
  [
    'the comment above stays above',
    'm:\n  # why\n  b: 2\n  c: 3\n',
    [remove('/m/b')],
    'm:\n  # why\n  c: 3\n',
  ],
  [
    'comments inside, too',
    'a: 1\nm: # one\n    # two\n    - x # three\n\n    - y\nc: 3\n',
    [remove('/m')],
    'a: 1\n# one\n# two\n# three\nc: 3\n',
  ],
  ['neighbours', 'a: 1\nb: 2 # x\nc: 3\nd: 4\n', [remove('/b'), remove('/c')], 'a: 1\n# x\nd: 4\n'],
  ['the first member of an item', '- a: 1\n  b: 2\n', [remove('/0/a')], '- b: 2\n'],
  [
    'the first member, with comments',
    '- a: 1 # x\n  # y\n  b: 2\n',
    [remove('/0/a')],
    '- # x\n  # y\n  b: 2\n',
  ],
  ['the first two of three', '- a: 1\n  b: 2\n  c: 3\n', [remove('/0/a'), remove('/0/b')], '- c: 3\n'],
  [
    'the first member of an item of an item',
    '- - a: 1\n    b: 2\n  - c\n',
    [remove('/0/0/a')],
    '- - b: 2\n  - c\n',
  ],
  ['an item', 'l:\n  - a # x\n  - b\n', [remove('/l/0')], 'l:\n  # x\n  - b\n'],
  ['an item of a list that is not indented', 'l:\n- a\n- b\nm: 1\n', [remove('/l/1')], 'l:\n- a\nm: 1\n'],
  ['two items of three', 'l:\n- a\n- b\n- c\n', [remove('/l/0'), remove('/l/2')], 'l:\n- b\n'],
  ['the last item: the list goes too', 'a: 1\nl:\n- a # x\n', [remove('/l/0')], 'a: 1\n# x\n'],
  [
    'the last member: the map becomes {}',
    'v:\n  emptyDir: # x\n    mode: 7 # y\nb: 2\n',
    [remove('/v/emptyDir/mode')],
    'v:\n  emptyDir: {} # x\n    # y\nb: 2\n',
  ],
  ['the last member of an item', '- mode: 7 # x\n- b\n', [remove('/0/mode')], '- {} # x\n- b\n'],
  ['the last member below an anchor', 'e: &a\n  mode: 7\nb: 2\n', [remove('/e/mode')], 'e: &a {}\nb: 2\n'],
  [
    'a securityContext that says nothing goes too',
    'c:\n- n: a\n  securityContext:\n    capabilities:\n      drop: [ALL]\n',
    [remove('/c/0/securityContext/capabilities/drop')],
    'c:\n- n: a\n',
  ],
  [
    'one that says something stays',
    'securityContext:\n  odd: 1\n  capabilities:\n    drop: [ALL]\nb: 1\n',
    [remove('/securityContext/capabilities/drop')],
    'securityContext:\n  odd: 1\nb: 1\n',
  ],
  [
    'after a block scalar',
    's: |\n  text\n    # no comment\nb: 2 # x\nc: 3\n',
    [remove('/b')],
    's: |\n  text\n    # no comment\n# x\nc: 3\n',
  ],
  [
    'a block scalar',
    'a: 1\ns: |- # x\n  # no comment\n  text\n\nb: 2\n',
    [remove('/s')],
    'a: 1\n# x\n\nb: 2\n',
  ],
  ['a quoted scalar in lines', 'a: 1\ns: "x # no\n\n  y"\nb: 2\n', [remove('/s')], 'a: 1\nb: 2\n'],
  ['a plain scalar in lines', 'a: 1\ns: x\n  y # z\nb: 2\n', [remove('/s')], 'a: 1\n# z\nb: 2\n'],
  ['CR LF', 'a: 1\r\nb: 2 # x\r\nc: 3\r\n', [remove('/b')], 'a: 1\r\n# x\r\nc: 3\r\n'],
  ['without a line break at the end', 'a: 1\nb: 2', [remove('/b')], 'a: 1'],
  ['the same with CR LF', 'a: 1\r\nb: 2', [remove('/b')], 'a: 1'],
  ['the same with a comment', 'a: 1\nb: 2 # x', [remove('/b')], 'a: 1\n# x'],
  ['with a byte order mark', '\ufeffa: 1\nb: 2\n', [remove('/a')], '\ufeffb: 2\n'],
  ['a value that is not there', 'a:\nb: 2\n', [remove('/a')], 'b: 2\n'],
  ['a key in quotes, with a tag', 'a: 1\n!!str "b": 2\n', [remove('/b')], 'a: 1\n'],
  ['both of two equal keys', 'a: 1\nb: 2\na: 3\n', [remove('/a')], 'b: 2\n'],
  [
    'what stands in something that goes',
    'a:\n  b: 1\n  c: 2\nd: 3\n',
    [remove('/a/b'), remove('/a')],
    'd: 3\n',
  ],
];

const inFlow: readonly Row[] = [
  ['the first', '{a: 1, b: 2}\n# x\n', [remove('/a')], '{b: 2}\n# x\n'],
  ['the last', 'm: {a: 1, b: 2}\n', [remove('/m/b')], 'm: {a: 1}\n'],
  ['one between', 'm: [a, b, c]\n', [remove('/m/1')], 'm: [a, c]\n'],
  ['the last two', 'm: [a, b, c]\n', [remove('/m/1'), remove('/m/2')], 'm: [a]\n'],
  ['the first and the last', 'm: [ a, b, c ]\n', [remove('/m/0'), remove('/m/2')], 'm: [ b ]\n'],
  ['all', 'e: {mode: 1, b: 2}\nb: 2\n', [remove('/e/mode'), remove('/e/b')], 'e: {}\nb: 2\n'],
  ['the last of a list: the list goes too', 'm: {drop: [ALL], b: 2}\n', [remove('/m/drop/0')], 'm: {b: 2}\n'],
  ['before a comma at the end', 'm: [a, b,]\n', [remove('/m/1')], 'm: [a, ]\n'],
  ['at the end of a line', 'm: {a: 1, b: 2,\n  c: 3}\n', [remove('/m/b')], 'm: {a: 1,\n  c: 3}\n'],
  [
    'in lines, with comments',
    'm: {\n  a: 1, # x\n  # y\n  b: 2 # z\n}\n',
    [remove('/m/b')],
    'm: {\n  a: 1 # x\n  # y\n  # z\n}\n',
  ],
  [
    'all of some lines',
    'm: {\n  a: 1, # x\n  b: 2 # z\n}\n',
    [remove('/m/a'), remove('/m/b')],
    'm: {\n  # x\n  # z\n}\n',
  ],
  [
    'JSON in lines',
    '{\n  "a": 1,\n  "b": [1],\n  "c": 2\n}\n',
    [remove('/a'), remove('/c')],
    '{\n  "b": [1]\n}\n',
  ],
  [
    'the last lines of JSON',
    '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
    [remove('/b'), remove('/c')],
    '{\n  "a": 1\n}',
  ],
  ['JSON without blanks', '{"a":1,"b":{"c":2},"d":3}', [remove('/b'), remove('/a')], '{"d":3}'],
  ['JSON with tabs', '{\n\t"a": 1,\n\t"b": 2\n}', [remove('/a')], '{\n\t"b": 2\n}'],
];

const written: readonly Row[] = [
  [
    'in the quotes that were there',
    `a: "x" # c\nb: 'x'\nc: x\n`,
    ['a', 'b', 'c'].map((key) => replace(`/${key}`, 'z')),
    `a: "z" # c\nb: 'z'\nc: z\n`,
  ],
  [
    'with quotes where they are needed',
    'a: x\nb: x\n',
    [replace('/a', 'yes'), replace('/b', 'a: b # c')],
    'a: "yes"\nb: "a: b # c"\n',
  ],
  [
    'an octal as an octal',
    'a: 0777\nb: 511\n',
    [replace('/a', 0o755), replace('/b', 0o755)],
    'a: 0755\nb: 493\n',
  ],
  ['a block scalar, whose comment stays', 'a: | # c\n  x \nb: 1\n', [replace('/a', 'x')], 'a: x # c\nb: 1\n'],
  ['an alias', 'a: &x 1\nb: *x # c\n', [replace('/b', 2)], 'a: &x 1\nb: 2 # c\n'],
  ['an anchor and a tag that nobody uses', 'a: &x !!str 1\n', [replace('/a', 2)], 'a: 2\n'],
  ['JSON', '{"a":"x"}', [replace('/a', 'yes')], '{"a":"yes"}'],
  ['an item', 'l: [a, "b"]\n', [replace('/l/0', 'c'), replace('/l/1', 'd')], 'l: [c, "d"]\n'],
  [
    'after a member',
    '- name: a # c\n  b: 1\n',
    [add('/0/x', true, 'name')],
    '- name: a # c\n  x: true\n  b: 1\n',
  ],
  [
    'after the last, without a line break',
    'm:\n  name: a',
    [add('/m/x', 'Always', 'name')],
    'm:\n  name: a\n  x: Always',
  ],
  [
    'after a block',
    'm:\r\n  name:\r\n  - a # c\r\nb: 1\r\n',
    [add('/m/x', 1, 'name')],
    'm:\r\n  name:\r\n  - a # c\r\n  x: 1\r\nb: 1\r\n',
  ],
  ['between brackets', '- {name: a, b: 1}\n', [add('/0/x', true, 'name')], '- {name: a, x: true, b: 1}\n'],
  [
    'between lines of JSON',
    '{\n  "name": "a"\n}\n',
    [add('/x', 's', 'name')],
    '{\n  "name": "a",\n  "x": "s"\n}\n',
  ],
  ['two at one place', 'name: a\n', [add('/x', 1, 'name'), add('/z', 2, 'name')], 'name: a\nx: 1\nz: 2\n'],
  [
    'a key',
    'hostpid: true # c\n"hostipc": true\n',
    [rename('/hostpid', 'hostPID'), rename('/hostipc', 'hostIPC')],
    'hostPID: true # c\n"hostIPC": true\n',
  ],
  ['a key with an edit below it', 'a: {b: 1, c: 2}\n', [rename('/a', 'x'), remove('/a/b')], 'x: {c: 2}\n'],
  [
    'a boolean in quotes',
    'a: "True"\nb: \'no\'\n',
    [retype('/a', 'boolean'), retype('/b', 'boolean')],
    'a: true\nb: false\n',
  ],
  ['a number in quotes', '{"a": "8080"}', [retype('/a', 'integer')], '{"a": 8080}'],
  [
    'text without quotes, as it is written',
    'a: 1.10\nb: yes\nc: 0x1F\nd: !!int 7\n',
    ['a', 'b', 'c', 'd'].map((key) => retype(`/${key}`, 'string')),
    'a: "1.10"\nb: "yes"\nc: "0x1F"\nd: "7"\n',
  ],
  [
    'a boolean of YAML 1.1',
    'a: on # c\nb: [No]\n',
    [respell('/a'), respell('/b/0')],
    'a: true # c\nb: [false]\n',
  ],
  ['a key that is a boolean', 'on: 1\n', [respell('/true', 'key')], '"true": 1\n'],
  ['an octal', 'a: 01000\nb: -017\n', [respell('/a'), respell('/b')], 'a: 512\nb: -15\n'],
  [
    'where an anchor shows it twice',
    'a: &x [yes]\nb: *x\n',
    [respell('/a/0'), respell('/b/0')],
    'a: &x [true]\nb: *x\n',
  ],
  ['the earlier of equal keys', 'a: 1 # x\nb: 2\na: 3\na: 4\n', [overridden('/a')], '# x\nb: 2\na: 4\n'],
  ['the earlier of equal keys of JSON', '{"a": 1, "b": 2, "a": 3}', [overridden('/a')], '{"b": 2, "a": 3}'],
  [
    'what a merge overrides',
    'x: &x {k: 1}\nz:\n  k: 2\n  <<: *x\n',
    [overridden('/z/k', 'merge-overrides')],
    'x: &x {k: 1}\nz:\n  <<: *x\n',
  ],
  [
    'nothing, where the other thing overrides',
    'k: 1\nk: 2\n',
    [overridden('/k', 'merge-overrides')],
    'k: 1\nk: 2\n',
  ],
];

const shared =
  'not done: The place is used by more than one part of the document, through an alias or a merge: an edit would change the other parts too.';
const layout =
  'not done: The place is written in a way that cannot be edited without touching what is around it.';
const conflict = 'not done: Another fix that was asked for changes the same place in another way.';
const unclear = 'not done: What is written has no single reading as a value of the type its field has.';
const absent = 'not done: The text has nothing at the place that would be edited.';

const inSharedPlaces: readonly Row[] = [
  [
    'a member that an alias shows elsewhere, where it goes, too',
    'a: &x {b: 1, c: 2}\nd: *x\n',
    [remove('/a/b'), remove('/d/b')],
    'a: &x {c: 2}\nd: *x\n',
  ],
  [
    'the last one, of a map that may be empty',
    'a: &x {b: 1}\nd: *x\n',
    [remove('/a/b'), remove('/d/b')],
    'a: &x {}\nd: *x\n',
  ],
  [
    'the last one, of a map that then says nothing',
    'a:\n  k: 1\n  securityContext: &x\n    b: 1\nd: {k: 1, securityContext: *x}\n',
    [remove('/a/securityContext/b'), remove('/d/securityContext/b')],
    'a:\n  k: 1\nd: {k: 1}\n',
  ],
  [
    'the last one, where a third place needs the map',
    'a:\n  k: 1\n  securityContext: &x\n    b: 1\nd: [*x]\n',
    [remove('/a/securityContext/b'), remove('/d/0/b')],
    'a:\n  k: 1\n  securityContext: &x {}\nd: [*x]\n',
  ],
  [
    'another value',
    'a: &x\n  b: 1\nd: *x\n',
    [replace('/d/b', 2), replace('/a/b', 2)],
    'a: &x\n  b: 2\nd: *x\n',
  ],
  [
    'another key',
    'a: &x {b: 1}\nd: *x\n',
    [rename('/d/b', 'c'), rename('/a/b', 'c')],
    'a: &x {c: 1}\nd: *x\n',
  ],
  [
    'one more member',
    'a: &x {b: 1}\nd: *x\n',
    [add('/d/c', 2, 'b'), add('/a/c', 2, 'b')],
    'a: &x {b: 1, c: 2}\nd: *x\n',
  ],
  [
    'an item of a list, and an alias of what an alias shows',
    'a: &x\n  b: &y [1, 2]\n  c: *y\nd: *x\n',
    ['/a/b/1', '/a/c/1', '/d/b/1', '/d/c/1'].map(remove),
    'a: &x\n  b: &y [1]\n  c: *y\nd: *x\n',
  ],
];

const refused: readonly Row[] = [
  [
    'in some of the places of an alias',
    'a: &x\n  b: &y [1, 2]\n  c: *y\nd: *x\n',
    ['/a/b/1', '/a/c/1', '/d/b/1'].map(remove),
    shared,
  ],
  [
    'different things of one place that an alias shows',
    'a: &x {b: 1}\nd: *x\n',
    [replace('/d/b', 2), replace('/a/b', 3)],
    shared,
  ],
  [
    'what an alias and a merge show elsewhere',
    'a: &x {b: 1, c: 2}\nd: *x\ne: {<<: *x}\n',
    [remove('/a/b'), remove('/d/b')],
    shared,
  ],
  ['in what an alias shows elsewhere', 'a: &x {b: 1, c: 2}\nd: *x\n', [remove('/a/b')], shared],
  ['by way of an alias', 'a: &x {b: 1, c: 2}\nd: *x\n', [replace('/d/b', 2)], shared],
  ['what a merge brought', 'a: &x {b: 1}\nd:\n  <<: *x\n  e: 1\n', [remove('/d/b')], shared],
  ['what a merge takes elsewhere', 'a: &x {b: 1, c: 2}\nd: {<<: *x}\n', [replace('/a/b', 2)], shared],
  ['an anchor that is needed', 'a: {b: &x 1}\nd: *x\n', [remove('/a')], shared],
  ['a comment would be lost', 'm: {a: 1 # c\n  , b: 2}\n', [remove('/m/a')], layout],
  ['an explicit key', '? a\n: 1\n? b\n: 2\n', [remove('/b')], layout],
  ['two wishes for one place', 'a: 1\nb: 2\n', [remove('/a'), replace('/a', 2)], conflict],
  ['two values for one place', 'a: 1\n', [replace('/a', 3), replace('/a', 2)], conflict],
  ['an addition after what goes', 'a: 1\nb: 2\n', [remove('/a'), add('/c', 2, 'a')], conflict],
  ['text that is no number', 'a: many\nb: "0644"\n', [retype('/a', 'integer')], unclear],
  ['a number that may be octal', 'b: "0644"\n', [retype('/b', 'integer')], unclear],
  ['a list as text', 'a: [1]\n', [retype('/a', 'string')], unclear],
  ['nothing there', 'a: 1\n', [remove('/b')], absent],
  [
    'a key that is taken',
    'a: 1\nb: 2\n',
    [rename('/a', 'b')],
    'not done: The map has a member with the right key already.',
  ],
  ['no document', '', [remove('/a')], absent],
];

describe.each([
  ['removed from a block', inBlocks],
  ['removed from between brackets', inFlow],
  ['written', written],
  ['done in each place of an alias', inSharedPlaces],
  ['refused', refused],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_what, text, edits, after) => {
    expect(edit(text, edits)).toBe(after);
  });
});

test('documents are edited together, each for itself', () => {
  const editor = openEditor('a: 1\nb: 2 # x\n---\n# y\na: 3\nb: 4\n---\na: [\n');
  const plans = [0, 1].flatMap((document) => {
    const plan = editor.plan(document, [remove('/b')]);
    return plan.ok ? [[document, plan] as const] : [];
  });
  expect(editor.write(new Map(plans)).text).toBe('a: 1\n# x\n---\n# y\na: 3\n---\na: [\n');
  expect(editor.plan(2, [remove('/a')])).toEqual({
    ok: false,
    reason: absent.slice('not done: '.length),
    pointers: new Set(),
  });
});

test('a text that would not say what it should is told', () => {
  // The merge shows its own value once the member that overrides it is gone.
  const editor = openEditor('x: &x {k: 1}\nz: {<<: *x, k: 2, m: 3}\n');
  const plan = editor.plan(0, [remove('/z/k')]);
  expect(plan.ok && editor.write(new Map([[0, plan]])).wrong).toEqual(new Set([0]));
});

test.each([
  [
    [remove('/l/0'), remove('/l/2')],
    { '/l/1': '/l/0', '/l/1/a': '/l/0/a', '/l/3': '/l/1', '/l/2': null, '/l/2/a': null },
  ],
  [[rename('/m/a', 'c'), rename('/m', 'n')], { '/m/a': '/n/c', '/m/b': '/n/b' }],
  [[rename('/m', 'n')], { '/m': '/n', '/m/a': '/n/a', '/l': '/l' }],
  [[remove('/m/a')], { '/m': '/m', '/m/a': null, '/m/b': '/m/b' }],
])('places are followed: %j', (edits, places) => {
  const plan = openEditor('l: [a, b, c, d]\nm: {a: 1, b: 2}\n').plan(0, edits);
  if (!plan.ok) throw new Error(plan.reason);
  expect(Object.fromEntries(Object.keys(places).map((pointer) => [pointer, plan.follow(pointer)]))).toEqual(
    places,
  );
  for (const [pointer, now] of Object.entries(places)) if (now !== null) expect(plan.back(now)).toBe(pointer);
});

test('a patch is in an order in which each path still leads where it did', () => {
  const text = 'l: [{a: 1, b: 2}, b, c]\nm: {x: 1}\nsecurityContext: {privileged: yes}\n';
  const edits = [
    remove('/l/1'),
    remove('/l/2'),
    remove('/l/0/a'),
    rename('/m', 'n'),
    replace('/m/x', 2),
    remove('/securityContext/privileged'),
    respell('/l/0/b'),
  ];
  const plan = openEditor(text).plan(0, edits);
  expect(plan.ok && plan.patch).toEqual([
    { op: 'remove', path: '/securityContext' },
    { op: 'replace', path: '/m/x', value: 2 },
    { op: 'move', from: '/m', path: '/n' },
    { op: 'remove', path: '/l/2' },
    { op: 'remove', path: '/l/1' },
    { op: 'remove', path: '/l/0/a' },
  ]);
});
