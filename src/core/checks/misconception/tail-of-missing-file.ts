import { groupBy } from '../../../model/group-by.ts';
import { withScript } from '../../script/commands.ts';
import { filesFollowedAtOnce } from '../../script/followed-files.ts';
import { sources } from '../../sources.ts';
import type { DeclaredVolume } from '../../volumes/declared.ts';
import type { Mount } from '../../volumes/mounts.ts';
import { isWithin } from '../../volumes/paths.ts';
import type { Check } from '../check.ts';

export const tailOfMissingFile: Check = {
  id: 'tail-of-missing-file',
  group: 'misconception',
  severity: 'warning',
  summary: 'A container follows a file that another container makes, and does not wait for it.',
  why: 'Containers start together. Where the file is not there yet, tail -f ends at once and so does the container; it is restarted until the file is there, or stays ended in a Job.',
  remedy: 'Use tail -F, which waits for the file, or wait first: until [ -f FILE ]; do sleep 1; done.',
  source: sources.manTail,
  *run({ pod, mounts, mountsOf }) {
    let uses: ReadonlyMap<DeclaredVolume, readonly Mount[]> | undefined;
    const usesOf = (volume: DeclaredVolume) => {
      uses ??= groupBy(mounts, (mount) => mount.volume);
      return uses.get(volume) ?? [];
    };
    for (const container of withScript(pod.containers)) {
      for (const file of filesFollowedAtOnce(container.spec)) {
        const mount = mountHolding(mountsOf(container), file);
        if (mount?.volume.type !== 'emptyDir') continue;
        const writer = findWriter(usesOf(mount.volume), mount);
        if (writer === undefined) continue;
        yield {
          pointer: container.pointer,
          message: `${container.name} follows a file in volume ${mount.volume.name} without waiting for it: until ${writer.container.name} has made the file, tail ends at once.`,
          containers: [container.name, writer.container.name],
        };
        break;
      }
    }
  },
};

/** The mount a file is in: the deepest one above it. */
function mountHolding(mounts: readonly Mount[], file: string): Mount | undefined {
  let found: Mount | undefined;
  for (const mount of mounts) {
    const isDeeper = found === undefined || mount.path.length >= found.path.length;
    if (isDeeper && isWithin(file, mount.path)) found = mount;
  }
  return found;
}

/** Finds who may make the file while the reader runs. Nobody, where an init container may have made it before. */
function findWriter(uses: readonly Mount[], reader: Mount): Mount | undefined {
  const writers = uses.filter(
    ({ container, access }) => container !== reader.container && access === 'read-write',
  );
  return writers.some(({ container }) => container.role === 'init') ? undefined : writers[0];
}
