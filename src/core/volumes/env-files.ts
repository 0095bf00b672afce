import { isOn } from '../features.ts';
import type { Pod } from '../pod.ts';
import type { DeclaredVolume } from './declared.ts';
import type { Mount } from './mounts.ts';
import { cleanPath } from './paths.ts';

/** A file of a volume that the kubelet reads into variables of a container when that starts. */
export type EnvFile = Pick<Mount, 'container' | 'volume' | 'access'> & {
  readonly subPath: string;
  readonly isReadAtStart: true;
};

/**
 * Lists the files that containers get variables from (`fileKeyRef`), in start order, each once for a container. The kubelet
 * reads them in the directory of the emptyDir itself: the container need not mount it. None where the feature is off.
 *
 * @see kubernetes `pkg/kubelet/kubelet_pods.go`, makeEnvironmentVariables
 */
export function listEnvFiles(pod: Pod, volumes: ReadonlyMap<string, DeclaredVolume>): EnvFile[] {
  if (!isOn('EnvFiles', pod.options)) return [];
  return pod.containers.flatMap((container) => {
    const files = new Map<string, EnvFile>();
    for (const { valueFrom } of container.spec.env ?? []) {
      const { volumeName = '', path } = valueFrom?.fileKeyRef ?? {};
      const volume = volumes.get(volumeName);
      if (volume?.type !== 'emptyDir' || !path) continue;
      const subPath = cleanPath(path);
      files.set(JSON.stringify([volumeName, subPath]), {
        container,
        volume,
        subPath,
        access: 'read-only',
        isReadAtStart: true,
      });
    }
    return [...files.values()];
  });
}

export const isEnvFile = (use: Mount | EnvFile): use is EnvFile => 'isReadAtStart' in use;
