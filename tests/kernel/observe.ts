import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import {
  type NamespaceKind,
  namespaceKinds,
  type RuntimeMountPath,
  runtimeMountPaths,
} from '../../src/model/vocabulary.ts';
import { linkedPath } from './atomic-writer.ts';
import { record } from './facts.ts';
import type { RunningContainer } from './kubelet.ts';

/** What the kernel tells two things apart by: device and inode. */
export type Identity = string;

/** What is seen of a process from outside it. */
export type Surroundings = {
  readonly namespaces: Readonly<Record<NamespaceKind, Identity>>;
  readonly runtimeMounts: Readonly<Record<RuntimeMountPath, Identity>>;
};

/** What a container sees. */
export type Sight = Surroundings & {
  readonly container: string;
  readonly hostname: string;
  /** What it sees of the Pod's storage, in the order of its mounts. */
  readonly seen: readonly Seen[];
};

/** A directory or file of the Pod's storage (`place` there) as one container sees it. */
export type Seen = {
  readonly place: string;
  readonly path: string;
  readonly isMountPoint: boolean;
  readonly writable: boolean;
};

/** Names of the entries in /proc/PID/ns. */
const entries: Readonly<Record<NamespaceKind, string>> = {
  network: 'net',
  ipc: 'ipc',
  uts: 'uts',
  pid: 'pid',
  mount: 'mnt',
  user: 'user',
  cgroup: 'cgroup',
  time: 'time',
};

/** Opens a namespace of /proc so that it stays. */
export type Hold = (path: string) => Identity;

/**
 * Runs `use` with a way to hold namespaces open until it ends: the kernel gives the number of a namespace that is gone to the
 * next one that is made, and that of an init container must still be told from that of an app container.
 */
export const holdingNamespaces = async (use: (hold: Hold) => Promise<void>): Promise<void> => {
  const open: number[] = [];
  try {
    await use((path) => {
      const descriptor = openSync(path, 'r');
      open.push(descriptor);
      return identityOf(fstatSync(descriptor));
    });
  } finally {
    for (const descriptor of open) closeSync(descriptor);
  }
};

/** @param proc - Where this machine finds the process in /proc. */
export const surroundingsOf = (proc: string, hold: Hold): Surroundings => ({
  namespaces: record(namespaceKinds, (kind) => hold(join(proc, 'ns', entries[kind]))),
  runtimeMounts: record(runtimeMountPaths, (path) => {
    const status = statSync(join(proc, 'root', path), { throwIfNoEntry: false }); // a sandbox has no /etc/hosts
    return status ? identityOf(status) : 'none';
  }),
});

/**
 * Looks at a container from outside (/proc) and from inside (`probe look`, which really tries to write).
 *
 * @param places - The Pod's storage on the node, as `placesIn` gives it.
 */
export const observe = async (
  container: RunningContainer,
  places: ReadonlyMap<Identity, string>,
  hold: Hold,
): Promise<Sight> => {
  const root = join(container.proc, 'root');
  const mountPoints = mountPointsOf(container.proc);
  const visible = [...new Set(mountPoints.flatMap((path) => walk(root, path)))].flatMap((path) => {
    const place = places.get(identityOf(lstatSync(join(root, path))));
    return place === undefined ? [] : [{ path, place, isMountPoint: mountPoints.includes(path) }];
  });
  const looked = await container.probe('look', ...visible.map(({ path }) => path));
  return {
    ...surroundingsOf(container.proc, hold),
    container: container.name,
    hostname: looked.get('hostname') ?? '',
    seen: visible.map((entry) => ({ ...entry, writable: looked.get(entry.path) === 'ok' })),
  };
};

/** Names everything below a folder by its path in it. `root` is the node's. */
export const placesIn = (root: string, folder: string): ReadonlyMap<Identity, string> =>
  new Map(
    walk(root, folder).map((path) => [
      identityOf(lstatSync(join(root, path))),
      linkedPath(relative(folder, path)),
    ]),
  );

/** Where a process has something mounted, without its root and what is the kernel's own. */
const mountPointsOf = (proc: string): readonly string[] =>
  readFileSync(join(proc, 'mountinfo'), 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .filter((path) => path !== '/' && !/^\/(proc|sys|dev(?!\/shm))(\/|$)/.test(path));

/** The directories and files at and below a path, as seen under `root`; none when another mount hides it. */
const walk = (root: string, path: string): readonly string[] => {
  const status = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (status?.isFile()) return [path];
  if (!status?.isDirectory()) return [];
  return [path, ...readdirSync(join(root, path)).flatMap((name) => walk(root, join(path, name)))];
};

const identityOf = ({ dev, ino }: { readonly dev: number; readonly ino: number }): Identity =>
  `${dev}:${ino}`;
