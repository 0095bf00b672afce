import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../src/api/analyze.ts';
import { defaultOptions } from '../src/model/options.ts';
import { expectGolden } from './support/golden.ts';

/**
 * Each folder under tests/cases is one case: pod.yaml in, report.json out. `UPDATE_GOLDEN=1 npx jest cases` rewrites the
 * reports; the diff is what is reviewed, against the reason in the first lines of pod.yaml.
 */
const root = join(__dirname, 'cases');

const cases = readdirSync(root);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(20);
});

test.each(cases)('%s', (name) => {
  const text = readFileSync(join(root, name, 'pod.yaml'), 'utf8');
  const report = `${JSON.stringify(analyze(text, defaultOptions), null, 1)}\n`;
  expectGolden(join(root, name, 'report.json'), report);
});

test.each(cases)('%s says what it teaches and where that is written', (name) => {
  const text = readFileSync(join(root, name, 'pod.yaml'), 'utf8');
  expect(text).toMatch(/^# Teaches: .+\n(# .+\n)*# Source: .+\n/);
});
