import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';

export const ephemeralOnCreate: Check = {
  id: 'ephemeral-on-create',
  group: 'rejected',
  severity: 'info',
  summary: 'The Pod lists ephemeral containers, which cannot be set when a Pod is created.',
  why: 'They come later, by the ephemeralcontainers subresource. In a Pod read from a cluster they are as they should be; a manifest to create is refused.',
  remedy: 'Before creating a Pod from this, remove ephemeralContainers. Add one with kubectl debug.',
  source: sources.ephemeralContainers,
  fix: {
    effect:
      'Removes ephemeralContainers. The Pod can be created, and starts without them; kubectl debug adds one once it runs.',
    edits: removeFound,
  },
  *run({ pod }) {
    if (pod.manifest.kind !== 'Pod' || (pod.spec.ephemeralContainers ?? []).length === 0) return;
    yield {
      pointer: `${pod.manifest.pointer}/ephemeralContainers`,
      message:
        'Ephemeral containers cannot be set when a Pod is created: the API server would refuse it at spec.ephemeralContainers. In a Pod that was read from a cluster they are fine.',
      containers: pod.containers.flatMap(({ name, role }) => (role === 'ephemeral' ? [name] : [])),
    };
  },
};
