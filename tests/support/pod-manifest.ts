import { analyzePod } from '../../src/core/analyze-pod.ts';
import { listPodPaths } from '../../src/manifest/kinds.ts';
import type { PodManifest } from '../../src/model/manifest.ts';
import { defaultOptions, type Options } from '../../src/model/options.ts';
import type { PodSpec } from '../../src/model/pod.ts';
import type { Finding, Range } from '../../src/model/report.ts';

const apiVersions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/**
 * Makes what the reader would make of an object named `web` that holds this PodSpec; anything else may be given.
 *
 * @example podManifest({ containers: [{ name: 'a', image: 'i' }] }, { kind: 'Deployment' }).pointer // '/spec/template/spec'
 */
export function podManifest(spec: PodSpec, given: Partial<PodManifest> = {}): PodManifest {
  const { kind = 'Pod', apiVersion = apiVersions[kind] ?? 'v1', name = 'web' } = given;
  const pointer = listPodPaths(apiVersion, kind).paths[0] ?? '/spec';
  return {
    document: 0,
    pointer,
    apiVersion,
    kind,
    objectPointer: '',
    name,
    namespace: null,
    isStored: false,
    metadata: kind === 'Pod' && name !== null ? { name } : {},
    metadataPointer: pointer.replace(/spec$/, 'metadata'),
    workload: {},
    observations: [],
    ...given,
    spec,
  };
}

/** Everything found in a Pod; where it stands in a text is not looked at. */
export const findingsOf = (manifest: PodManifest, options: Partial<Options> = {}): Finding[] =>
  analyzePod(manifest, () => nowhere, { ...defaultOptions, ...options }).findings;

const nowhere: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
