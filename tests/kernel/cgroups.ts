import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

import type { CgroupVersion } from '../../src/model/vocabulary.ts';

const root = '/sys/fs/cgroup';

/** The version a container runtime works with on this machine. Both may be mounted (hybrid); then it is 1. */
export const cgroupVersion = (): CgroupVersion =>
  existsSync(join(root, 'cgroup.controllers')) ? 'v2' : 'v1';

/** Removes the control groups of containers that a killed node could not remove, in every hierarchy (version 2 has one). */
export const removeCgroups = (parent: string): void => {
  for (const hierarchy of ['', ...readdirSync(root)]) removeCgroup(join(root, hierarchy, parent));
};

const removeCgroup = (path: string): void => {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeCgroup(join(path, entry.name));
  }
  rmdirSync(path);
};
