import { readManifest } from '../../src/manifest/read-manifest.ts';
import { startCpuTimer } from '../support/cpu-time.cjs';
import { attacks } from './attacks.ts';

/** The published bound. Each of these takes less than a fifth of it; the bundle is held to it in tests/e2e/attacks.test.ts. */
const bound = 2000;

/** What some of them are told, and nothing else. */
const codes: Readonly<Record<string, string>> = {
  'alias bomb 10^9': 'TOO_MANY_NODES',
  '20,000 aliases of one anchor': 'TOO_MANY_ALIASES',
  '[ × 100,000': 'TOO_DEEP',
  '- × 2000': 'TOO_DEEP',
  'an alias of itself': 'BAD_ALIAS',
  'a merge of itself': 'BAD_ALIAS',
  'merges of 10,000 keys': 'TOO_MANY_NODES',
  'documents up to 1 MiB': 'TOO_MANY_DOCUMENTS',
  '1,001 Pods': 'TOO_MANY_PODS',
  'containers up to 1 MiB': 'TOO_MANY_CONTAINERS',
  'a List of 1 MiB': 'TOO_MANY_DOCUMENTS',
};

test('the codes are of attacks that exist', () => {
  expect(Object.keys(codes).filter((name) => !(name in attacks))).toEqual([]);
});

test.each(Object.entries(attacks))('%s', (name, make) => {
  const text = make();
  const code = codes[name];
  const spent = startCpuTimer();
  const { documents } = readManifest(text);
  expect(spent()).toBeLessThan(bound);
  for (const { problems, locate } of documents.slice(0, 10)) {
    expect(problems.length).toBeLessThanOrEqual(50);
    locate('/spec/containers/0/volumeMounts/1');
  }
  if (code === undefined) return;
  expect(documents.map(({ problems }) => problems.map((problem) => problem.code))).toEqual([[code]]);
});

test('a Pod is read as ever after all of them', () => {
  expect(
    readManifest('apiVersion: v1\nkind: Pod\nspec: {hostPID: true}\n').documents[0]?.pods[0]?.spec,
  ).toEqual({ hostPID: true });
});
