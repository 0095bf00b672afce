import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../src/api/generate.ts';
import { readGenerateRequest } from '../src/api/generate-request.ts';
import { defaultOptions } from '../src/model/options.ts';
import { expectGolden } from './support/golden.ts';

/**
 * Each folder under tests/intents is one case: intent.json in; manifest.yaml and explanation.txt out, or refusal.json where Kubernetes cannot do it.
 * `UPDATE_GOLDEN=1 npx jest tests/intents.test.ts` rewrites what comes out; the diff is what is reviewed.
 */
const root = join(__dirname, 'intents');

const cases = readdirSync(root);

test('there are cases of both kinds', () => {
  const refused = cases.filter((name) => existsSync(join(root, name, 'refusal.json')));
  expect(refused.length).toBeGreaterThan(15);
  expect(cases.length - refused.length).toBeGreaterThan(20);
});

test.each(cases)('%s', (name) => {
  const read = readGenerateRequest({
    intent: JSON.parse(readFileSync(join(root, name, 'intent.json'), 'utf8')),
  });
  const result = read.ok ? generate(read.value, defaultOptions) : read;
  const files = {
    'manifest.yaml': result.ok ? result.answer.manifest : undefined,
    'explanation.txt': result.ok ? `${result.answer.explanation}\n` : undefined,
    'refusal.json': result.ok ? undefined : `${JSON.stringify(result.problems, null, 2)}\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    expectGolden(join(root, name, file), text);
  }
});
