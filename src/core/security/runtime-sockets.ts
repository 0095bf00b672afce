import { isWithin, withoutVar } from '../volumes/paths.ts';

/** Where container runtimes listen: who may connect there starts any container on the node. */
const runtimeSockets: readonly string[] = [
  '/run/containerd/containerd.sock',
  '/run/crio/crio.sock',
  '/run/docker.sock',
  '/run/cri-dockerd.sock',
  '/run/dockershim.sock',
  '/run/podman/podman.sock',
  '/run/k3s/containerd/containerd.sock',
  '/run/k0s/containerd.sock',
  '/var/snap/microk8s/common/run/containerd.sock',
  '\\\\.\\pipe\\containerd-containerd',
  '\\\\.\\pipe\\docker_engine',
];

/**
 * Finds a runtime socket that a path of the node is, or that lies below it. `/var/run` is `/run`. The root directory is
 * left to `findSensitivePath`: it holds everything.
 *
 * @returns The usual place of the socket.
 */
export function findRuntimeSocket(path: string): string | undefined {
  const place = withoutVar(path);
  return place === '/' ? undefined : runtimeSockets.find((socket) => isWithin(socket, place));
}
