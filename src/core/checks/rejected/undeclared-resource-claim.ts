import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { isWhole } from '../is-whole.ts';
import { refused } from '../refused.ts';

export const undeclaredResourceClaim: Check = {
  id: 'undeclared-resource-claim',
  group: 'rejected',
  severity: 'error',
  summary: 'A container uses a resource claim that the Pod does not declare.',
  why: 'resources.claims name entries of spec.resourceClaims; containers that name the same entry share its devices.',
  remedy: 'Declare the claim in spec.resourceClaims, or correct the name.',
  source: sources.validation,
  since: '1.34',
  *run({ pod }) {
    if (!isWhole(pod.manifest)) return;
    const declared = new Set((pod.spec.resourceClaims ?? []).map(({ name }) => name));
    for (const container of pod.containers) {
      for (const [i, { name }] of (container.spec.resources?.claims ?? []).entries()) {
        if (!name || declared.has(name)) continue;
        const pointer = `${container.pointer}/resources/claims/${i}`;
        yield refused(pod, {
          pointer: `${pointer}/name`,
          at: pointer,
          gist: `Not found: "${name}": must be one of the names in pod.spec.resourceClaims`,
          container,
        });
      }
    }
  },
};
