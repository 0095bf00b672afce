import { parentOf } from '../../../model/pointer.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listVolumeMounts } from '../entries.ts';
import { gistOf, refused } from '../refused.ts';

export const recursiveReadOnlyConflict: Check = {
  id: 'recursive-read-only-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'A mount is to be read-only all the way down, but is not read-only or propagates mounts.',
  why: 'recursiveReadOnly: Enabled or IfPossible goes with readOnly: true and with no mount propagation.',
  remedy: 'Add readOnly: true, and remove mountPropagation; or remove recursiveReadOnly.',
  source: sources.validation,
  since: '1.31',
  fix: {
    effect:
      'Adds readOnly: true where the mount does not say. The Pod is accepted, and the container can no longer write to the volume.',
    edits: ({ pod }, { pointer }) => {
      const mount = parentOf(pointer);
      const [readOnly, propagation = 'None'] = ['readOnly', 'mountPropagation'].map((field) =>
        fieldAt(pod.manifest, `${mount}/${field}`),
      );
      if (readOnly !== undefined || propagation !== 'None') return [];
      return [{ op: 'add', pointer: `${mount}/readOnly`, value: true, after: 'recursiveReadOnly' }];
    },
  },
  *run({ pod }) {
    for (const { container, entry, pointer } of listVolumeMounts(pod)) {
      const { recursiveReadOnly, readOnly, mountPropagation = 'None' } = entry;
      if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') continue;
      const gist = gistOf(
        [readOnly !== true, 'may only be specified when readOnly is true'],
        [mountPropagation !== 'None', 'may only be specified when mountPropagation is None or not specified'],
      );
      if (gist === undefined) continue;
      yield refused(pod, {
        pointer: `${pointer}/recursiveReadOnly`,
        at: `${container.pointer}/volumeMounts/recursiveReadOnly`,
        gist,
        container,
      });
    }
  },
};
