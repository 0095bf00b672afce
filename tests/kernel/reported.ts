import { join, relative } from 'node:path';

import type { Instance, PodReport } from '../../src/model/report.ts';
import { namespaceKinds, runtimeMountPaths } from '../../src/model/vocabulary.ts';
import { tokenVolume } from './admission.ts';
import { type Facts, printInstance, printTrees, record } from './facts.ts';
import { generatedParts } from './manifest.ts';
import { clusterDomain } from './pod-config.ts';
import type { Storage } from './storage.ts';

/** What nobody can know from a manifest, by what a hostname in a report says in its place. */
const outsideParts: Readonly<Record<string, string>> = {
  ...generatedParts,
  '<cluster domain>': clusterDomain,
};

/**
 * Puts a report into facts.
 *
 * @param nodeName - The hostname of the node, which a report does not know.
 */
export const reportedFacts = (report: PodReport, storage: Storage, nodeName: string): Facts => {
  const names = report.containers.map(({ name }) => name);
  const { mounts, overlaps } = placedVolumes(report, storage);
  return {
    namespaces: record(namespaceKinds, (kind) =>
      instancesOf(report.namespaces.find((namespace) => namespace.kind === kind))
        .map(({ scope, owner, containers }) => printInstance(scope, owner, containers))
        .sort(),
    ),
    runtimeMounts: record(runtimeMountPaths, (path) =>
      instancesOf(report.runtimeMounts.find((mount) => mount.path === path))
        .map((instance) =>
          printInstance(isVolume(instance) ? 'volume' : instance.scope, null, instance.containers),
        )
        .sort(),
    ),
    relations: Object.fromEntries(
      (report.pairs ?? []).map(({ a, b, namespaces }) => [`${a} ${b}`, namespaces]),
    ),
    hostnames: record(
      names,
      () => report.hostname.value?.replaceAll(/<.*?>/g, (part) => outsideParts[part] ?? part) ?? nodeName,
    ),
    mounts: Object.fromEntries(
      mounts
        .filter(({ container, path }) => !isUnderRuntimeMount(report, container, path))
        .map(({ container, path, place, access }) => [`${container} ${path}`, `${place} ${access}`]),
    ),
    sharedTrees: Object.fromEntries(
      (report.pairs ?? []).map(({ a, b }) => {
        const shared = overlaps.filter(({ containers }) => containers.includes(a) && containers.includes(b));
        const writersOf = (writers: readonly string[]) => [a, b].filter((name) => writers.includes(name));
        return [
          `${a} ${b}`,
          printTrees(new Map(shared.map(({ place, writers }) => [place, writersOf(writers)]))),
        ];
      }),
    ),
  };
};

const instancesOf = (sharing: { readonly instances: readonly Instance[] } | undefined): readonly Instance[] =>
  sharing?.instances ?? [];

/** Whether a volume took the place of what the runtime mounts. */
const isVolume = ({ because }: Instance): boolean => because.pointer?.includes('/volumeMounts/') === true;

/** Whether the runtime mounts its own over a volume that is mounted at the same path. */
const isUnderRuntimeMount = (report: PodReport, container: string, path: string): boolean =>
  report.runtimeMounts
    .filter((mount) => mount.path === path)
    .flatMap(({ instances }) => instances)
    .some((instance) => instance.containers.includes(container) && !isVolume(instance));

/** The mounts and overlaps of all volumes, each with its place in the storage. */
const placedVolumes = (report: PodReport, storage: Storage) => {
  const placed = report.volumes.map((volume) => {
    const name = volume.origin === 'implicit' ? tokenVolume : volume.name;
    const root = relative(storage.folder, storage.volumes.get(name)?.path ?? '');
    const inVolume = <Part extends { readonly subPath: string | null }>(part: Part) => ({
      ...part,
      place: join(root, part.subPath ?? 'unknown'),
    });
    return { mounts: volume.mounts.map(inVolume), overlaps: volume.overlaps.map(inVolume) };
  });
  return {
    mounts: placed.flatMap(({ mounts }) => mounts),
    overlaps: placed.flatMap(({ overlaps }) => overlaps),
  };
};
