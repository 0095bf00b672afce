import { runtimeMountPaths } from '../../model/vocabulary.ts';
import { isWithin } from '../volumes/paths.ts';

/** What the kernel shows, and devices. */
const kernelPaths = ['/proc', '/sys', '/dev'];

/** Where images have their programs, libraries and settings: a volume there hides them. */
const imagePaths: ReadonlySet<string> = new Set(['/', '/etc', '/usr']);

/** Where they have nothing else: one below it hides a program or what it needs. */
const programPaths = ['', '/usr'].flatMap((parent) =>
  ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'].map((name) => `${parent}/${name}`),
);

/** Files that most images have. */
const imageFiles = [
  'group',
  'gshadow',
  'ld.so.cache',
  'ld.so.conf',
  'localtime',
  'mtab',
  'nsswitch.conf',
  'os-release',
  'passwd',
  'profile',
  'protocols',
  'services',
  'shadow',
].map((name) => `/etc/${name}`);

const memory =
  '/dev/shm is POSIX shared memory, which comes with every Pod: it is no place for files. An intent has the wish `shared-memory` for it.';

/**
 * Says why no volume can be mounted at a path, and what can be done.
 *
 * @see runc `libcontainer/rootfs_linux.go`, checkProcMount, createMountpoint; kubernetes `pkg/kubelet/kubelet_pods.go`, makeHostsMount
 */
export function refuseMountPath(path: string): string[] {
  if (isWithin(path, '/dev/shm')) return [memory];
  if (kernelPaths.some((parent) => isWithin(path, parent))) {
    return [
      'The runtime mounts /proc, /sys and /dev itself, and a volume there is refused or hides devices. Choose a directory such as /data.',
    ];
  }
  if (imagePaths.has(path) || programPaths.some((parent) => isWithin(path, parent))) {
    return [
      'A volume there would hide the programs and settings of the image, and the container would not start. Choose a directory such as /data or /etc/app.',
    ];
  }
  if (imageFiles.some((file) => isWithin(path, file))) {
    return [
      'Images have a file there, and no directory can be mounted on a file. Choose another path, such as /etc/app.',
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
