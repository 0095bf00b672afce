import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildExample, printExample } from '../../src/api/examples.ts';
import type { Example } from '../../src/core/examples/example.ts';
import { examples } from '../../src/core/examples/index.ts';
import { otherValues } from '../examples/values.ts';
import { readObjects } from '../manifest/reading.ts';
import { askKubectl } from './kubectl.ts';

/* The examples against the kubectl on the PATH: it reads what we wrote, and takes the commands we show. */

const folder = mkdtempSync(join(tmpdir(), 'podshare-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

const variants = examples.flatMap((example) =>
  example.kinds.flatMap((kind) => {
    const given = example.kinds.length > 1 ? { kind } : {};
    return [given, { ...otherValues(example), ...given }].map((values) => ({ id: example.id, values }));
  }),
);

function build(id: string, values: Readonly<Record<string, string>>) {
  const built = buildExample(id, values);
  if (!built.ok) throw new Error(built.problems.map(({ detail }) => detail).join(' '));
  return built.value;
}

test('kubectl reads every example as every kind to the values it was made of', async () => {
  for (const { id, values } of variants) {
    const built = build(id, values);
    const [reading] = await askKubectl([printExample(built)], folder);
    expect({ id, ...reading }).toEqual({
      id,
      accepts: true,
      objects: [...(built.needs ?? []), built.manifest],
    });
    expect(readObjects(printExample(built))).toEqual(reading?.objects);
  }
});

/** A server that nobody listens at: kubectl comes to ask it only after it has understood the command. */
const nobody = join(folder, 'config');
writeFileSync(
  nobody,
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'nobody', cluster: { server: 'http://127.0.0.1:1' } }],
    contexts: [{ name: 'nobody', context: { cluster: 'nobody' } }],
    'current-context': 'nobody',
  }),
);

const run = (command: string) =>
  new Promise<string>((resolve) => {
    const env = { ...process.env, KUBECONFIG: nobody };
    execFile('/bin/sh', ['-c', command], { env, timeout: 60_000 }, (_, __, stderr) => resolve(stderr));
  });

test('kubectl understands every command of every example, with a namespace', async () => {
  for (const example of examples) {
    const { values } = build(example.id, { ...otherValues(example), ...lastKind(example) });
    const commands = example.show(values);
    const answers = await Promise.all(commands.map(run));
    expect(commands.map((command, i) => [command, answers[i]])).toEqual(
      commands.map((command) => [
        command,
        expect.stringMatching(/connection to the server 127\.0\.0\.1:1 was refused/),
      ]),
    );
  }
}, 300_000);

/** A Pod is named without its kind: debug-container, which can be nothing else, shows that. */
const lastKind = ({ kinds }: Example) => (kinds.length > 1 ? { kind: kinds.at(-1) ?? kinds[0] } : {});
