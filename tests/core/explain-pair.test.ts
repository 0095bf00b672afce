import fc from 'fast-check';

import { explainPair } from '../../src/core/explain-pair.ts';
import { defaultOptions } from '../../src/model/options.ts';
import type { PodSpec } from '../../src/model/pod.ts';
import { podManifest } from '../support/pod-manifest.ts';
import { reportOf } from '../support/report-of.ts';

const explain = (spec: PodSpec, a: string, b: string) =>
  explainPair(podManifest(spec), defaultOptions, [a, b]);
const named = (...names: readonly string[]): PodSpec => ({ containers: names.map((name) => ({ name })) });

test('law: it says of two what the report on the Pod lists, whichever is named first', () => {
  const role = fc.constantFrom('initContainers', 'containers', 'ephemeralContainers');
  const one = fc.tuple(role, fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 6 }), fc.boolean(), (all, shareProcessNamespace) => {
      const spec: Record<string, unknown> = { shareProcessNamespace, volumes: [{ name: 'v', emptyDir: {} }] };
      for (const [i, [list, mounts, privileged]] of all.entries()) {
        const container = {
          name: `c${i}`,
          ...(mounts && { volumeMounts: [{ name: 'v', mountPath: '/v', readOnly: privileged }] }),
          securityContext: { privileged },
        };
        spec[list] = [...((spec[list] as object[] | undefined) ?? []), container];
      }
      for (const pair of reportOf(spec).pairs ?? []) {
        expect(explain(spec, pair.a, pair.b)?.pair).toEqual(pair);
        expect(explain(spec, pair.b, pair.a)?.pair).toEqual(pair);
      }
    }),
    { numRuns: 60, seed: 20_261_126 },
  );
});

test('the reasons are those of the instances the two are in, each told once', () => {
  const spec: PodSpec = {
    ...named('a', 'b', 'other'),
    ephemeralContainers: [{ name: 'debug', targetContainerName: 'b' }],
  };
  const reasons = explain(spec, 'a', 'debug')?.reasons.map(({ kind, because }) => [kind, because.length]);
  expect(reasons).toEqual([
    ['network', 1],
    ['ipc', 1],
    ['uts', 1],
    ['pid', 2],
    ['mount', 1],
    ['user', 1],
    ['cgroup', 1],
    ['time', 1],
  ]);
  expect(explain(spec, 'a', 'debug')?.reasons[3]?.because.map(({ pointer }) => pointer)).toEqual([
    null,
    '/spec/ephemeralContainers/0/targetContainerName',
  ]);
  expect(explain(spec, 'b', 'debug')?.reasons[3]?.because.map(({ pointer }) => pointer)).toEqual([
    '/spec/ephemeralContainers/0/targetContainerName',
  ]);
});

test('what does not apply on Windows has no reason', () => {
  const spec = { ...named('a', 'b'), os: { name: 'windows' } };
  expect(explain(spec, 'a', 'b')?.reasons.map(({ kind }) => kind)).toEqual(['network']);
});

test('a Pod with more containers than pairs are listed for has its pairs explained all the same', () => {
  const spec = named(...Array.from({ length: 100 }, (_, i) => `c${i}`));
  expect(reportOf(spec).pairs).toBeUndefined();
  expect(explain(spec, 'c99', 'c7')?.pair).toMatchObject({ a: 'c7', b: 'c99', lifetime: 'concurrent' });
});

test.each([
  ['a name that is not there', 'a', 'x'],
  ['one container twice', 'a', 'a'],
  ['nothing', '', ''],
])('%s is no pair', (_, a, b) => {
  expect(explain(named('a', 'b'), a, b)).toBeUndefined();
});

test('equal names are told apart as in a report', () => {
  expect(explain(named('a', 'a'), 'a', 'a#2')?.pair).toMatchObject({ a: 'a', b: 'a#2' });
});
