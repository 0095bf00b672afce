import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../src/api/compare.ts';
import { renderComparison } from '../src/formats/markdown/comparison.ts';
import { defaultOptions } from '../src/model/options.ts';
import { expectGolden } from './support/golden.ts';

/**
 * Each folder under tests/comparisons is one case: before.yaml and after.yaml in, comparison.json and comparison.md out.
 * `UPDATE_GOLDEN=1 npx jest comparisons` rewrites what comes out; the diff is what is reviewed, against the reason in the
 * first lines of before.yaml.
 */
const root = join(__dirname, 'comparisons');

const cases = readdirSync(root);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(12);
});

const read = (name: string, file: string) => readFileSync(join(root, name, file), 'utf8');

test.each(cases)('%s', (name) => {
  const texts = { before: read(name, 'before.yaml'), after: read(name, 'after.yaml') };
  const result = compare(texts, defaultOptions);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const answers = {
    'comparison.json': `${JSON.stringify(result.answer, null, 1)}\n`,
    'comparison.md': renderComparison(result.answer),
  };
  for (const [file, answer] of Object.entries(answers)) {
    expectGolden(join(root, name, file), answer);
  }
});

test.each(cases)('%s says what it teaches and where that is written', (name) => {
  expect(read(name, 'before.yaml')).toMatch(/^# Teaches: .+\n(# .+\n)*# Source: .+\n/);
});
