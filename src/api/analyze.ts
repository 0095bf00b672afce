import { findSharedAcrossPods } from '../core/across-pods.ts';
import { analyzePod } from '../core/analyze-pod.ts';
import { countPairs } from '../core/pairs.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { listParts } from '../model/analysis.ts';
import { engineName, engineVersion } from '../model/engine.ts';
import { limits } from '../model/limits.ts';
import type { Manifest, ManifestDocument, PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { Analysis, DocumentReport, Engine, PodReport, Range } from '../model/report.ts';
import type { Answered, Refused } from './outcome.ts';

/** An analysis and the manifest it is of. */
export type Analyzed = Answered<Analysis> & {
  /** Finds a Pod as it was read by its id in the report. */
  readonly manifestOf: (id: string) => PodManifest | undefined;
  /** Finds where a pointer of a document stands in the text. */
  readonly locate: (document: number, pointer: string) => Range;
};

/**
 * Reads a manifest and reports on every Pod in it: what REST and GraphQL both answer.
 *
 * One bad document never fails the others. It fails only when no document could be read, with the problems of all.
 * A Pod whose pairs would go past `limits.pairs` in the whole report has none listed. Never throws, whatever the text.
 */
export function analyze(text: string, options: Options): Analyzed | Refused {
  return analyzeManifest(readManifest(text), options);
}

/** As `analyze`, for a manifest that is read already. */
export function analyzeManifest({ documents }: Manifest, options: Options): Analyzed | Refused {
  if (documents.every(({ status }) => status === 'invalid'))
    return { ok: false, problems: problemsOf(documents) };
  const pods = listReports(documents, options);
  const manifests = documents.flatMap((document) => document.pods);
  const byId = new Map(pods.map(({ id }, i) => [id, manifests[i]]));
  return {
    ok: true,
    answer: {
      engine: describeEngine(options),
      documents: documents.map(describeDocument),
      pods,
      sharedAcrossPods: findSharedAcrossPods(manifests, pods, options),
    },
    manifestOf: (id) => byId.get(id),
    locate: (document, pointer) => {
      const place = documents[document]?.locate(pointer);
      if (place === undefined) throw new RangeError('There is no such document');
      return place;
    },
    counts: {
      documents: documents.length,
      pods: pods.length,
      containers: pods.reduce((sum, { containers }) => sum + containers.length, 0),
    },
  };
}

/** What answered, under which assumptions. */
export const describeEngine = ({ kubernetesVersion, runtime, cgroup }: Options): Engine => ({
  name: engineName,
  version: engineVersion,
  kubernetesVersion,
  runtime,
  cgroup,
});

/** What is wrong with a manifest of which no document and no item of a List could be read. */
export function problemsOf(documents: readonly ManifestDocument[]): readonly [Problem, ...Problem[]] {
  const parts = listParts(documents);
  const [first, ...rest] = parts.flatMap(({ problems }) => problems);
  return first === undefined ? [nothingToRead] : [first, ...rest];
}

const nothingToRead: Problem = {
  code: 'EMPTY_MANIFEST',
  detail: 'There is no document in the manifest: send at least one Kubernetes object.',
};

function listReports(documents: readonly ManifestDocument[], options: Options): PodReport[] {
  let pairs = 0;
  return documents.flatMap(({ pods, locate }) =>
    pods.map((pod) => {
      pairs += countPairs(countContainers(pod));
      return analyzePod(pod, locate, pairs > limits.pairs ? { ...options, detail: 'summary' } : options);
    }),
  );
}

const countContainers = ({ spec }: PodManifest): number =>
  (spec.initContainers?.length ?? 0) +
  (spec.containers?.length ?? 0) +
  (spec.ephemeralContainers?.length ?? 0);

const describeDocument = ({ pods: _, locate: __, items, ...document }: ManifestDocument): DocumentReport => ({
  ...document,
  problems: [...document.problems],
  ...(items === undefined ? {} : { items: items.map((item) => ({ ...item, problems: [...item.problems] })) }),
});
