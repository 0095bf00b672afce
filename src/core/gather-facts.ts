import { groupBy } from '../model/group-by.ts';
import type { PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { Facts } from './checks/check.ts';
import { shareNamespaces } from './namespaces/index.ts';
import { buildPod } from './pod.ts';
import { shareRuntimeMounts } from './runtime-mounts/index.ts';
import { declaredVolumes } from './volumes/declared.ts';
import { listEnvFiles } from './volumes/env-files.ts';
import { listMounts, type Mount } from './volumes/mounts.ts';
import { findOverlaps } from './volumes/overlaps.ts';

/** Finds out what the containers of a Pod share: what the report says and the checks look at. Linear. */
export function gatherFacts(manifest: PodManifest, options: Options): Facts {
  const pod = buildPod(manifest, options);
  const volumes = declaredVolumes(pod);
  const mounts = listMounts(pod, volumes);
  const byContainer = groupBy(mounts, ({ container }) => container);
  const mountsOf = (container: Mount['container']) => byContainer.get(container) ?? [];
  return {
    pod,
    volumes,
    mounts,
    namespaces: shareNamespaces(pod),
    runtimeMounts: shareRuntimeMounts(pod, mountsOf),
    overlaps: findOverlaps(mounts, listEnvFiles(pod, volumes)),
    mountsOf,
  };
}
