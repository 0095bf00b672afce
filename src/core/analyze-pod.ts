import { groupBy } from '../model/group-by.ts';
import { limits } from '../model/limits.ts';
import type { PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { PodReport, Range, VolumeReport } from '../model/report.ts';
import { runChecks } from './checks/run.ts';
import { gatherFacts } from './gather-facts.ts';
import { hostnameOf, namespaceOf } from './hostname.ts';
import { listPairs } from './pairs.ts';
import { mapPorts } from './ports.ts';
import { summarize } from './summary.ts';
import type { DeclaredVolume } from './volumes/declared.ts';
import type { Mount } from './volumes/mounts.ts';
import type { VolumeOverlap } from './volumes/overlaps.ts';
import { waiversOf } from './waivers.ts';

/**
 * Reports what the containers of one Pod share. The front door of the core.
 *
 * Pure: the same manifest and options give the same report, and the manifest is not changed. Everything but `pairs` is
 * linear in the containers and mounts of the Pod; `pairs` are left out with `detail: summary` and above
 * `limits.containersForPairs` containers.
 *
 * @param locate - Finds where a pointer stands in the text; the core never sees the text.
 */
export function analyzePod(
  manifest: PodManifest,
  locate: (pointer: string) => Range,
  options: Options,
): PodReport {
  const facts = gatherFacts(manifest, options);
  const { pod, volumes, mounts } = facts;
  const pairs = options.detail === 'full' ? listPairs(pod, facts) : undefined;
  const report = {
    id: pod.id,
    source: {
      document: manifest.document,
      kind: manifest.kind,
      name: manifest.name,
      namespace: namespaceOf(pod),
      pointer: manifest.pointer,
      range: locate(manifest.pointer),
    },
    os: pod.os,
    hostname: hostnameOf(pod),
    containers: pod.containers.map(({ name, role, pointer, spec }) => ({
      name,
      role,
      pointer,
      image: spec.image ?? null,
      range: locate(pointer),
    })),
    namespaces: [...facts.namespaces],
    runtimeMounts: [...facts.runtimeMounts],
    volumes: describeVolumes(volumes, mounts, facts.overlaps),
    ...(pairs === undefined ? {} : { pairs }),
    ports: mapPorts(pod),
    findings: runChecks(facts, locate, waiversOf(pod)),
  };
  return withSummary(report, summarize(report, pod.spec.runtimeClassName));
}

/** The summary is made last and stands near the top, where a reader looks. */
const withSummary = ({ id, source, ...rest }: Omit<PodReport, 'summary'>, summary: string): PodReport => ({
  id,
  source,
  summary,
  ...rest,
});

function describeVolumes(
  volumes: ReadonlyMap<string, DeclaredVolume>,
  mounts: readonly Mount[],
  overlaps: readonly VolumeOverlap[],
): VolumeReport[] {
  const listed =
    mounts.length <= limits.mountsPerPod ? groupBy(mounts, ({ volume }) => volume.name) : undefined;
  const shared = groupBy(overlaps, ({ volume }) => volume);
  const sharedAs = new Map(
    overlaps.flatMap(({ volume, aliases }) => [...aliases].map((alias) => [alias, volume] as const)),
  );
  return [...volumes.values()].map(({ name, type, origin, pointer }) => ({
    name,
    type,
    origin,
    pointer,
    mounts: (listed?.get(name) ?? []).map((mount) => ({
      container: mount.container.name,
      path: mount.path,
      subPath: mount.subPath,
      access: mount.access,
      propagation: mount.propagation,
      pointer: mount.pointer,
    })),
    overlaps: (shared.get(name) ?? []).map(({ containers, subPath, writers, readers, certainty }) => ({
      containers,
      subPath,
      writers,
      readers,
      certainty,
    })),
    ...(sharedAs.has(name) && { sharedAs: sharedAs.get(name) }),
  }));
}
