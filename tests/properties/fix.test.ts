import fc from 'fast-check';

import { analyze } from '../../src/api/analyze.ts';
import { fix } from '../../src/api/fix.ts';
import { proposeEdits } from '../../src/api/propose-edits.ts';
import { checks } from '../../src/core/checks/index.ts';
import { RepairSchema } from '../../src/model/fix.ts';
import { defaultOptions } from '../../src/model/options.ts';
import type { Finding } from '../../src/model/report.ts';
import { readValues } from '../manifest/reading.ts';
import { anyLayout } from '../support/any-layout.ts';
import { anyPod } from '../support/any-pod.ts';
import { applyDiff, gitApply } from '../support/apply-diff.ts';
import { applyJsonPatch } from '../support/apply-patch.ts';

const runs = { numRuns: Number(process.env['FIX_RUNS'] ?? 60), seed: 20_261_126 };

const fixable = checks.flatMap(({ id, fix: how }) => (how === undefined ? [] : [id]));

const anyManifest = fc
  .array(anyPod, { minLength: 1, maxLength: 2 })
  .chain((pods) => fc.tuple(...pods.map((pod) => anyLayout(pod))))
  .map(([first = '', second]) =>
    second === undefined || /^\s*\{/.test(first) ? first : `${first.trimEnd()}\n---\n${second.trimStart()}`,
  );

/** All that can be fixed, or some of it. */
const anyAsked = fc.oneof(fc.constant(fixable), fc.subarray(fixable));

function repair(manifest: string, findings: readonly string[]) {
  const result = fix({ manifest, findings }, defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

function findingsIn(text: string): Finding[] {
  const result = analyze(text, defaultOptions);
  return result.ok ? result.answer.pods.flatMap((pod) => pod.findings) : [];
}

const countByCheck = (findings: readonly { readonly check: string }[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check, (counts.get(check) ?? 0) + 1);
  return counts;
};

const commentsOf = (text: string): string[] => (text.match(/# c\d+\./g) ?? []).sort();

test('what is fixed is gone, nothing new is found, and every comment is kept', () => {
  let fixedChecks = 0;
  fc.assert(
    fc.property(anyManifest, anyAsked, (manifest, asked) => {
      const { manifest: text, fixed, unfixed, analysis } = repair(manifest, asked);
      const before = findingsIn(manifest);
      const after = countByCheck(analysis.pods.flatMap((pod) => pod.findings));
      const gone = countByCheck(before.filter(({ id }) => fixed.includes(id)));
      fixedChecks += gone.size;
      for (const [check, count] of countByCheck(before)) {
        expect([check, (after.get(check) ?? 0) <= count - (gone.get(check) ?? 0)]).toEqual([check, true]);
        after.delete(check);
      }
      expect([...after.keys()]).toEqual([]);
      expect(commentsOf(text)).toEqual(commentsOf(manifest));
      const told = [...fixed, ...unfixed.map(({ id }) => id)];
      expect(new Set(told).size).toBe(told.length);
      for (const { id, check } of before) if (asked.includes(check)) expect(told).toContain(id);
    }),
    runs,
  );
  expect(fixedChecks).toBeGreaterThan(runs.numRuns);
});

test('the patch and the diff say what was done', () => {
  let count = 0;
  fc.assert(
    fc.property(anyManifest, anyAsked, (manifest, asked) => {
      const answer = repair(manifest, asked);
      const values = readValues(manifest);
      for (const { document, patch } of answer.patches)
        values[document] = applyJsonPatch(values[document], patch);
      expect(readValues(answer.manifest)).toEqual(values);
      expect(applyDiff(manifest, answer.diff)).toBe(answer.manifest);
      count += 1;
      if (count % 25 === 0) expect(gitApply(manifest, answer.diff)).toBe(answer.manifest);
      if (count % 25 === 0) expect(RepairSchema.safeParse(answer).error).toBeUndefined();
    }),
    runs,
  );
});

test('nothing asked, nothing changed', () => {
  fc.assert(
    fc.property(anyManifest, (manifest) => {
      const { manifest: text, diff, patches, fixed, unfixed, notes } = repair(manifest, []);
      expect({ text, diff, patches, fixed, unfixed, notes }).toEqual({
        text: manifest,
        diff: '',
        patches: [],
        fixed: [],
        unfixed: [],
        notes: [],
      });
    }),
    runs,
  );
});

test('it never throws, whatever the text and the ids', () => {
  const piece = fc.constantFrom(
    'a: ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '\n',
    '  ',
    '#c',
    '&a ',
    '*a',
    '<<: ',
    '---\n',
    '\t',
    '? ',
    ': ',
    'kind: Pod\n',
    'apiVersion: v1\n',
    'spec:\n',
    '  hostPID: yes\n',
    '  containers: \n',
    '\ufeff',
    '\r',
    '!!str ',
  );
  const noise = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(noise, fc.array(fc.oneof(fc.string(), fc.constantFrom(...fixable))), (manifest, findings) => {
      fix({ manifest, findings }, defaultOptions);
      fix(
        {
          manifest: `apiVersion: v1\nkind: Pod\nspec:\n  hostPID: yes\n  hostPID: on\n${manifest}`,
          findings: [...findings, ...fixable],
        },
        defaultOptions,
      );
      proposeEdits(manifest, defaultOptions);
    }),
    { ...runs, numRuns: runs.numRuns * 4 },
  );
});
