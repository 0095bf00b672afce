import fc from 'fast-check';

import { unifiedDiff } from '../../src/formats/unified-diff.ts';
import { applyDiff, gitApply } from '../support/apply-diff.ts';

type Change = { readonly start: number; readonly end: number; readonly text: string };

const apply = (text: string, changes: readonly Change[]): string =>
  changes
    .toReversed()
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);

/** Replaces each occurrence of a word. */
const swap = (text: string, word: string, put: string): Change[] =>
  [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    start: index,
    end: index + word.length,
    text: put,
  }));

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `l${i + 1}.\n`).join('');

test('a change in the middle has three lines around it', () => {
  expect(unifiedDiff(numbered(9), swap(numbered(9), 'l5', 'new'))).toBe(
    '--- a/manifest.yaml\n+++ b/manifest.yaml\n@@ -2,7 +2,7 @@\n l2.\n l3.\n l4.\n-l5.\n+new.\n l6.\n l7.\n l8.\n',
  );
});

test('changes far apart are hunks of their own, whose numbers go by what came before', () => {
  const text = numbered(12);
  expect(
    unifiedDiff(text, [...swap(text, 'l2\\.\n'.replace('\\', ''), ''), ...swap(text, 'l11', 'x\ny')]),
  ).toBe(
    '--- a/manifest.yaml\n+++ b/manifest.yaml\n@@ -1,5 +1,4 @@\n l1.\n-l2.\n l3.\n l4.\n l5.\n@@ -8,5 +7,6 @@\n l8.\n l9.\n l10.\n-l11.\n+x\n+y.\n l12.\n',
  );
});

test('changes near each other are one hunk', () => {
  const text = numbered(9);
  expect(unifiedDiff(text, [...swap(text, 'l2', 'x'), ...swap(text, 'l9', 'y')]).match(/^@@.*$/gm)).toEqual([
    '@@ -1,9 +1,9 @@',
  ]);
});

test('a missing line break at the end is told', () => {
  expect(unifiedDiff('a\nb', [{ start: 1, end: 3, text: '' }])).toBe(
    '--- a/manifest.yaml\n+++ b/manifest.yaml\n@@ -1,2 +1,1 @@\n-a\n-b\n\\ No newline at end of file\n+a\n\\ No newline at end of file\n',
  );
});

test.each([
  ['nothing', []],
  ['the same again', [{ start: 0, end: 1, text: 'a' }]],
])('%s is no diff', (_, changes) => {
  expect(unifiedDiff('a\nb\n', changes)).toBe('');
});

const anyText = fc
  .array(fc.constantFrom('a', 'b: 1', '', '  - c', '# d', '\r'), { maxLength: 30 })
  .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`, lines.join('\r\n')));

const anyChanges = anyText.chain((text) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom('', 'x', 'x\n', '\ny', 'z\r\n', '\n')), {
      maxLength: 8,
    })
    .map((cuts) => {
      const places = cuts.sort(([a], [b]) => a - b);
      const changes = places.flatMap(([start, put], i): Change[] => {
        const [end] = places[i + 1] ?? [start];
        return i % 2 === 0 ? [{ start, end, text: put }] : [];
      });
      return { text, changes };
    }),
);

test('it leads from the one text to the other', () => {
  fc.assert(
    fc.property(anyChanges, ({ text, changes }) => {
      expect(applyDiff(text, unifiedDiff(text, changes))).toBe(apply(text, changes));
    }),
    { numRuns: 2000, seed: 20_261_126 },
  );
});

test('git applies it', () => {
  fc.assert(
    fc.property(anyChanges, ({ text, changes }) => {
      // git takes a file that becomes empty as one that is to go.
      fc.pre(text !== '' && apply(text, changes) !== '');
      expect(gitApply(text, unifiedDiff(text, changes))).toBe(apply(text, changes));
    }),
    { numRuns: 60, seed: 20_261_126 },
  );
});
