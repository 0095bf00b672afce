import { fieldAt } from '../../field-at.ts';
import { withScript } from '../../script/commands.ts';
import { writesOf } from '../../script/writes.ts';
import { sources } from '../../sources.ts';
import { isReadOnlyType } from '../../volumes/volume-type.ts';
import type { Check } from '../check.ts';

export const readOnlyVolumeWriter: Check = {
  id: 'read-only-volume-writer',
  group: 'misconception',
  severity: 'error',
  summary: 'A container mounts a volume that is read-only by nature as if to write.',
  why: 'ConfigMap, Secret, downward API, projected and image volumes are always mounted read-only (since 1.10), whatever readOnly or defaultMode say: writing fails with "read-only file system".',
  remedy:
    'Copy the files into an emptyDir in an init container, change them there, and mount the emptyDir in the containers that read them.',
  source: sources.volumes,
  fix: {
    effect:
      'Removes readOnly: false, unless a script writes to the volume. Nothing changes: the volume is always mounted read-only.',
    edits: ({ pod }, { pointer }) =>
      fieldAt(pod.manifest, `${pointer}/readOnly`) === false
        ? [{ op: 'remove', pointer: `${pointer}/readOnly` }]
        : [],
  },
  *run({ pod, mountsOf }) {
    const scripted = new Set(withScript(pod.containers));
    for (const container of pod.containers) {
      const mounts = mountsOf(container).filter(
        ({ volume }) => volume.origin === 'declared' && isReadOnlyType(volume.type),
      );
      if (mounts.length === 0) continue;
      const writes = scripted.has(container) ? writesOf(container.spec) : () => false;
      for (const { volume, path, pointer, asksToWrite } of mounts) {
        const message = writes(path)
          ? `${container.name} writes below ${path}, but a ${volume.type} volume is always read-only.`
          : `readOnly: false has no effect: a ${volume.type} volume is always read-only.`;
        if (writes(path) || asksToWrite) yield { pointer, message, containers: [container.name] };
      }
    }
  },
};
