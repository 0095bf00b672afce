import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { VolumeFile } from './volume-files.ts';

/** The folder of a volume's files now; the kubelet makes another for other files, then changes the link `..data` to it. */
const dataFolder = '..2026_11_26_10_00_00.1';

/**
 * Writes files into a volume: each is a link to a link, so that the kubelet can change all of them at once. A fsGroup may read them.
 *
 * @see kubernetes pkg/volume/util/atomic_writer.go, Write; pkg/volume/volume_linux.go, SetVolumeOwnership
 */
export const writeFiles = (
  volume: string,
  files: readonly VolumeFile[],
  fsGroup: number | undefined,
): void => {
  for (const { path, content, mode } of files) {
    const file = join(volume, dataFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chownSync(file, 0, fsGroup ?? 0);
    chmodSync(file, fsGroup === undefined ? mode : mode | 0o440);
  }
  symlinkSync(dataFolder, join(volume, '..data'));
  for (const name of new Set(files.map(({ path }) => path.split('/', 1).join()))) {
    symlinkSync(join('..data', name), join(volume, name));
  }
};

/** A path in a volume without the folder that the links in it lead to: where a container finds it. */
export const linkedPath = (path: string): string => path.replace(`/${dataFolder}`, '');
