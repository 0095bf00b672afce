import type { VolumeMount } from '../../model/pod.ts';
import type { Access, Propagation } from '../../model/vocabulary.ts';
import { propagations } from '../../model/vocabulary.ts';
import type { Pod, PodContainer } from '../pod.ts';
import type { DeclaredVolume } from './declared.ts';
import { containerPath } from './paths.ts';
import {
  findTokenVolume,
  getsServiceAccountToken,
  serviceAccountMountPath,
} from './service-account-token.ts';
import { readValues, subPathOf, type Values } from './sub-path.ts';

/** One mount of a declared volume in one container. */
export type Mount = {
  readonly container: PodContainer;
  readonly volume: DeclaredVolume;
  /** Absolute and cleaned. */
  readonly path: string;
  /** The same as written. */
  readonly mountPath: string;
  /** Cleaned path inside the volume; null when variables decide it. */
  readonly subPath: string | null;
  readonly access: Access;
  readonly propagation: Propagation;
  readonly isDevice: boolean;
  /** The mount says `readOnly: false` in so many words. */
  readonly asksToWrite: boolean;
  /** Where it stands; the volume's or container's own place for an implicit mount. */
  readonly pointer: string;
};

/**
 * Lists the mounts of every container, in start order and then as written: volumeMounts, volumeDevices, the implicit
 * service-account token. A mount of a volume that is not declared is left out. Linear.
 *
 * Effective access: read-only when the mount, the source of the volume or its kind says so.
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeMounts, makeBlockVolumes
 */
export function listMounts(pod: Pod, volumes: ReadonlyMap<string, DeclaredVolume>): Mount[] {
  const token = findTokenVolume(volumes);
  return pod.containers.flatMap((container) => {
    const mounts: Mount[] = [];
    let values: Values | undefined;
    const environment = () => {
      values ??= readValues(pod, container);
      return values;
    };
    (container.spec.volumeMounts ?? []).forEach((mount, i) => {
      const volume = volumes.get(mount.name ?? '');
      if (volume === undefined) return;
      mounts.push({
        ...rootMount(container, volume, mount.mountPath ?? '', `${container.pointer}/volumeMounts/${i}`),
        subPath: subPathOf(mount, environment),
        access: volume.readOnly || mount.readOnly === true ? 'read-only' : 'read-write',
        propagation: pod.os === 'windows' ? 'None' : propagationOf(mount),
        asksToWrite: mount.readOnly === false,
      });
    });
    (container.spec.volumeDevices ?? []).forEach(({ name, devicePath }, i) => {
      const volume = volumes.get(name ?? '');
      if (volume === undefined) return;
      mounts.push({
        ...rootMount(container, volume, devicePath ?? '', `${container.pointer}/volumeDevices/${i}`),
        isDevice: true,
      });
    });
    if (token !== undefined && getsServiceAccountToken(pod, container)) {
      mounts.push(rootMount(container, token, serviceAccountMountPath, container.pointer));
    }
    return mounts;
  });
}

const rootMount = (
  container: PodContainer,
  volume: DeclaredVolume,
  mountPath: string,
  pointer: string,
): Mount => ({
  container,
  volume,
  path: containerPath(mountPath),
  mountPath,
  subPath: '',
  access: volume.readOnly ? 'read-only' : 'read-write',
  propagation: 'None',
  isDevice: false,
  asksToWrite: false,
  pointer,
});

/** None unless the mount names another mode the API defines. */
const propagationOf = ({ mountPropagation }: VolumeMount): Propagation =>
  propagations.find((mode) => mode === mountPropagation) ?? 'None';
