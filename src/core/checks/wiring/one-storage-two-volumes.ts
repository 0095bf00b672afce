import { groupBy } from '../../../model/group-by.ts';
import { sources } from '../../sources.ts';
import type { DeclaredVolume } from '../../volumes/declared.ts';
import type { Mount } from '../../volumes/mounts.ts';
import { storageOf } from '../../volumes/storage.ts';
import type { Check, Found } from '../check.ts';

export const oneStorageTwoVolumes: Check = {
  id: 'one-storage-two-volumes',
  group: 'wiring',
  severity: 'info',
  summary: 'Two volumes are the same storage, mounted read-only by one name and writable by the other.',
  why: 'A read-only mount protects its own view. Who mounts the same hostPath, claim or export by another name writes the files that the first one reads.',
  remedy: 'Declare the storage once and mount it by one name, so that who writes is plain to see.',
  source: sources.volumes,
  *run({ mounts }) {
    const placed = mounts.filter(({ subPath }) => subPath !== null);
    for (const sameStorage of groupBy(placed, placeOfVolume()).values()) {
      const [{ volume }] = sameStorage;
      if (sameStorage.every((use) => use.volume === volume)) continue;
      for (const uses of groupBy(sameStorage, ({ subPath }) => subPath).values())
        yield* findTwoAccesses(uses);
    }
  },
};

/** Gives the storage and the directory in it that a mount's volume shows; each volume is looked at once. */
function placeOfVolume(): (mount: Mount) => string {
  const places = new Map<DeclaredVolume, string>();
  return ({ volume }) => {
    const known = places.get(volume);
    if (known !== undefined) return known;
    const { key, base } = storageOf(volume);
    const place = JSON.stringify([key, base]);
    places.set(volume, place);
    return place;
  };
}

function* findTwoAccesses(uses: readonly Mount[]): Generator<Found> {
  const readers = uses.filter(({ access }) => access === 'read-only');
  const [firstWriter, ...writers] = uses.filter(({ access }) => access === 'read-write');
  const [firstReader] = readers;
  if (firstReader === undefined || firstWriter === undefined) return;
  // If neither of the first two has a partner by another name, all have one name.
  const writer = [firstWriter, ...writers].find(({ volume }) => volume !== firstReader.volume) ?? firstWriter;
  const reader = readers.find(({ volume }) => volume !== writer.volume);
  if (reader === undefined) return;
  yield {
    pointer: writer.volume.pointer ?? writer.pointer,
    message: `Volumes ${reader.volume.name} and ${writer.volume.name} are the same files: ${reader.container.name} mounts them read-only as the one, ${writer.container.name} writes them as the other.`,
    containers: [...new Set([reader.container.name, writer.container.name])],
  };
}
