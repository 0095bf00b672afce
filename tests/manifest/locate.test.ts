import { readManifest } from '../../src/manifest/read-manifest.ts';
import type { Range } from '../../src/model/report.ts';

/** Cuts out of a text what a range names. A byte order mark is no character of it. */
function slice(text: string, { start, end }: Range): string {
  const body = text.replace(/^\ufeff/, '');
  const lines = body.split(/(?<=\n|\r(?!\n))/);
  const offset = ({ line, column }: Range['start']) => lines.slice(0, line - 1).join('').length + column - 1;
  return body.slice(offset(start), offset(end));
}

const locate = (text: string, pointer: string, document = 0): string | null => {
  const found = readManifest(text).documents[document];
  return found === undefined ? null : slice(text, found.locate(pointer));
};

const text = `# first
apiVersion: v1 # c
kind: Pod
metadata:
  name: &n "a b"
spec: # c
  base: &base
    image: x   # c
    env:
    - name: E
      value: |
        one
        two

  containers:
  - <<: *base
    name: *n
    args: [a, "b c", {d: e}]
    ports:
      -   containerPort: 80
          name:
  - *base
  - {name: c,
     image: y}
# last
`;

test.each([
  ['', text.slice(text.indexOf('api'), text.indexOf('\n# last'))],
  ['/kind', 'kind: Pod'],
  ['/metadata', 'metadata:\n  name: &n "a b"'],
  ['/metadata/name', 'name: &n "a b"'],
  ['/spec/base/image', 'image: x'],
  ['/spec/base/env/0/value', 'value: |\n        one\n        two'],
  ['/spec/base/env', 'env:\n    - name: E\n      value: |\n        one\n        two'],
  ['/spec/containers/0/name', 'name: *n'],
  ['/spec/containers/0/args/1', '"b c"'],
  ['/spec/containers/0/args/2/d', 'd: e'],
  ['/spec/containers/0/ports/0', 'containerPort: 80\n          name:'],
  ['/spec/containers/0/ports/0/name', 'name:'],
  ['/spec/containers/1', '*base'],
  ['/spec/containers/2', '{name: c,\n     image: y}'],
  // Through a merge and through an alias
  ['/spec/containers/0/image', 'image: x'],
  ['/spec/containers/1/env/0/name', 'name: E'],
  // What is not there
  ['/spec/containers/0/nope', text.slice(text.indexOf('<<'), text.indexOf('\n  - *base'))],
  ['/spec/containers/9', text.slice(text.indexOf('containers:'), text.indexOf('\n# last'))],
  ['/spec/containers/00', text.slice(text.indexOf('containers:'), text.indexOf('\n# last'))],
  ['/kind/deeper', 'kind: Pod'],
  ['nonsense', text.slice(text.indexOf('api'), text.indexOf('\n# last'))],
])('%s', (pointer, expected) => {
  expect(locate(text, pointer)).toBe(expected);
  const crlf = text.replaceAll('\n', '\r\n');
  expect(locate(crlf, pointer)).toBe(expected.replaceAll('\n', '\r\n'));
});

test.each([
  ['escapes', 'kind: A\napiVersion: v1\na/b: {c~d: 1}\n', '/a~1b/c~0d', 'c~d: 1'],
  ['keys that are no strings', 'kind: A\napiVersion: v1\non: {0x10: 1}\n', '/true/16', '0x10: 1'],
  ['an explicit key', 'kind: A\napiVersion: v1\n? a\n: b\n', '/a', 'a\n: b'],
  ['a tag and an anchor', 'kind: A\napiVersion: v1\na: !!str &x 1\n', '/a', 'a: !!str &x 1'],
  ['a key in brackets', 'kind: A\napiVersion: v1\na: [b: c, d]\n', '/a/0/b', 'b: c'],
  ['JSON', '{"apiVersion":"v1", "kind":"A",\n "a": [1, {"b" : "c"} ]}', '/a/1/b', '"b" : "c"'],
  ['an item of JSON', '{"apiVersion":"v1","kind":"A","a":[ 1 , 2 ]}', '/a/1', '2'],
  ['after a byte order mark', '\ufeffkind: A\napiVersion: v1\n', '/kind', 'kind: A'],
])('%s', (_, text, pointer, expected) => {
  expect(locate(text, pointer)).toBe(expected);
});

test('each document by itself', () => {
  const two = `${text}---\n\n# second\nkind: B\napiVersion: v1\n`;
  expect(locate(two, '/kind', 1)).toBe('kind: B');
  expect(locate(two, '', 1)).toBe('kind: B\napiVersion: v1');
  const json = '{"kind":"A"} {"kind":"B"}';
  expect(locate(json, '/kind', 1)).toBe('"kind":"B"');
  expect(locate(json, '', 1)).toBe('{"kind":"B"}');
});

test('a document that cannot be read is found as a whole', () => {
  expect(locate('\n  a: [\n\n---\nkind: A\n', '/a')).toBe('a: [');
  expect(locate('kind: A\n--- x\nkind: B\n', '', 1)).toBe('--- x\nkind: B');
});
