import type { Container } from '../../../model/pod.ts';
import type { PodContainer } from '../../pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { removeFound } from '../edits.ts';
import { refused } from '../refused.ts';

export const ephemeralForbiddenField: Check = {
  id: 'ephemeral-forbidden-field',
  group: 'rejected',
  severity: 'error',
  summary: 'An ephemeral container sets a field that only init and app containers may have.',
  why: 'An ephemeral container is for looking into a Pod that runs: it has no ports, resources, probes, lifecycle or restart policy, and mounts volumes whole.',
  remedy: 'Remove the field, or add the container to the Pod itself.',
  source: sources.ephemeralContainers,
  fix: {
    effect:
      'Removes the field. The Pod is accepted; the ephemeral container runs without what the field asks for, and with a mount of the whole volume where it was a subPath.',
    edits: removeFound,
  },
  *run({ pod }) {
    for (const container of pod.containers) {
      if (container.role !== 'ephemeral') continue;
      for (const field of forbiddenFields(container)) {
        yield refused(pod, {
          pointer: `${container.pointer}/${field}`,
          gist: 'cannot be set for an Ephemeral Container',
          container,
        });
      }
    }
  },
};

function* forbiddenFields({ spec }: PodContainer): Generator<string> {
  for (const field of objects) if (spec[field] !== undefined) yield field;
  for (const field of lists) {
    const list = spec[field];
    if (Array.isArray(list) && list.length > 0) yield field;
  }
  if (Object.keys(spec.resources ?? {}).length > 0) yield 'resources';
  for (const [i, mount] of (spec.volumeMounts ?? []).entries()) {
    if (mount.subPath) yield `volumeMounts/${i}/subPath`;
    if (mount.subPathExpr) yield `volumeMounts/${i}/subPathExpr`;
  }
}

/** Set as soon as they are there, even when empty; `resources` is not. */
const objects = [
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'restartPolicy',
] as const satisfies readonly (keyof Container)[];

const lists = ['ports', 'resizePolicy', 'restartPolicyRules'] as const satisfies readonly (keyof Container)[];
