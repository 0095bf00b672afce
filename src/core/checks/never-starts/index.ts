import type { Check } from '../check.ts';
import { deviceAndFileSystem } from './device-and-file-system.ts';
import { endlessInitContainer } from './endless-init-container.ts';
import { gitRepoVolume } from './git-repo-volume.ts';
import { longQualifiedHostname } from './long-qualified-hostname.ts';
import { missingSubPathVariable } from './missing-sub-path-variable.ts';
import { nodeSysctl } from './node-sysctl.ts';
import { removedVolumeType } from './removed-volume-type.ts';
import { targetInitContainer } from './target-init-container.ts';
import { unsafeSysctl } from './unsafe-sysctl.ts';

export const neverStarts: readonly Check[] = [
  deviceAndFileSystem,
  endlessInitContainer,
  gitRepoVolume,
  longQualifiedHostname,
  missingSubPathVariable,
  nodeSysctl,
  removedVolumeType,
  targetInitContainer,
  unsafeSysctl,
];
