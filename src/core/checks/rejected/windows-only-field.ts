import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const windowsOnlyField: Check = {
  id: 'windows-only-field',
  group: 'rejected',
  severity: 'error',
  summary: 'A Pod with os.name linux sets windowsOptions.',
  why: 'The options are for Windows nodes, where such a Pod never runs.',
  remedy: 'Remove windowsOptions, or set os.name to windows.',
  source: sources.windows,
  fix: {
    effect: 'Removes windowsOptions. The Pod is accepted; a Linux node has nothing that they could change.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.spec.os?.name !== 'linux') return;
    const gist = 'windows options cannot be set for a linux pod';
    const field = 'securityContext/windowsOptions';
    if (pod.spec.securityContext?.windowsOptions !== undefined) {
      yield refused(pod, { pointer: `${pod.manifest.pointer}/${field}`, gist });
    }
    for (const container of pod.containers) {
      if (container.spec.securityContext?.windowsOptions === undefined) continue;
      yield refused(pod, { pointer: `${container.pointer}/${field}`, gist, container });
    }
  },
};
