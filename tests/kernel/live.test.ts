import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Intent } from '../../src/model/generate.ts';
import { type KernelNode, startContainerd } from './containerd.ts';
import { defaultExamples, exceptions } from './examples.ts';
import { busyboxImage } from './live/busybox-image.ts';
import { debianImage } from './live/debian-image.ts';
import { readExec } from './live/exec-command.ts';
import { expectations, unsaid } from './live/expectations.ts';
import { type Exec, runLive, type SeenPod } from './live/run-live.ts';
import { listGenerated } from './pods.ts';

let node: KernelNode;

beforeAll(async () => {
  node = await startContainerd([busyboxImage, debianImage]);
});

afterAll(() => node?.stop());

test('every example is expected to do something, or there is a reason why it cannot run', () => {
  const known = [...Object.keys(expectations), ...Object.keys(exceptions)];
  expect(known.sort()).toStrictEqual(defaultExamples.map(({ id }) => id).sort());
});

describe('examples do what they say', () => {
  const rows = defaultExamples.flatMap((example) => {
    const expectation = expectations[example.id];
    return expectation ? [{ ...example, expectation }] : [];
  });

  test.concurrent.each(rows)('$id', async ({ manifest, commands, expectation }) => {
    const { phase = 'Running', deaf = {} } = expectation;
    const failed: string[] = [];
    const seen = await runLive(node, manifest, {
      until: (soFar) => phase === 'Running' && unsaid(expectation, soFar).length === 0,
      visit: async (exec) => void failed.push(...(await failedCommands(exec, commands))),
    });
    const missing = unsaid(expectation, seen);
    expect({
      missing,
      phase: seen.phase,
      killed: killedOf(seen),
      failed,
      printed: missing.length > 0 ? printedBy(seen) : [],
    }).toStrictEqual({
      missing: [],
      phase,
      killed: Object.keys(deaf),
      failed: [],
      printed: [],
    });
  });
});

describe('what is generated does what was wished', () => {
  const rows = listGenerated().flatMap(({ name, manifest }) => {
    const intent: Intent = JSON.parse(
      readFileSync(join(__dirname, '..', 'intents', name, 'intent.json'), 'utf8'),
    );
    const readers = readersIn(intent);
    return canRunLive(manifest) && readers.length > 0 ? [{ name, manifest, readers }] : [];
  });

  test('there are some', () => {
    expect(rows.length).toBeGreaterThan(5);
  });

  test.concurrent.each(rows)('$name: readers print what writers write', async ({ manifest, readers }) => {
    const silent = ({ containers }: SeenPod) =>
      readers.filter((name) => !containers[name]?.lines.some(({ text }) => written.test(text)));
    const seen = await runLive(node, manifest, { until: (soFar) => silent(soFar).length === 0 });
    expect(silent(seen)).toStrictEqual([]);
  });
});

/** What a container writes by default: the output of `date`. */
const written = /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d UTC \d{4}$/;

/** Containers that follow what others write, if all of them do what they do by default. */
function readersIn({ containers, share = [] }: Intent): readonly string[] {
  const writes = (name: string) =>
    containers.some((one) => one.name === name && one.image === undefined && one.command === undefined);
  const lasts = (name: string) => containers.some((one) => one.name === name && one.role !== 'init');
  return share.flatMap((wish) =>
    typeof wish === 'object' && 'files' in wish && (wish.writers ?? []).some(writes)
      ? (wish.readers ?? []).filter((name) => writes(name) && lasts(name) && !wish.writers?.includes(name))
      : [],
  );
}

/** Whether every image is one of these tests, and nothing must be there before that is not in the text. */
function canRunLive(manifest: string): boolean {
  return (
    !/hostUsers: false|configMap:|secretName:/.test(manifest) &&
    [...manifest.matchAll(/image: (\S+)/g)].every(([, image]) => busyboxImage.names.includes(image ?? ''))
  );
}

/** Runs those of the commands that are run in a container; gives those that fail, with their complaint. */
const failedCommands = async (exec: Exec, commands: readonly string[]): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (const command of commands) {
    const wanted = await readExec(command);
    if (wanted === undefined) continue;
    const { exitCode, stderr } = await exec(wanted.container, ...wanted.program);
    if (exitCode !== 0) failed.push(`${command}: ${exitCode} ${stderr}`);
  }
  return failed;
};

/** Containers that had to be killed in the end. */
const killedOf = ({ containers }: SeenPod): readonly string[] =>
  Object.keys(containers).filter((name) => containers[name]?.exitCodes.at(-1) === 137);

/** For a message. */
const printedBy = ({ containers }: SeenPod): readonly string[] =>
  Object.entries(containers).flatMap(([name, { lines, exitCodes }]) => [
    ...lines.map(({ time, text }) => `${name} ${time} ${text}`),
    `${name} exit codes: ${exitCodes}`,
  ]);
