import { join, posix } from 'node:path';

import type { Container, VolumeMount } from '../../src/model/pod.ts';
import type { Mount } from './cri.ts';
import type { Storage } from './storage.ts';

const propagations = {
  None: 'PROPAGATION_PRIVATE',
  HostToContainer: 'PROPAGATION_HOST_TO_CONTAINER',
  Bidirectional: 'PROPAGATION_BIDIRECTIONAL',
} as const;

/**
 * The mounts that the kubelet asks for: one for each volumeMount, in their order, and the Pod's /etc/hosts unless a
 * volumeMount has exactly that path.
 *
 * @see kubernetes pkg/kubelet/kubelet_pods.go, makeMounts and shouldMountHostsFile
 */
export const mountsOf = (storage: Storage, container: Container): readonly Mount[] => {
  const volumeMounts = container.volumeMounts ?? [];
  const mounts = volumeMounts.map((mount): Mount => {
    const volume = storage.volumes.get(mount.name ?? '');
    if (!volume) throw new Error(`A test Pod mounts the volume ${mount.name} and does not declare it.`);
    const { mountPath = '', readOnly, mountPropagation = 'None' } = mount;
    return {
      containerPath: mountPath.startsWith('/') ? mountPath : `/${mountPath}`,
      hostPath: join(volume.path, subPathOf(mount, container)),
      readonly: readOnly === true || volume.readOnly,
      propagation: propagations[mountPropagation as keyof typeof propagations],
    };
  });
  if (volumeMounts.some((mount) => mount.mountPath === '/etc/hosts')) return mounts;
  const hosts = {
    containerPath: '/etc/hosts',
    hostPath: storage.hosts,
    readonly: false,
    propagation: propagations.None,
  };
  return [...mounts, hosts];
};

/** Environment variables have their values by now. */
const subPathOf = (mount: VolumeMount, container: Container): string =>
  (mount.subPathExpr ?? mount.subPath ?? '').replaceAll(/\$\((\w+)\)/g, (_, variable: string) => {
    const value = container.env?.find(({ name }) => name === variable)?.value;
    if (value === undefined) throw new Error(`The test Pod has no variable ${variable}.`);
    return value;
  });

/** Where a container finds its volumes. */
export const volumePathsOf = ({ volumeMounts = [] }: Container): readonly string[] =>
  volumeMounts.map(({ mountPath = '' }) => posix.resolve('/', mountPath));
