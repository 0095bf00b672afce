import { isWithin, withoutVar } from '../volumes/paths.ts';

/** Places of the node where other file systems are mounted: a mount that is read-only does not make those so. */
const mountPoints: readonly string[] = [
  '/dev/shm',
  '/run/containerd/io.containerd.runtime.v2.task',
  '/run/user',
  '/sys/fs/cgroup',
  '/var/lib/containers/storage/overlay/merged',
  '/var/lib/docker/overlay2/merged',
  '/var/lib/kubelet/pods/volumes',
];

/** Says whether a directory of the node usually has other file systems mounted below it. */
export function holdsMounts(path: string): boolean {
  const place = withoutVar(path);
  return mountPoints.some((mount) => mount !== place && isWithin(mount, place));
}
