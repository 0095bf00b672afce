import type { RuntimeMount } from '../../model/report.ts';
import type { RuntimeMountPath } from '../../model/vocabulary.ts';
import { runtimeMountPaths } from '../../model/vocabulary.ts';
import { groupInstances } from '../instances.ts';
import type { Pod, PodContainer } from '../pod.ts';
import type { Mount } from '../volumes/mounts.ts';
import { devShm } from './dev-shm.ts';
import { etcHosts } from './etc-hosts.ts';
import { placeRuntimeMount, type RuntimeMountRule } from './runtime-mount.ts';
import { etcHostname, etcResolvConf } from './sandbox-files.ts';

const byPath: Readonly<Record<RuntimeMountPath, RuntimeMountRule>> = {
  '/dev/shm': devShm,
  '/etc/hosts': etcHosts,
  '/etc/hostname': etcHostname,
  '/etc/resolv.conf': etcResolvConf,
};

/** Says who shares what the runtime and the kubelet mount by themselves, in report order. None on Windows. */
export const shareRuntimeMounts = (
  pod: Pod,
  mountsOf: (container: PodContainer) => readonly Mount[],
): RuntimeMount[] =>
  pod.os === 'windows'
    ? []
    : runtimeMountPaths.map((path) => ({
        path,
        instances: groupInstances(pod, (container) =>
          placeRuntimeMount(byPath[path], pod, container, mountsOf(container)),
        ),
      }));
