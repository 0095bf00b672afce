import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import { sourcesOf } from '../../volumes/volume-type.ts';
import type { Check, Facts, Found } from '../check.ts';
import { type Entry, listVolumeDevices, listVolumeMounts } from '../entries.ts';
import { isWhole } from '../is-whole.ts';
import { refused } from '../refused.ts';

export const undeclaredVolume: Check = {
  id: 'undeclared-volume',
  group: 'rejected',
  severity: 'error',
  summary: 'A container mounts a volume that the Pod does not declare, or declares with two sources.',
  why: 'The API server refuses the Pod: volumeMounts and volumeDevices name entries of spec.volumes. One with two sources is refused itself and does not count.',
  remedy: 'Declare the volume in spec.volumes, with one source, or correct the name.',
  source: sources.validation,
  *run({ pod, volumes }) {
    if (!isWhole(pod.manifest)) return;
    yield* findUndeclared(pod, volumes, listVolumeMounts(pod));
    yield* findUndeclared(pod, volumes, listVolumeDevices(pod));
  },
};

function* findUndeclared(
  pod: Pod,
  volumes: Facts['volumes'],
  entries: Iterable<Entry<{ readonly name?: string }>>,
): Generator<Found> {
  for (const { container, entry, pointer } of entries) {
    const volume = volumes.get(entry.name ?? '');
    if (!entry.name || (volume?.origin === 'declared' && sourcesOf(volume.spec).length < 2)) continue;
    yield refused(pod, { pointer: `${pointer}/name`, gist: `Not found: "${entry.name}"`, container });
  }
}
