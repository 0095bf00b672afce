import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import type { Container, PodVolume } from '../../src/model/pod.ts';
import { containersOf } from './admission.ts';
import { writeFiles } from './atomic-writer.ts';
import type { KernelNode } from './containerd.ts';
import type { Circumstances } from './environment.ts';
import { mountsOf } from './mounts.ts';
import { hostnameOf } from './pod-config.ts';
import { bytesOf } from './quantity.ts';
import { filesOf } from './volume-files.ts';

/** What the kubelet would have set up for a Pod's volumes before its first container starts. */
export type Storage = {
  /** Every volume lies below it, on the node. */
  readonly folder: string;
  /** By name. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** The Pod's own /etc/hosts. */
  readonly hosts: string;
};

/** Where a volume is on the node: a directory or a file. */
type Volume = {
  readonly path: string;
  readonly readOnly: boolean;
  /** The kubelet fills it and makes the mount points in it. */
  readonly filled: boolean;
};

/** Volumes whose plugin says read-only whatever the mount says (kubernetes pkg/volume/*, GetAttributes). */
const filledTypes = ['configMap', 'secret', 'downwardAPI', 'projected', 'image'] as const;

/**
 * Makes the directories of a Pod's volumes, with every subPath that a container mounts, below `folder` on the node.
 * A hostPath lies below `folder`/host: no Pod of a test sees this machine's own directories. Claims are directories too.
 *
 * @param circumstances - With the variables of the Pod's environment filled in.
 */
export const prepareStorage = (node: KernelNode, folder: string, circumstances: Circumstances): Storage => {
  const { spec } = circumstances.pod;
  mkdirSync(folder, { recursive: true });
  const hosts = `${folder}-hosts`;
  writeFileSync(hosts, hostsOf(circumstances));
  const volumes = new Map<string, Volume>();
  for (const volume of spec.volumes ?? []) {
    const placed = placeVolume(volume, folder);
    makeVolume(node, volume, placed.path, spec.securityContext?.fsGroup);
    const files = filesOf(volume, circumstances) ?? [];
    if (files.length > 0) writeFiles(placed.path, files, spec.securityContext?.fsGroup);
    volumes.set(volume.name ?? '', placed);
  }
  const storage = { folder, volumes, hosts };
  for (const container of containersOf(spec)) makeMountPoints(node, storage, container);
  return storage;
};

/** @see kubernetes pkg/kubelet/kubelet_pods.go, ensureHostsFile */
const hostsOf = ({ pod, address }: Circumstances): string => {
  const own = pod.spec.hostNetwork ? [] : [[address, hostnameOf(pod)]];
  const aliases = (pod.spec.hostAliases ?? []).map(({ ip = '', hostnames = [] }) => [ip, ...hostnames]);
  return [['127.0.0.1', 'localhost'], ...own, ...aliases].map((words) => `${words.join('\t')}\n`).join('');
};

const placeVolume = (volume: PodVolume, folder: string): Volume => {
  const { name = '', hostPath, persistentVolumeClaim: claim, ephemeral, csi, nfs } = volume;
  const filled = filledTypes.some((type) => volume[type] !== undefined);
  const readOnly = filled || (claim ?? csi ?? nfs)?.readOnly === true;
  if (hostPath) return { path: join(folder, 'host', hostPath.path ?? ''), readOnly, filled };
  if (claim) return { path: join(folder, 'claims', claim.claimName ?? ''), readOnly, filled };
  return { path: join(folder, ephemeral ? 'claims-of-this-pod' : 'volumes', name), readOnly, filled };
};

const makeVolume = (node: KernelNode, volume: PodVolume, path: string, fsGroup: number | undefined): void => {
  if (volume.hostPath?.type?.startsWith('File')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '', { mode: 0o666 });
    return;
  }
  makeDirectory(path);
  if (volume.emptyDir?.medium === 'Memory') {
    const size = bytesOf(volume.emptyDir.sizeLimit);
    const options = ['mode=0777', ...(size === undefined ? [] : [`size=${size}`])].join();
    const mount = ['mount', '-t', 'tmpfs', '-o', options, 'tmpfs', path];
    execFileSync('nsenter', [`--mount=${node.proc}/ns/mnt`, ...mount]);
  }
  if (fsGroup !== undefined && !volume.hostPath) {
    chownSync(onNode(node, path), 0, fsGroup);
    chmodSync(onNode(node, path), 0o2777);
  }
};

/** What is at a path for the node: a tmpfs that only it has mounted, for one. */
const onNode = (node: KernelNode, path: string): string => join(node.proc, 'root', path);

const makeDirectory = (path: string): void => {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o777);
};

/**
 * The subPath directories, and the mount points in what the kubelet fills. In anything else that a container cannot write the
 * mount point must be there already, or the container does not start.
 *
 * @see kubernetes pkg/volume/util/nested_volumes.go, MakeNestedMountpoints
 */
const makeMountPoints = (node: KernelNode, storage: Storage, container: Container): void => {
  const mounts = mountsOf(storage, container);
  for (const { hostPath } of mounts) makeDirectory(onNode(node, hostPath));
  const filled = [...storage.volumes.values()].flatMap((volume) => (volume.filled ? volume.path : []));
  for (const outer of mounts.filter(({ hostPath }) => filled.includes(hostPath))) {
    for (const inner of mounts) {
      const below = posix.relative(outer.containerPath, inner.containerPath);
      if (below !== '' && !below.startsWith('..')) makeDirectory(onNode(node, join(outer.hostPath, below)));
    }
  }
};
