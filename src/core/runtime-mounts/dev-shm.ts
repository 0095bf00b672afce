import { podPlacement } from '../namespaces/namespace.ts';
import { sources } from '../sources.ts';
import { isMountedAt, nodeFilesPlacement, type RuntimeMountRule } from './runtime-mount.ts';

/**
 * /dev/shm: a tmpfs of 64 MiB that the runtime makes for the sandbox and mounts read-write into every container; with
 * `spec.hostIPC` the node's, which a hostPath volume of /dev/shm shows too. It follows the same switch as the IPC namespace and
 * is not part of it.
 *
 * @see containerd `internal/cri/server/podsandbox/sandbox_run_linux.go`, setupSandboxFiles (defaultShmSize)
 * @see cri-o `server/sandbox_run_linux.go`, setupSandboxShm
 */
export const devShm: RuntimeMountRule = {
  path: '/dev/shm',
  isReplacedBy: isMountedAt('/dev/shm'),
  place: ({ spec, manifest }) =>
    spec.hostIPC === true
      ? nodeFilesPlacement('/dev/shm', {
          text: "hostIPC is true: the containers see the node's /dev/shm.",
          pointer: `${manifest.pointer}/hostIPC`,
          source: sources.containerdSandbox,
        })
      : podPlacement({
          text: 'The runtime makes one file system for the Pod (64 MiB in all) and mounts it at /dev/shm in every container.',
          source: sources.containerdSandbox,
        }),
};
