import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { buildExample, printExample } from '../src/api/examples.ts';
import { generate } from '../src/api/generate.ts';
import { examples } from '../src/core/examples/index.ts';
import { defaultOptions } from '../src/model/options.ts';
import { readObjects } from './manifest/reading.ts';
import { possibleIntent } from './support/any-intent.ts';

/* What is generated, judged by the published schema of Kubernetes. It takes unknown fields; the report's findings do not. */

const root = join(__dirname, 'intents');

/** Says what is wrong with each object. */
function listErrors(objects: readonly unknown[]): string[][] {
  const script = join(__dirname, 'support/kubernetes-schema.mjs');
  const input = JSON.stringify(objects);
  return JSON.parse(execFileSync(process.execPath, [script], { input, encoding: 'utf8' }));
}

const objectsOf = (manifests: readonly string[]): unknown[] =>
  manifests.flatMap((manifest) => {
    const objects = readObjects(manifest);
    expect(objects.length).toBe(1);
    return objects;
  });

test('the judge finds what is wrong', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };
  const bad = { ...pod, spec: { hostUsers: 'no', containers: [{ image: 'busybox' }] } };
  const good = { ...pod, spec: { hostUsers: false, containers: [{ name: 'app' }] } };
  expect(listErrors([bad, good])).toEqual([['/spec/containers/0: required', '/spec/hostUsers: type'], []]);
});

test('every case', () => {
  const manifests = readdirSync(root)
    .map((name) => join(root, name, 'manifest.yaml'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  expect(listErrors(objectsOf(manifests))).toEqual(manifests.map(() => []));
});

test('every example, as every kind it can be', () => {
  const manifests = examples.flatMap(({ id, kinds }) =>
    kinds.map((kind) => {
      const built = buildExample(id, kinds.length > 1 ? { kind } : {});
      if (!built.ok) throw new Error(JSON.stringify(built.problems));
      return printExample(built.value);
    }),
  );
  const objects = manifests.flatMap((manifest) => readObjects(manifest));
  expect(objects.length).toBeGreaterThan(manifests.length);
  expect(listErrors(objects)).toEqual(objects.map(() => []));
});

test('a sample of random intents', () => {
  const manifests = fc.sample(possibleIntent, { numRuns: 100, seed: 20_261_126 }).map((intent) => {
    const result = generate({ intent }, defaultOptions);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.answer.manifest;
  });
  expect(listErrors(objectsOf(manifests))).toEqual(manifests.map(() => []));
});
