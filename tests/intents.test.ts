import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generate } from '../src/api/generate.ts';
import { readGenerateRequest } from '../src/api/generate-request.ts';
import { defaultOptions } from '../src/model/options.ts';

/**
 * Each folder under tests/intents is one case: intent.json in; manifest.yaml and explanation.txt out, or refusal.json where Kubernetes cannot do it.
 * `UPDATE_GOLDEN=1 npx jest tests/intents.test.ts` rewrites what comes out; the diff is what is reviewed.
 */
const root = join(__dirname, 'intents');
const update = process.env['UPDATE_GOLDEN'] === '1';

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
    const path = join(root, name, file);
    if (update) {
      if (text === undefined) rmSync(path, { force: true });
      else writeFileSync(path, text);
    }
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(text);
  }
});
