import fc from 'fast-check';
import { parse } from 'yaml';

import { renderYaml } from '../../src/formats/yaml.ts';

test.each<[unknown, string]>([
  [{ a: [{ b: 'yes', c: 1 }], d: [] }, 'a:\n  - b: "yes"\n    c: 1\nd: []\n'],
  [{ a: { b: {} }, c: null }, 'a:\n  b: {}\nc: null\n'],
  [['x', ['y', 'busybox:1.37'], []], '- x\n- - "y"\n  - busybox:1.37\n- []\n'],
  [[], '[]\n'],
  [{}, '{}\n'],
  ['0644', '"0644"\n'],
  [
    { a: 'key: value', b: 'a #b', c: 'line\nline', d: '- x', e: 'trailing ', f: '' },
    'a: "key: value"\nb: "a #b"\nc: "line\\nline"\nd: "- x"\ne: "trailing "\nf: ""\n',
  ],
  [{ on: 1, '1': 2, 'a b': 3 }, '"1": 2\n"on": 1\na b: 3\n'],
  ['\u2028\u0085', '"\\u2028\\u0085"\n'],
  [{ a: undefined, b: 1 }, 'b: 1\n'],
])('%j', (value, want) => {
  expect(renderYaml(value)).toBe(want);
});

test.each(['1.2', '1.1'] as const)('what is printed is read back, by YAML %s', (version) => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(parse(renderYaml(value), { version, uniqueKeys: false })).toStrictEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
    { numRuns: 500, seed: 7 },
  );
});
