import { minorOf } from '../../features.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const pidSharingConflict: Check = {
  id: 'pid-sharing-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'The Pod asks for the PID namespace of the node and for one of its own.',
  why: 'hostPID and shareProcessNamespace: true exclude each other. With hostPID the containers see each other anyway, and every process of the node.',
  remedy:
    'Keep shareProcessNamespace: true to share processes inside the Pod only, or hostPID if it must see the node.',
  source: sources.validation,
  fix: {
    effect:
      'Removes shareProcessNamespace. The Pod is accepted; where hostPID stays, its containers see each other all the same, and every process of the node.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.spec.hostPID !== true || pod.spec.shareProcessNamespace !== true) return;
    const { pointer } = pod.manifest;
    // Until 1.36 the API server named a place where the field is not.
    const parent = minorOf(pod.options.kubernetesVersion) < 37 ? `${pointer}/securityContext` : pointer;
    yield refused(pod, {
      pointer: `${pointer}/shareProcessNamespace`,
      at: `${parent}/shareProcessNamespace`,
      gist: 'ShareProcessNamespace and HostPID cannot both be enabled',
    });
  },
};
