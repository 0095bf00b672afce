import { runtimeMountPaths } from '../../model/vocabulary.ts';
import { isWithin } from '../volumes/paths.ts';

/** What the kernel shows, and devices. */
const kernelPaths = ['/proc', '/sys', '/dev'];

/** Where images have their programs, libraries and settings: a volume there hides them. */
const imagePaths: ReadonlySet<string> = new Set([
  '/',
  '/bin',
  '/etc',
  '/lib',
  '/lib64',
  '/sbin',
  '/usr',
  '/usr/bin',
  '/usr/lib',
  '/usr/sbin',
]);

const memory =
  '/dev/shm is POSIX shared memory, which comes with every Pod. Wish for `shared-memory` instead.';

/**
 * Says why no volume can be mounted at a path, and what can be done.
 *
 * @see runc `libcontainer/rootfs_linux.go`, checkProcMount; kubernetes `pkg/kubelet/kubelet_pods.go`, makeHostsMount
 */
export function refuseMountPath(path: string): string[] {
  if (isWithin(path, '/dev/shm')) return [memory];
  if (kernelPaths.some((parent) => isWithin(path, parent))) {
    return [
      'The runtime mounts /proc, /sys and /dev itself, and a volume there is refused or hides devices. Choose a directory such as /data.',
    ];
  }
  if (imagePaths.has(path)) {
    return [
      'A volume there would hide the programs and settings of the image, and the container would not start. Choose a directory below it, or one such as /data.',
    ];
  }
  return runtimeMountPaths.some((file) => isWithin(path, file))
    ? [
        'The runtime mounts one such file into every container of the Pod: it is shared anyway, and a directory in its place breaks the look-up of names. Choose another path.',
      ]
    : [];
}

/** Says why files at a path cannot be kept apart, and what can be done. */
export function refuseSeparatePath(path: string): string[] {
  if (isWithin(path, '/dev/shm')) return [memory];
  if (kernelPaths.some((parent) => isWithin(path, parent) && path !== '/dev')) {
    return [
      'What is there shows the kernel and its devices, not files of a container. Keep `pid` apart if processes are meant.',
    ];
  }
  return runtimeMountPaths.some((file) => isWithin(path, file) || isWithin(file, path))
    ? [
        'The runtime mounts /dev/shm, /etc/hosts, /etc/hostname and /etc/resolv.conf into every container of a Pod. Name the directory that is meant, keep `shared-memory` apart, or use two Pods.',
      ]
    : [];
}
