import { fieldAt } from '../../field-at.ts';
import { withScript } from '../../script/commands.ts';
import { writesOf } from '../../script/writes.ts';
import { sources } from '../../sources.ts';
import type { Mount } from '../../volumes/mounts.ts';
import { joinPath } from '../../volumes/paths.ts';
import { findVisible } from '../../volumes/visibility.ts';
import { isReadOnlyType } from '../../volumes/volume-type.ts';
import type { Check, Facts } from '../check.ts';

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
    edits: (facts, { pointer }) =>
      fieldAt(facts.pod.manifest, `${pointer}/readOnly`) === false && !findWritten(facts).has(pointer)
        ? [{ op: 'remove', pointer: `${pointer}/readOnly` }]
        : [],
  },
  *run(facts) {
    const written = findWritten(facts);
    for (const container of facts.pod.containers) {
      for (const mount of facts.mountsOf(container)) {
        const { volume, path, pointer, asksToWrite } = mount;
        if (!isReadOnly(mount)) continue;
        const message = written.has(pointer)
          ? `${container.name} writes below ${path}, but a ${volume.type} volume is always read-only.`
          : `readOnly: false has no effect: a ${volume.type} volume is always read-only.`;
        if (written.has(pointer) || asksToWrite) yield { pointer, message, containers: [container.name] };
      }
    }
  },
};

const isReadOnly = ({ volume }: Mount): boolean =>
  volume.origin === 'declared' && isReadOnlyType(volume.type);

/** Finds the mounts of such volumes that a script writes to; by their pointers. */
function findWritten(facts: Facts): ReadonlySet<string> {
  const written = known.get(facts) ?? new Set(listWritten(facts));
  known.set(facts, written);
  return written;
}

/** It is asked for each finding. */
const known = new WeakMap<Facts, ReadonlySet<string>>();

function* listWritten({ pod, mountsOf }: Facts): Generator<string> {
  for (const container of withScript(pod.containers)) {
    const mounts = mountsOf(container);
    if (!mounts.some(isReadOnly)) continue;
    const writes = writesOf(container.spec);
    for (const { mount, holes } of findVisible(mounts))
      if (isReadOnly(mount) && writes(mount.path, below(mount, holes))) yield mount.pointer;
  }
}

/** Where other mounts lie below one: what is written there goes to them. */
const below = ({ path }: Mount, holes: readonly string[]): string[] =>
  holes.map((hole) => joinPath(path, hole));
