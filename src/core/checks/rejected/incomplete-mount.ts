import type { Pod } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check, Found } from '../check.ts';
import { type Entry, listVolumeDevices, listVolumeMounts } from '../entries.ts';
import { fieldOrParent, onePerPlace, refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const incompleteMount: Check = {
  id: 'incomplete-mount',
  group: 'rejected',
  severity: 'error',
  summary: 'A mount names no volume or no path.',
  why: 'A volumeMount needs name and mountPath, a volumeDevice name and devicePath.',
  remedy: 'Add the name of the volume, or the path in the container.',
  source: sources.validation,
  *run({ pod }) {
    yield* onePerPlace(findMissing(pod, listVolumeMounts(pod), ['name', 'mountPath']));
    yield* onePerPlace(findMissing(pod, listVolumeDevices(pod), ['name', 'devicePath']));
  },
};

function* findMissing<Field extends string>(
  pod: Pod,
  entries: Iterable<Entry<{ readonly [K in Field]?: string }>>,
  fields: readonly Field[],
): Generator<Found> {
  const isUnread = findUnread(pod);
  for (const { container, entry, pointer } of entries) {
    for (const field of fields) {
      const at = `${pointer}/${field}`;
      if (entry[field] || isUnread(at)) continue;
      yield refused(pod, { ...fieldOrParent(at, entry[field]), gist: 'Required value', container });
    }
  }
}
