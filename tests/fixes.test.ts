import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../src/api/analyze.ts';
import { fix } from '../src/api/fix.ts';
import { checks } from '../src/core/checks/index.ts';
import { RepairSchema } from '../src/model/fix.ts';
import { defaultOptions } from '../src/model/options.ts';
import { readValues } from './manifest/reading.ts';
import { gitApply } from './support/apply-diff.ts';
import { applyJsonPatch } from './support/apply-patch.ts';
import { expectGolden } from './support/golden.ts';

/**
 * Each check that can be fixed is fixed once: pod.yaml in, fixed.yaml out. That is the pod.yaml of its case, or one in
 * tests/fixes where that takes a decision of the author. `UPDATE_GOLDEN=1 npx jest tests/fixes` rewrites the texts; the diff is
 * what is reviewed, against the effect of the fix.
 */

const fixable = checks.filter(({ fix: how }) => how !== undefined).map(({ id }) => id);

function folderOf(id: string): string {
  const own = join(__dirname, 'fixes', id);
  return existsSync(own) ? own : join(__dirname, 'cases', id);
}

const read = (id: string, file: string) => readFileSync(join(folderOf(id), file), 'utf8');

function findingsIn(text: string) {
  const result = analyze(text, defaultOptions);
  if (!result.ok) throw new Error('It cannot be read');
  return result.answer.pods.flatMap(({ findings }) => findings);
}

function repair(id: string) {
  const result = fix({ manifest: read(id, 'pod.yaml'), findings: [id] }, defaultOptions);
  if (!result.ok) throw new Error('It cannot be read');
  return result.answer;
}

test('many checks can be fixed', () => {
  expect(fixable.length).toBeGreaterThanOrEqual(25);
});

describe.each(fixable)('%s', (id) => {
  test('all that is found is fixed, and nothing else is found then', () => {
    const before = findingsIn(read(id, 'pod.yaml'));
    const { fixed, unfixed, notes, analysis } = repair(id);
    const wanted = before.filter(({ check }) => check === id).map((finding) => finding.id);
    expect({ fixed, unfixed }).toEqual({ fixed: wanted, unfixed: [] });
    const effect = checks.find((check) => check.id === id)?.fix?.effect;
    expect(notes).toEqual(wanted.map((finding) => ({ id: finding, text: effect })));
    const after = analysis.pods.flatMap(({ findings }) => findings).map(({ check }) => check);
    expect(after).not.toContain(id);
    const known = new Set(before.map(({ check }) => check));
    expect(after.filter((check) => !known.has(check))).toEqual([]);
  });

  test('what is called fixable in its case is fixed, by itself', () => {
    const text = readFileSync(join(__dirname, 'cases', id, 'pod.yaml'), 'utf8');
    const found = findingsIn(text).filter(({ check, fixable: can }) => check === id && can);
    for (const { id: asked } of found) {
      const result = fix({ manifest: text, findings: [asked] }, defaultOptions);
      expect(result.ok && result.answer).toMatchObject({ fixed: [asked], unfixed: [] });
    }
  });

  test('the text is the one that was reviewed', () => {
    expectGolden(join(folderOf(id), 'fixed.yaml'), repair(id).manifest);
  });

  test('patch and diff lead to it', () => {
    const answer = repair(id);
    const text = read(id, 'pod.yaml');
    expect(RepairSchema.safeParse(answer).error).toBeUndefined();
    expect(gitApply(text, answer.diff)).toBe(answer.manifest);
    const values = readValues(text);
    for (const { document, patch } of answer.patches)
      values[document] = applyJsonPatch(values[document], patch);
    expect(readValues(answer.manifest)).toEqual(values);
  });

  test('its effect is whole sentences', () => {
    expect(checks.find((check) => check.id === id)?.fix?.effect).toMatch(/^[A-Z].+\. .+\.$|^[A-Z].+, .+\.$/);
  });
});
