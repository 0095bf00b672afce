import { groupBy } from '../model/group-by.ts';
import type { PodManifest } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { CrossPodSharing, PodReport } from '../model/report.ts';
import { namespaceOf } from './hostname.ts';
import { buildPod, type Pod, type PodContainer } from './pod.ts';
import { sources } from './sources.ts';
import { declaredVolumes } from './volumes/declared.ts';
import { listMounts, type Mount } from './volumes/mounts.ts';
import { type MountView, viewOf } from './volumes/overlaps.ts';
import { storageOf } from './volumes/storage.ts';
import { findSharedTrees } from './volumes/trees.ts';
import { findVisible } from './volumes/visibility.ts';

type Member = CrossPodSharing['members'][number];

/**
 * Finds what containers of different Pods of one manifest share: namespaces of the node that a field put them into, the
 * same claim, overlapping hostPaths.
 *
 * What every Pod shares with its node anyway (the user and time namespaces by default) is not listed. Everything that
 * needs the Pods on one node is `conditional`. Order: namespaces in report order, claims, paths.
 */
export function findSharedAcrossPods(
  manifests: readonly PodManifest[],
  reports: readonly PodReport[],
  options: Options,
): CrossPodSharing[] {
  if (reports.length < 2) return [];
  const mounts = manifests.flatMap((manifest) => {
    const pod = buildPod(manifest, options);
    return listMounts(pod, declaredVolumes(pod)).map((mount) => ({ pod, mount }));
  });
  return [...sharedNodeNamespaces(reports), ...sharedClaims(mounts), ...sharedHostPaths(mounts)];
}

function sharedNodeNamespaces(reports: readonly PodReport[]): CrossPodSharing[] {
  const uses = reports.flatMap(({ id, namespaces }) =>
    namespaces.flatMap(({ kind, instances }) =>
      instances
        .filter(({ scope, because }) => scope === 'node' && because.pointer !== null && kind !== 'user')
        .map(({ containers }) => ({
          kind,
          members: containers.map((container) => ({ pod: id, container })),
        })),
    ),
  );
  return [...groupBy(uses, ({ kind }) => kind)]
    .filter(([, group]) => group.length > 1)
    .map(([kind, group]) => ({
      kind,
      subject: `the ${kind} namespace of the node`,
      members: group.flatMap(({ members }) => members),
      because: {
        text: `These Pods use the ${kind} namespace of their node: on one node they share it.`,
        pointer: null,
        source: sources.kubeletNamespaces,
      },
      certainty: 'conditional' as const,
    }));
}

type PodMount = { readonly pod: Pod; readonly mount: Mount };

const memberOf = ({ pod, mount }: PodMount): Member => ({ pod: pod.id, container: mount.container.name });

function sharedClaims(mounts: readonly PodMount[]): CrossPodSharing[] {
  const claims = mounts.filter(({ mount }) => mount.volume.spec.persistentVolumeClaim?.claimName);
  const byClaim = groupBy(
    claims,
    ({ pod, mount }) => `${namespaceOf(pod)}/${mount.volume.spec.persistentVolumeClaim?.claimName}`,
  );
  return [...byClaim]
    .filter(([, group]) => new Set(group.map(({ pod }) => pod.id)).size > 1)
    .map(([claim, group]) => ({
      kind: 'persistentVolumeClaim' as const,
      subject: claim,
      members: distinct(group.map(memberOf)),
      because: {
        text: `These Pods use one claim, ${claim}: they see the same volume.`,
        pointer: null,
        source: sources.volumes,
      },
      certainty: 'certain' as const,
    }));
}

function sharedHostPaths(mounts: readonly PodMount[]): CrossPodSharing[] {
  const podOf = new Map(mounts.map(({ pod, mount }) => [mount.container, pod]));
  const views = findVisible(mounts.map(({ mount }) => mount)).flatMap((visible) => {
    const { key, base } = storageOf(visible.mount.volume);
    return key === 'node' ? (viewOf(visible, base) ?? []) : [];
  });
  return findSharedTrees<PodContainer, MountView>(views).flatMap(({ viewers, views: [{ path }] }) => {
    const members = [...viewers.keys()].map((viewer) => ({
      pod: podOf.get(viewer)?.id ?? '',
      container: viewer.name,
    }));
    if (new Set(members.map(({ pod }) => pod)).size < 2) return [];
    return {
      kind: 'hostPath' as const,
      subject: path,
      members,
      because: {
        text: `These Pods mount ${path} of their node or a directory above it: on one node they see the same files.`,
        pointer: null,
        source: sources.volumes,
      },
      certainty: 'conditional' as const,
    };
  });
}

const distinct = (members: readonly Member[]): Member[] => [
  ...new Map(members.map((member) => [`${member.pod}\n${member.container}`, member])).values(),
];
