import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const ephemeralInTemplate: Check = {
  id: 'ephemeral-in-template',
  group: 'rejected',
  severity: 'error',
  summary: 'A Pod template lists ephemeral containers.',
  why: 'Ephemeral containers are added to a Pod that runs; no workload can create Pods with them.',
  remedy:
    'Remove ephemeralContainers from the template. Add one to a Pod that runs with kubectl debug, or make the container a native sidecar.',
  source: sources.ephemeralContainers,
  fix: {
    effect:
      'Removes ephemeralContainers. The workload is accepted, and its Pods start without them; kubectl debug adds one to a Pod that runs.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.manifest.kind === 'Pod' || (pod.spec.ephemeralContainers ?? []).length === 0) return;
    yield {
      ...refused(pod, {
        pointer: `${pod.manifest.pointer}/ephemeralContainers`,
        gist: 'ephemeral containers not allowed in pod template, they cannot be set on create',
      }),
      containers: pod.containers.flatMap(({ name, role }) => (role === 'ephemeral' ? [name] : [])),
    };
  },
};
