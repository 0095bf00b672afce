import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listObjections, print, readObjects } from '../manifest/reading.ts';
import { askKubectl, type KubectlReading, nameOf, withoutLabel } from './kubectl.ts';
import { makeTexts } from './texts.ts';

/*
 * podshare against the kubectl on the PATH. Where kubectl accepts a text, podshare reads the same values and objects to
 * nothing; where kubectl refuses one, podshare reads the same up to that place and says that something is wrong.
 */

const seed = Number(process.env['SEED'] ?? 20_261_123);
const count = Number(process.env['TEXTS'] ?? 6_000);

/**
 * Where podshare reads otherwise than kubectl, each with its reason. A text that differs and that none of these explains
 * fails the test. Two differences are not in the list because they cannot be compared: of two keys that are equal only as
 * JSON (`1` and `1.0`, or `.nan` twice) kubectl keeps one by chance.
 */
const differences: readonly Difference[] = [
  {
    name: 'nesting deeper than 100',
    because: 'limits.nestingDepth protects the process; kubectl ends at 10,000',
    explains: (text) => text.includes('['.repeat(99)),
    example: (header) => `${header}  v: ${'['.repeat(120)}${']'.repeat(120)}\n`,
  },
  {
    name: 'a directive and its --- in a text whose lines do not end in a line feed',
    because:
      'kubectl does not cut there, so that libyaml sees both; podshare says of any directive that kubectl refuses it',
    explains: (text) => /^%(?:YAML 1\.1|TAG ! x)[\r\u2028]/.test(text),
    example: (header) => `%YAML 1.1\n---\n${header}  v: 1\n`.replaceAll('\n', '\r'),
  },
];

type Difference = {
  readonly name: string;
  readonly because: string;
  readonly explains: (text: string) => boolean;
  readonly example: (header: string) => string;
};

/** Problems of Kubernetes, which kubectl leaves to the server. */
const aboutObjects: ReadonlySet<string> = new Set(['MISSING_KIND', 'MISSING_POD_SPEC', 'WRONG_TYPE']);

type Case = { readonly name: string; readonly text: string; readonly reading: KubectlReading };

/** Says how podshare reads a text otherwise than kubectl, null if it does not. */
function findDifference({ text, reading }: Case): string | null {
  const ours = readObjects(text).map(withoutLabel).map(print);
  const theirs = reading.objects.map(print);
  const objections = listObjections(text);
  if (!reading.accepts) {
    if (print(ours.slice(0, theirs.length)) !== print(theirs))
      return 'reads other values before what kubectl refuses';
    return objections.length > 0 ? null : 'says nothing of what kubectl refuses';
  }
  if (print(ours) !== print(theirs)) return 'reads other values';
  const wrong = objections.filter((code) => !aboutObjects.has(code));
  return wrong.length > 0 ? `objects: ${wrong.join()}` : null;
}

function listDifferences(cases: readonly Case[]): string[] {
  return cases.flatMap((entry) => {
    if (differences.some(({ explains }) => explains(entry.text))) return [];
    const difference = findDifference(entry);
    return difference === null ? [] : [`${entry.name}: ${difference}\n${JSON.stringify(entry.text)}`];
  });
}

const recorded: readonly { name: string; text: string; accepts: boolean }[] = JSON.parse(
  readFileSync(new URL('../manifest/recorded/kubectl-yaml.json', import.meta.url), 'utf8'),
);

const folder = mkdtempSync(join(tmpdir(), 'podshare-kubectl-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(entries: readonly { name: string; text: string }[]): Promise<Case[]> {
  const readings = await askKubectl(
    entries.map(({ text }) => text),
    folder,
  );
  return entries.map((entry, index) => ({
    ...entry,
    reading: readings[index] ?? { accepts: false, objects: [] },
  }));
}

test('the recorded texts', async () => {
  // Recorded objects are all called `p`; here each text needs a name of its own.
  const named = recorded.map(({ name, text }, index) => ({
    name,
    text: text.replace(/(name"?: ?"?)p\b/g, `$1${nameOf(index)}`),
  }));
  const cases = await ask(named);
  expect(cases.map(({ name, reading }) => [name, reading.accepts])).toEqual(
    recorded.map(({ name, accepts }) => [name, accepts]),
  );
  expect(listDifferences(cases)).toEqual([]);
});

test(`${count} texts made from seed ${seed}`, async () => {
  const cases = await ask(
    makeTexts(count, seed, nameOf).map((text, index) => ({ name: nameOf(index), text })),
  );
  expect(cases.filter(({ reading }) => reading.accepts).length).toBeGreaterThan(count / 5);
  expect(cases.filter(({ reading }) => !reading.accepts).length).toBeGreaterThan(count / 5);
  expect(listDifferences(cases)).toEqual([]);
}, 240_000);

test.each(differences)('still a difference: $name', async ({ explains, example }) => {
  const text = example(`apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${nameOf(0)}\nspec:\n`);
  const [asked] = await ask([{ name: nameOf(0), text }]);
  expect(explains(text)).toBe(true);
  expect(asked && findDifference(asked)).not.toBeNull();
});
