import type { RuntimeMountPath } from '../../model/vocabulary.ts';
import { containerPlacement, type Placement, podPlacement } from '../namespaces/namespace.ts';
import type { Pod, PodContainer } from '../pod.ts';
import { sources } from '../sources.ts';
import type { Mount } from '../volumes/mounts.ts';

/** A file or file system that the runtime or the kubelet mounts into every container by itself. */
export type RuntimeMountRule = {
  readonly path: RuntimeMountPath;
  /** Places a container that has nothing of its own mounted there. */
  readonly place: (pod: Pod) => Placement;
};

/**
 * Says which instance of a runtime mount a container sees: a volume it mounts at exactly that path takes its place (the
 * last one, if several), otherwise the rule's.
 *
 * @see containerd `internal/cri/server/container_create.go`, linuxContainerMounts (isInCRIMounts)
 */
export function placeRuntimeMount(
  rule: RuntimeMountRule,
  pod: Pod,
  container: PodContainer,
  mounts: readonly Mount[],
): Placement {
  const own = mounts.findLast(({ path, isDevice }) => path === rule.path && !isDevice);
  return own === undefined ? rule.place(pod) : placeVolume(rule.path, container, own);
}

function placeVolume(path: string, { name }: PodContainer, { volume, subPath, pointer }: Mount): Placement {
  const reason = {
    text: `Volume ${volume.name} is mounted at ${path} in place of the runtime's own.`,
    pointer,
    source: sources.containerdContainer,
  };
  return subPath === null
    ? { ...containerPlacement(name, { ...reason, certainty: 'runtime-dependent' }), key: `unknown:${name}` }
    : {
        ...podPlacement(reason),
        key: `volume:${volume.name}:${subPath}`,
        scope: volume.type === 'hostPath' ? 'node' : 'pod',
      };
}
