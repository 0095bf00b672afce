import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { refused } from '../refused.ts';

export const duplicatePortName: Check = {
  id: 'duplicate-port-name',
  group: 'rejected',
  severity: 'error',
  summary: 'Two ports of one container have the same name.',
  why: 'A name leads a Service or a probe to one port of a container. In different containers equal names are accepted, and the first one found is taken.',
  remedy: 'Give each port of a container a name of its own.',
  source: sources.validation,
  *run({ pod }) {
    for (const container of pod.containers) {
      const names = new Set<string>();
      for (const [i, { name }] of (container.spec.ports ?? []).entries()) {
        if (!name) continue;
        if (names.has(name)) {
          const pointer = `${container.pointer}/ports/${i}/name`;
          yield refused(pod, { pointer, gist: `Duplicate value: "${name}"`, container });
        }
        names.add(name);
      }
    }
  },
};
