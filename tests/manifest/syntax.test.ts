import { readManifest } from '../../src/manifest/read-manifest.ts';

const tab = 'A tab stands where YAML wants spaces for indentation.';
const noColon = 'A key is expected here, and the `:` after it is missing on its line.';
const misplaced = 'A `:` stands where no key can be: the value may need quotes, or the indentation is off.';
const noKey = 'A key is expected here; the indentation may be off, or a value needs quotes.';
const noValue = 'A value is missing here, or what stands here cannot be one.';
const badCharacter = 'No value can start with this character; a value that does needs quotes.';
const badName =
  'After `&` or `*` stands a name of letters, digits, `-` and `_`; a value that starts with one of them needs quotes.';
const badTag = 'This tag is not written as YAML wants it, or uses a handle that nothing defines.';
const badMerge = 'Only a map, or a list of maps, can be merged with `<<`.';
const nullKey = 'Null, or an integer of more than 63 bits, cannot be a key.';
const infinite = 'JSON, which Kubernetes speaks, has no infinite and no undefined number.';

/** What is wrong, where, and what is said of it. */
test.each([
  ['a tab that indents', 'a:\n\tb: 1\n', 'YAML_SYNTAX', 2, 1, tab],
  ['a tab after a dash', 'a:\n-\tb\n', 'YAML_SYNTAX', 2, 2, tab],
  ['a tab before the next line of a value', 'a: b\n  c\n\td\n', 'YAML_SYNTAX', 3, 2, tab],
  ['a tab in a block scalar', 'a: |\n\tb\n', 'YAML_SYNTAX', 2, 1, tab],
  ['a key without colon', 'a: 1\nb\nc: 2\n', 'YAML_SYNTAX', 2, 1, noColon],
  ['a key without colon at the end', 'a: 1\nb\n', 'YAML_SYNTAX', 2, 1, noColon],
  ['a key over two lines in quotes', 'a: 1\n"b\n c": 2\n', 'YAML_SYNTAX', 2, 1, noColon],
  ['two colons on a line', 'a: b: c\n', 'YAML_SYNTAX', 1, 5, misplaced],
  ['a line too far right', 'a: 1\n  b: 2\n', 'YAML_SYNTAX', 2, 4, misplaced],
  ['a line too far left', 'a:\n    b: 1\n  c: 2\n', 'YAML_SYNTAX', 3, 3, noKey],
  ['a member under a plain item', 'a:\n- b\n  c: d\n', 'YAML_SYNTAX', 3, 4, misplaced],
  ['an item under a value', 'a: b\n- c\n', 'YAML_SYNTAX', 2, 1, noKey],
  ['an item too far left', 'a:\n  - b\n - c\n', 'YAML_SYNTAX', 3, 2, noKey],
  [
    'an item too far left in a list',
    '- - b\n - c\n',
    'YAML_SYNTAX',
    2,
    2,
    'The next item of a list (`- `) is expected here; the indentation may be off.',
  ],
  [
    'a list on the line of its key',
    'a: - b\n',
    'YAML_SYNTAX',
    1,
    4,
    'A list cannot start here: put it on a line of its own.',
  ],
  [
    'a `?` on the line of its key',
    'a: ? b\n',
    'YAML_SYNTAX',
    1,
    4,
    'A key cannot start here: put it on a line of its own.',
  ],
  ['a key of more than 1024 characters', `a: 1\n${'k'.repeat(1025)}: 1\n`, 'YAML_SYNTAX', 2, 1, noColon],
  ['an open bracket', 'a: [b, c\n', 'YAML_SYNTAX', 2, 1, 'A `,` or the closing `]` is expected here.'],
  [
    'an open brace and no line break',
    'a: {b: c',
    'YAML_SYNTAX',
    1,
    9,
    'A `,` or the closing `}` is expected here.',
  ],
  ['a wrong bracket', 'a: [b}\n', 'YAML_SYNTAX', 1, 6, 'A `,` or the closing `]` is expected here.'],
  ['two commas', 'a: [b,,c]\n', 'YAML_SYNTAX', 1, 7, noValue],
  ['a bracket that closes nothing', 'a: ]\n', 'YAML_SYNTAX', 1, 4, noValue],
  ['a dash in brackets', 'a: [- b]\n', 'YAML_SYNTAX', 1, 5, noValue],
  ['an open quote', 'a: "b\nc: d\n', 'YAML_SYNTAX', 1, 4, 'The quote that closes this value is missing.'],
  [
    'an open single quote',
    "a: 'b\nc: d\n",
    'YAML_SYNTAX',
    1,
    4,
    'The quote that closes this value is missing.',
  ],
  [
    'an unknown escape',
    'a: "\\q"\n',
    'YAML_SYNTAX',
    1,
    5,
    'A backslash in double quotes starts an escape that YAML does not define.',
  ],
  ['a short escape', 'a: "\\x4"\n', 'YAML_SYNTAX', 1, 5, 'This escape needs 2 hexadecimal digits.'],
  [
    'a large escape',
    'a: "\\U00110000"\n',
    'YAML_SYNTAX',
    1,
    5,
    'This escape names a character beyond Unicode.',
  ],
  [
    'an end of document in quotes',
    'a: "b\n...\n"\n',
    'YAML_SYNTAX',
    2,
    1,
    'A document separator stands inside a quoted value.',
  ],
  ['text after quotes', 'a: "b" c\n', 'YAML_SYNTAX', 1, 8, noKey],
  ['an @', 'a: @b\n', 'YAML_SYNTAX', 1, 4, badCharacter],
  ['a backquote', 'a: `b`\n', 'YAML_SYNTAX', 1, 4, badCharacter],
  ['a %', 'a: %b\n', 'YAML_SYNTAX', 1, 4, badCharacter],
  ['a block scalar in brackets', 'a: [|]\n', 'YAML_SYNTAX', 1, 5, badCharacter],
  ['an anchor without name', 'a: &\n', 'YAML_SYNTAX', 1, 4, badName],
  ['a pattern taken for an alias', 'a: *.example.com\n', 'YAML_SYNTAX', 1, 4, badName],
  ['an unknown alias', 'a: *b\n', 'BAD_ALIAS', 1, 4, 'No anchor before this alias has its name.'],
  [
    'an alias before its anchor',
    'a: *b\nb: &b 1\n',
    'BAD_ALIAS',
    1,
    4,
    'No anchor before this alias has its name.',
  ],
  ['an alias in its anchor', 'a: &a [*a]\n', 'BAD_ALIAS', 1, 8, 'An alias stands inside the value it names.'],
  [
    'an alias across documents',
    'apiVersion: v1\nkind: &k A\n---\na: *k\n',
    'BAD_ALIAS',
    4,
    4,
    'No anchor before this alias has its name.',
  ],
  ['an open tag', 'a: !<b c\n', 'YAML_SYNTAX', 1, 4, badTag],
  ['a tag that ends in !', 'a: !! c\n', 'YAML_SYNTAX', 1, 4, badTag],
  ['an unknown handle', 'a: !b!c d\n', 'YAML_SYNTAX', 1, 4, badTag],
  [
    'a value that is not what its tag says',
    'a: !!int b\n',
    'YAML_SYNTAX',
    1,
    10,
    'The value is not what its tag says.',
  ],
  [
    'a bad header',
    'a: |x\n  b\n',
    'YAML_SYNTAX',
    1,
    4,
    'After `|` or `>` only an indentation, `-`, `+` or a comment may stand on the line.',
  ],
  [
    'an indentation of 0',
    'a: |0\n  b\n',
    'YAML_SYNTAX',
    1,
    4,
    'The indentation of a block scalar cannot be 0.',
  ],
  ['a list for a key', '? [a]\n: b\n', 'BAD_KEY', 1, 3, 'A list or a map cannot be a key.'],
  ['a map for a key', '# c\n{a: b}: c\n', 'BAD_KEY', 2, 1, 'A list or a map cannot be a key.'],
  ['null for a key', 'a:\n  ~: b\n', 'BAD_KEY', 2, 3, nullKey],
  ['a large key', '18446744073709551615: a\n', 'BAD_KEY', 1, 1, nullKey],
  ['null for a key, merged', 'a: &a {~: b}\nc: {<<: *a}\n', 'BAD_KEY', 1, 8, nullKey],
  ['no key', ': a\n', 'YAML_SYNTAX', 1, 1, noKey],
  ['no key in brackets', 'a: [? : a]\n', 'YAML_SYNTAX', 1, 7, 'A key is missing here.'],
  ['a scalar to merge', '<<: 1\n', 'BAD_KEY', 1, 1, badMerge],
  ['a list of scalars to merge', '<<: [1]\n', 'BAD_KEY', 1, 1, badMerge],
  ['an alias of a list to merge', 'a: &a [{b: 1}]\nc:\n  <<: *a\n', 'BAD_KEY', 3, 3, badMerge],
  ['infinity', 'a:\n- .inf\n', 'YAML_UNSUPPORTED', 2, 3, infinite],
  ['not a number', 'a: &a [.nan]\nb: *a\n', 'YAML_UNSUPPORTED', 1, 8, infinite],
  [
    'an end before everything',
    '...\na: 1\n',
    'YAML_SYNTAX',
    1,
    1,
    'The document ends here before it says anything.',
  ],
  [
    'text after a separator',
    '--- a: b\n',
    'YAML_SYNTAX',
    1,
    1,
    'After the document separator `---` only a comment may stand on the line.',
  ],
  [
    'a comma at the end of JSON',
    '{"a": 1,}\n@',
    'YAML_SYNTAX',
    1,
    9,
    'A key in double quotes is expected here.',
  ],
  ['no value in JSON', '{"a": @}', 'YAML_SYNTAX', 1, 7, 'A JSON value is expected here.'],
  ['no colon in JSON', '{"a" @}', 'YAML_SYNTAX', 1, 6, 'A `:` is expected here.'],
  [
    'no comma in JSON',
    '{"a": [1 "b"]}\t@',
    'YAML_SYNTAX',
    1,
    10,
    'A `,` or the `]` that ends a list is expected here.',
  ],
  ['no end of JSON', '{"a": 1', 'YAML_SYNTAX', 1, 8, 'A `,` or the `}` that ends a map is expected here.'],
  [
    'an open string in JSON',
    '{"a": "b',
    'YAML_SYNTAX',
    1,
    7,
    'A string is not closed on its line, or holds a control character.',
  ],
  [
    'an unknown escape in JSON',
    '{"a": "\\q"}',
    'YAML_SYNTAX',
    1,
    7,
    'A backslash in a string starts an escape that JSON does not define.',
  ],
])('%s', (_, text, code, line, column, detail) => {
  const document = readManifest(text).documents.find(({ status }) => status === 'invalid');
  expect(document?.problems.map(({ code, detail, range }) => [code, range?.start, detail])).toEqual([
    [code, { line, column }, detail],
  ]);
});

test('the first thing that is wrong is told', () => {
  const [document] = readManifest('a: 1\n  b: 2\nc: [\nd: "\n').documents;
  expect(document?.problems.map(({ range }) => range?.start.line)).toEqual([2]);
});

test('what a later key replaces does not matter', () => {
  const text = 'apiVersion: v1\nkind: A\na: .inf\na: 1\nb: {~: 1}\nb: 2\n';
  expect(readManifest(text).documents.map(({ problems }) => problems)).toEqual([[]]);
});
