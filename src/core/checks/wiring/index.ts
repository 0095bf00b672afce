import type { Check } from '../check.ts';
import { duplicatePort } from './duplicate-port.ts';
import { envFileWithoutWriter } from './env-file-without-writer.ts';
import { oneStorageTwoVolumes } from './one-storage-two-volumes.ts';
import { overlappingHostPort } from './overlapping-host-port.ts';
import { portNameInTwoContainers } from './port-name-in-two-containers.ts';
import { probeOfSiblingPort } from './probe-of-sibling-port.ts';
import { probeOfUnknownPortName } from './probe-of-unknown-port-name.ts';
import { samePathTwice } from './same-path-twice.ts';
import { unusedVolume } from './unused-volume.ts';

export const wiring: readonly Check[] = [
  duplicatePort,
  envFileWithoutWriter,
  oneStorageTwoVolumes,
  overlappingHostPort,
  portNameInTwoContainers,
  probeOfSiblingPort,
  probeOfUnknownPortName,
  samePathTwice,
  unusedVolume,
];
