import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { Mount } from '../../volumes/mounts.ts';
import { storageOf } from '../../volumes/storage.ts';
import type { Check } from '../check.ts';

export const deviceAndFileSystem: Check = {
  id: 'device-and-file-system',
  group: 'never-starts',
  severity: 'error',
  summary: 'One claim is used as a raw device and as a file system.',
  why: 'A claim has one volumeMode, Block or Filesystem. volumeDevices needs the one, volumeMounts the other, so one of the two always fails and the Pod does not start.',
  remedy: 'Use volumeDevices or volumeMounts for all containers, or two claims.',
  source: sources.kubeletVolumes,
  *run({ mounts }) {
    const claims = mounts.filter(({ volume }) => /^(persistentVolumeClaim|ephemeral)$/.test(volume.type));
    for (const uses of groupBy(claims, ({ volume }) => storageOf(volume).key).values()) {
      const device = uses.find(({ isDevice }) => isDevice);
      const fileSystem = uses.find((use) => !use.isDevice && device !== undefined && isOther(use, device));
      if (device === undefined || fileSystem === undefined) continue;
      yield {
        pointer: device.pointer,
        message: `${device.container.name} uses volume ${device.volume.name} as a raw device, and ${fileSystem.container.name} uses the same claim as a file system: one of the two fails and the Pod does not start.`,
        containers: [...new Set([device.container.name, fileSystem.container.name])],
      };
    }
  },
};

/** The API server itself refuses one volume used both ways in one container. */
const isOther = (a: Mount, b: Mount): boolean =>
  a.container !== b.container || a.volume.name !== b.volume.name;
