import type { RuntimeMountPath } from '../../model/vocabulary.ts';
import { containerPlacement, nodePlacement, type Placement, podPlacement } from '../namespaces/namespace.ts';
import type { Pod, PodContainer } from '../pod.ts';
import { sources } from '../sources.ts';
import type { Mount } from '../volumes/mounts.ts';
import { joinPath } from '../volumes/paths.ts';
import { nodeStorage, type Storage, storageOf } from '../volumes/storage.ts';

/** A file or file system that the runtime or the kubelet mounts into every container by itself. */
export type RuntimeMountRule = {
  readonly path: RuntimeMountPath;
  /** Says whether a mount takes its place. */
  readonly isReplacedBy: (mount: Mount) => boolean;
  /** Places a container that has nothing of its own mounted there. */
  readonly place: (pod: Pod) => Placement;
};

/**
 * Says which instance of a runtime mount a container sees: a volume it mounts there takes its place (the last one, if
 * several), otherwise the rule's.
 *
 * @see containerd `internal/cri/server/container_create.go`, linuxContainerMounts (isInCRIMounts)
 */
export function placeRuntimeMount(
  rule: RuntimeMountRule,
  pod: Pod,
  container: PodContainer,
  mounts: readonly Mount[],
): Placement {
  const own = mounts.findLast((mount) => !mount.isDevice && rule.isReplacedBy(mount));
  return own === undefined ? rule.place(pod) : placeVolume(rule.path, container, own);
}

function placeVolume(path: string, { name }: PodContainer, { volume, subPath, pointer }: Mount): Placement {
  const reason = {
    text: `Volume ${volume.name} is mounted at ${path} in place of the runtime's own.`,
    pointer,
    source: sources.containerdContainer,
  };
  const storage = storageOf(volume);
  return subPath === null
    ? { ...containerPlacement(name, { ...reason, certainty: 'runtime-dependent' }), key: `unknown:${name}` }
    : {
        ...podPlacement(reason),
        key: keyOfFiles(storage, subPath),
        scope: volume.type === 'hostPath' ? 'node' : 'pod',
      };
}

/** Identity of a part of a storage: volumes that show the same files there have the same. */
const keyOfFiles = ({ key, base }: Storage, subPath: string): string => `${key}:${joinPath(base, subPath)}`;

/** A path of the node's own; the same for a volume that shows it. */
export const nodeFilesPlacement = (path: string, reason: Parameters<typeof nodePlacement>[0]): Placement => ({
  ...nodePlacement(reason),
  key: keyOfFiles({ key: nodeStorage, base: path }, ''),
});

/** The runtimes compare cleaned paths. */
export const isMountedAt = (path: RuntimeMountPath) => (mount: Mount) => mount.path === path;
