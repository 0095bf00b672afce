import fc from 'fast-check';
import { stringify } from 'yaml';
import { analyze } from '../../src/api/analyze.ts';
import { analyzePod } from '../../src/core/analyze-pod.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import type { Analysis, NamespaceSharing } from '../../src/model/report.ts';
import { AnalysisSchema } from '../../src/model/report.ts';
import { cgroupVersions, kubernetesVersions, runtimes } from '../../src/model/vocabulary.ts';
import { anyPod } from '../support/any-pod.ts';
import { valueAt } from '../support/value-at.ts';

const runs = { numRuns: 300, seed: 20_261_123 };

const anyOptions: fc.Arbitrary<Options> = fc
  .record({
    kubernetesVersion: fc.constantFrom(...kubernetesVersions),
    runtime: fc.constantFrom(...runtimes),
    cgroup: fc.constantFrom(...cgroupVersions),
  })
  .map((options) => ({ ...defaultOptions, ...options }));

function analysisOf(text: string, options: Options = defaultOptions): Analysis {
  const result = analyze(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

const json = (pod: object) => JSON.stringify(pod, null, 2);

test('a report always fits its schema', () => {
  fc.assert(
    fc.property(anyPod, anyOptions, (pod, options) => {
      expect(AnalysisSchema.safeParse(analysisOf(json(pod), options)).error).toBeUndefined();
    }),
    runs,
  );
});

test('partition law: each container is in exactly one instance of every namespace that applies, and of every runtime mount', () => {
  fc.assert(
    fc.property(anyPod, anyOptions, (pod, options) => {
      for (const { containers, namespaces, runtimeMounts } of analysisOf(json(pod), options).pods) {
        const names = containers.map(({ name }) => name).sort();
        expect(new Set(names).size).toBe(names.length);
        const partitions = [...namespaces.filter(({ applies }) => applies), ...runtimeMounts];
        for (const { instances } of partitions) {
          expect(instances.flatMap((instance) => instance.containers).sort()).toStrictEqual(names);
        }
      }
    }),
    runs,
  );
});

test('pairs and instances say the same', () => {
  const relation = ({ applies, instances }: NamespaceSharing, a: string, b: string) => {
    if (!applies) return 'not-applicable';
    const together = instances.find(({ containers }) => containers.includes(a) && containers.includes(b));
    if (together === undefined) return 'separate';
    return together.scope === 'node' ? 'shared-with-node' : 'shared';
  };
  fc.assert(
    fc.property(anyPod, (pod) => {
      for (const { namespaces, pairs = [] } of analysisOf(json(pod)).pods) {
        for (const { a, b, namespaces: relations } of pairs) {
          const want = Object.fromEntries(
            namespaces.map((sharing) => [sharing.kind, relation(sharing, a, b)]),
          );
          expect(relations).toStrictEqual(want);
        }
      }
    }),
    runs,
  );
});

test('nothing live passes between containers that never meet', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      for (const { lifetime, channels } of analysisOf(json(pod)).pods.flatMap(({ pairs = [] }) => pairs)) {
        const verdicts = channels.map(({ verdict }) => verdict);
        if (lifetime === 'concurrent') expect(verdicts).not.toContain('left-behind');
        else
          expect(verdicts.filter((verdict) => verdict === 'yes' || verdict === 'conditional')).toStrictEqual(
            [],
          );
      }
    }),
    runs,
  );
});

test('YAML and JSON of one Pod give one answer, places in the text apart', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const yaml = stringify(pod, { aliasDuplicateObjects: false, version: '1.1' });
      expect(withoutRanges(analysisOf(yaml))).toStrictEqual(withoutRanges(analysisOf(json(pod))));
    }),
    runs,
  );
});

test('analysis does not change what was read', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      for (const { pods, locate } of readManifest(json(pod)).documents) {
        for (const manifest of pods) {
          const before = json(manifest);
          analyzePod(manifest, locate, defaultOptions);
          expect(json(manifest)).toBe(before);
        }
      }
    }),
    { ...runs, numRuns: 100 },
  );
});

test('the same text gives the same bytes', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      expect(json(analysisOf(json(pod)))).toBe(json(analysisOf(json(pod))));
    }),
    { ...runs, numRuns: 50 },
  );
});

test('every finding and every reason points at something that is there', () => {
  fc.assert(
    fc.property(anyPod, (pod) => {
      for (const { findings, namespaces } of analysisOf(json(pod)).pods) {
        const pointers = [
          ...findings.map(({ pointer }) => pointer),
          ...namespaces.flatMap(({ instances }) => instances.flatMap(({ because }) => because.pointer ?? [])),
        ];
        for (const pointer of pointers)
          expect({ pointer, found: valueAt(pod, pointer) !== undefined }).toStrictEqual({
            pointer,
            found: true,
          });
      }
    }),
    runs,
  );
});

function withoutRanges(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRanges);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'range')
      .map(([key, member]) => [key, withoutRanges(member)]),
  );
}
