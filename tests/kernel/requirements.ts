import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** What to run on Debian 12 (as root) before the kernel tests; printed when something is missing. */
export const installCommand =
  'apt-get update && apt-get install -y --no-install-recommends containerd runc containernetworking-plugins gcc libc6-dev iproute2 busybox-static';

/** Where Debian puts the CNI plugins. */
export const cniPlugins = '/usr/lib/cni';

const programs = [
  'containerd',
  'containerd-shim-runc-v2',
  'ctr',
  'runc',
  'gcc',
  'ip',
  'tar',
  'unshare',
  'nsenter',
  'mount',
  'busybox',
  'dpkg-query',
];
const files = ['bridge', 'host-local', 'loopback'].map((plugin) => join(cniPlugins, plugin));

/**
 * Makes sure that this machine can run Pods.
 *
 * @throws Error that names everything missing and the command that installs it, or says that root is needed.
 */
export const requirePrograms = (): void => {
  if (process.getuid?.() !== 0) throw new Error('The kernel tests start a container runtime and need root.');
  const folders = (process.env['PATH'] ?? '').split(':');
  const missing = [
    ...programs.filter((program) => !folders.some((folder) => isExecutable(join(folder, program)))),
    ...files.filter((file) => !isExecutable(file)),
  ];
  if (missing.length > 0) {
    throw new Error(`The kernel tests need ${missing.join(', ')}. On Debian:\n  ${installCommand}`);
  }
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
