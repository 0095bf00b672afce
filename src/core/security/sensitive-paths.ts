import { isWithin } from '../volumes/paths.ts';

/** A part of the node's file system that a Pod should not see, or not change, without a reason. */
export type SensitivePath = {
  readonly path: string;
  /** Whether what lies below it counts too, or only it and the directories that hold it. */
  readonly below: boolean;
  /** What one who may read it learns; null when reading it is harmless. */
  readonly read: string | null;
  /** What one who may write it can do. */
  readonly write: string;
};

const containerFiles = {
  below: true,
  read: 'reads the file systems of all containers on the node',
  write: 'changes the file systems of all containers on the node',
};

/**
 * What most exposes the node, worst first.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
const sensitivePaths: readonly SensitivePath[] = [
  {
    path: '/',
    below: false,
    read: 'as root reads every file on the node, the credentials of its kubelet and the Secrets of all its Pods among them',
    write: 'as root takes the node over',
  },
  {
    path: '/var/lib/etcd',
    below: true,
    read: 'on a control plane reads the state of the cluster, every Secret in it',
    write: 'on a control plane changes the state of the cluster',
  },
  {
    path: '/etc/kubernetes',
    below: true,
    read: 'reads the credentials of the node and, on a control plane, of the cluster',
    write: 'starts Pods past the API server (static Pods)',
  },
  {
    path: '/var/lib/kubelet/pki',
    below: true,
    read: "reads the kubelet's credentials",
    write: "changes the kubelet's credentials",
  },
  {
    path: '/var/lib/kubelet/pods',
    below: true,
    read: 'reads the volumes of all Pods on the node, their Secrets and tokens among them',
    write: 'changes the volumes of all Pods on the node',
  },
  {
    path: '/etc/shadow',
    below: false,
    read: 'reads the password hashes of the node',
    write: "changes the node's accounts and its configuration",
  },
  {
    path: '/etc',
    below: true,
    read: null,
    write: 'changes the configuration of the node, and with it what the node runs',
  },
  {
    path: '/root',
    below: true,
    read: "reads root's files on the node, SSH keys among them",
    write: "changes root's files on the node, SSH keys among them",
  },
  {
    path: '/proc',
    below: false,
    read: 'sees every process on the node and, as root, its files and environment',
    write: 'changes kernel settings, and with core_pattern runs programs on the node',
  },
  {
    path: '/proc/sys',
    below: true,
    read: null,
    write: 'changes kernel settings of the node',
  },
  {
    path: '/dev',
    below: false,
    read: "sees the node's devices; a privileged container reads its disks and memory through them",
    write: "reaches the node's devices; a privileged container changes its disks and memory through them",
  },
  { path: '/sys', below: true, read: null, write: 'changes settings of the kernel and of devices' },
  { path: '/boot', below: true, read: null, write: 'changes the kernel that the node starts next' },
  ...['/bin', '/sbin', '/lib', '/lib64', '/usr', '/opt/cni'].map((path) => ({
    path,
    below: true,
    read: null,
    write: 'changes programs that the node runs as root',
  })),
  { path: '/var/lib/docker/overlay2', ...containerFiles },
  {
    path: '/var/lib/docker/containers',
    below: true,
    read: 'reads the logs of all containers on the node and their configuration, environment variables among it',
    write: 'changes the logs and the configuration of all containers on the node',
  },
  ...['/var/lib/docker', '/var/lib/containerd', '/var/lib/containers', '/var/lib/rancher'].map((path) => ({
    path,
    ...containerFiles,
  })),
  {
    path: '/var/lib/kubelet/device-plugins',
    below: false,
    read: null,
    write: 'may offer devices to the kubelet in the name of others',
  },
  {
    path: '/var/log/pods',
    below: true,
    read: 'reads the logs of all Pods on the node',
    write: 'changes logs, and by links makes the kubelet serve any file of the node',
  },
  {
    path: '/var/log/containers',
    below: true,
    read: 'reads the logs of all Pods on the node',
    write: 'changes logs, and by links makes the kubelet serve any file of the node',
  },
];

/** Files that many Pods take from the node and that tell and change nothing of weight. */
const harmless: readonly string[] = [
  '/etc/localtime',
  '/etc/timezone',
  '/etc/machine-id',
  '/etc/os-release',
  '/etc/ssl/certs',
  '/etc/pki/ca-trust',
  '/etc/ca-certificates',
  '/usr/share',
  '/usr/lib/os-release',
  '/usr/local/share/ca-certificates',
  '/sys/fs/bpf',
];

/**
 * Finds the worst that a directory or file of the node exposes: one of the sensitive paths at it, below it, or (where
 * that counts) above it.
 *
 * @param path - Absolute and cleaned.
 */
export function findSensitivePath(path: string, isWritable: boolean): SensitivePath | undefined {
  if (harmless.some((place) => isWithin(path, place))) return undefined;
  return sensitivePaths.find(
    (place) =>
      (isWritable || place.read !== null) &&
      (isWithin(place.path, path) || (place.below && isWithin(path, place.path))),
  );
}
