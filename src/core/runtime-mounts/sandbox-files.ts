import type { RuntimeMountPath } from '../../model/vocabulary.ts';
import { podPlacement } from '../namespaces/namespace.ts';
import { sources } from '../sources.ts';
import { isMountedAt, type RuntimeMountRule } from './runtime-mount.ts';

/**
 * Files the runtime makes once for the sandbox and mounts into every container that mounts nothing there.
 *
 * @see containerd `internal/cri/server/podsandbox/sandbox_run_linux.go`, setupSandboxFiles
 * @see cri-o `server/container_create.go`, setupBaseContainerMounts
 */
const sandboxFile = (path: RuntimeMountPath): RuntimeMountRule => ({
  path,
  isReplacedBy: isMountedAt(path),
  place: () =>
    podPlacement({
      text: 'The runtime makes one file for the Pod and mounts it into every container.',
      source: sources.containerdContainer,
    }),
});

export const etcHostname = sandboxFile('/etc/hostname');
export const etcResolvConf = sandboxFile('/etc/resolv.conf');
