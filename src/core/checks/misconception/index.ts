import type { Check } from '../check.ts';
import { disjointSubPaths } from './disjoint-sub-paths.ts';
import { emptyDirWithoutWriter } from './empty-dir-without-writer.ts';
import { ephemeralWithoutTarget } from './ephemeral-without-target.ts';
import { localhostFromInitContainer } from './localhost-from-init-container.ts';
import { ownDevShm } from './own-dev-shm.ts';
import { propagationNotReceived } from './propagation-not-received.ts';
import { readOnlyNotRecursive } from './read-only-not-recursive.ts';
import { readOnlyVolumeWriter } from './read-only-volume-writer.ts';
import { sharedVolumeDifferentUsers } from './shared-volume-different-users.ts';
import { signalToPause } from './signal-to-pause.ts';
import { tailOfMissingFile } from './tail-of-missing-file.ts';

export const misconception: readonly Check[] = [
  disjointSubPaths,
  emptyDirWithoutWriter,
  ephemeralWithoutTarget,
  localhostFromInitContainer,
  ownDevShm,
  propagationNotReceived,
  readOnlyNotRecursive,
  readOnlyVolumeWriter,
  sharedVolumeDifferentUsers,
  signalToPause,
  tailOfMissingFile,
];
