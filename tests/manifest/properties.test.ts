import fc from 'fast-check';
import { stringify } from 'yaml';

import { readManifest } from '../../src/manifest/read-manifest.ts';
import type { Range } from '../../src/model/report.ts';
import { attacks } from './attacks.ts';
import { print, readValues } from './reading.ts';

const runs = { seed: 20_261_123, numRuns: 300 };

/** JSON that kubectl could have read from YAML: no key twice, no negative zero. */
const json = fc
  .jsonValue({ maxDepth: 4, noUnicodeString: false })
  .filter((value) => typeof value === 'object' && value !== null);
const object = fc.dictionary(fc.string({ maxLength: 8 }), json, { maxKeys: 5 });

test('YAML and JSON of a value are read alike', () => {
  const styles = ['BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'] as const;
  fc.assert(
    fc.property(object, fc.constantFrom(...styles), fc.constantFrom(0, 40, 80), (value, style, width) => {
      const block = stringify(value, { version: '1.1', defaultStringType: style, lineWidth: width });
      // In brackets libyaml takes any `?` for the start of a key, so that what is plain to others needs quotes.
      const flow = stringify(value, {
        version: '1.1',
        defaultStringType: 'QUOTE_DOUBLE',
        collectionStyle: 'flow',
        lineWidth: width,
      });
      const expected = readValues(JSON.stringify(value)).map(print);
      expect(readValues(`# c\n${block}`).map(print)).toEqual(expected);
      expect(readValues(`# c\n${flow}`).map(print)).toEqual(expected);
    }),
    runs,
  );
});

test('JSON is read as JavaScript reads it', () => {
  fc.assert(
    fc.property(object, fc.constantFrom(0, 1, '\t'), (value, space) => {
      expect(readValues(JSON.stringify(value, null, space)).map(print)).toEqual([print(value)]);
    }),
    runs,
  );
});

const pod = `apiVersion: v1
kind: Pod
metadata: {name: &n web, labels: {on: "x"}} # c
spec:
  hostPID: yes
  base: &base {image: 'x', env: [{name: A, value: "\\u00e9"}]}
  containers:
  - <<: *base
    name: *n
    command: [sh, -c]
    args:
    - |
      a: b
        c
    - >-
      d
      e
  - *base
`;

test('no text makes it throw, and every document says where it is', () => {
  const bits = [
    '---\n',
    '...',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '#',
    '\t',
    '\r',
    '\ufeff',
    '%',
    '@',
    '\\',
    '{"',
    'yes',
    '0x1',
    'kind: Pod\n',
    'apiVersion: v1\n',
    'spec:\n',
    'containers:',
    'items:',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.nat(pod.length), fc.nat(20), fc.constantFrom(...bits, ''))
      .map(([at, length, bit]) => pod.slice(0, at) + bit + pod.slice(at + length)),
  );
  fc.assert(
    fc.property(text, (manifest) => {
      for (const { index, range, problems, locate, pods, status } of readManifest(manifest).documents) {
        expect(locate('')).toEqual(range);
        expect(isInOrder(range)).toBe(true);
        for (const { document, range: place } of problems) {
          expect(document).toBe(index);
          expect(place && isInOrder(place)).toBe(true);
        }
        for (const { observations, pointer } of pods) {
          expect(isInOrder(locate(pointer))).toBe(true);
          for (const seen of observations) expect(isInOrder(locate(seen.pointer))).toBe(true);
        }
        expect(status === 'analyzed').toBe(pods.length > 0);
        if (status === 'invalid') expect(problems).not.toEqual([]);
      }
    }),
    { ...runs, numRuns: 3000 },
  );
});

function isInOrder({ start, end }: Range): boolean {
  return start.line < end.line || (start.line === end.line && start.column <= end.column);
}

test('a scalar is found where it stands', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const key = fc.stringMatching(/^[b-d][/~]?[a-z]{0,3}$/);
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      word.map((text) => `v-${text}`),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 }),
      fc.constantFrom('yaml', 'json', 'crlf', 'second'),
      (map, form) => {
        const text = { apiVersion: 'v1', kind: 'A', map };
        const yaml = stringify(text, { aliasDuplicateObjects: false });
        const written = {
          yaml,
          json: JSON.stringify(text, null, 1),
          crlf: yaml.replaceAll('\n', '\r\n'),
          second: `${yaml}---\n${yaml}`,
        }[form];
        const document = readManifest(written).documents.at(-1);
        const lines = written.split(/\r?\n/);
        for (const [pointer, scalar] of listScalars(map, '/map')) {
          const range = document?.locate(pointer);
          const line = lines[(range?.end.line ?? 0) - 1]?.slice(0, (range?.end.column ?? 0) - 1) ?? '';
          expect(line.endsWith(form === 'json' ? JSON.stringify(scalar) : scalar)).toBe(true);
        }
      },
    ),
    runs,
  );
});

function listScalars(value: unknown, pointer: string): [string, string][] {
  if (typeof value === 'string') return [[pointer, value]];
  return Object.entries(value as object).flatMap(([key, member]) =>
    listScalars(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

test('a change to an attack is no better', () => {
  const texts = Object.values(attacks).map((make) => make().slice(0, 2000));
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(2000),
      fc.constantFrom('\n', '}', ']', ': ', '"', '- ', '---\n'),
      (text, at, bit) => {
        readManifest(text.slice(0, at) + bit + text.slice(at));
      },
    ),
    { ...runs, numRuns: 2000 },
  );
});
