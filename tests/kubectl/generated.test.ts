import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { buildIntent } from '../../src/core/intent/build-intent.ts';
import { printManifest } from '../../src/formats/manifest.ts';
import type { Intent } from '../../src/model/generate.ts';
import { wordPattern } from '../../src/model/generate-patterns.ts';
import { defaultOptions } from '../../src/model/options.ts';
import { print } from '../manifest/reading.ts';
import { possibleIntent } from '../support/any-intent.ts';
import { askKubectl, nameOf } from './kubectl.ts';

/* What is generated, read by the kubectl on the PATH: it accepts the text and reads the object that was printed. */

const folder = mkdtempSync(join(tmpdir(), 'podshare-kubectl-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints what is built of each intent, each object under the name that tells it apart. */
const printAll = (intents: readonly Intent[]) =>
  intents.map((intent, index) => {
    const built = buildIntent({ ...intent, name: nameOf(index) }, defaultOptions);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const { manifest, comments } = built.value;
    return { manifest, text: printManifest(manifest, comments) };
  });

async function listDifferences(intents: readonly Intent[]): Promise<string[]> {
  const printed = printAll(intents);
  const readings = await askKubectl(
    printed.map(({ text }) => text),
    folder,
  );
  return printed.flatMap(({ manifest, text }, i) => {
    const reading = readings[i];
    const isRead = reading?.accepts && print(reading.objects) === print([manifest]);
    return isRead ? [] : [`${text}\n${print(reading?.objects)}`];
  });
}

const root = new URL('../intents/', import.meta.url);

test('every case', async () => {
  const intents = readdirSync(root)
    .filter((name) => existsSync(new URL(`${name}/manifest.yaml`, root)))
    .map((name): Intent => JSON.parse(readFileSync(new URL(`${name}/intent.json`, root), 'utf8')));
  expect(intents.length).toBeGreaterThan(20);
  expect(await listDifferences(intents)).toEqual([]);
});

const runs = { numRuns: 300, seed: 20_261_126 };

test('random intents', async () => {
  expect(await listDifferences(fc.sample(possibleIntent, runs))).toEqual([]);
});

/** Pieces that mean something in YAML, in rows that a printer may fold. */
const word = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---',
        '- a',
        ' # c',
        ': ',
        '\t',
        "'",
        '"',
        '\\',
        '%',
        '@',
        '`',
        '  ',
        '\n',
        '\n\n',
        '\n---\n',
      ),
      fc.constantFrom(
        'yes',
        '0644',
        '1e3',
        '~',
        '<<',
        '&a',
        '*a',
        '!!int 1',
        '{',
        '[',
        '|',
        '>',
        '?',
        '\u{1F600}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => wordPattern.test(text));

test('random commands', async () => {
  const command = fc.array(word, { minLength: 1, maxLength: 4 });
  const intents = fc
    .sample(fc.record({ command, args: command }), runs)
    .map((words): Intent => ({ name: 'web', containers: [{ name: 'app', image: 'nginx', ...words }] }));
  expect(await listDifferences(intents)).toEqual([]);
});
