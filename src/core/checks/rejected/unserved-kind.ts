import { meantKind, sayMeantKind } from '../../../model/built-in-kinds.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const unservedKind: Check = {
  id: 'unserved-kind',
  group: 'rejected',
  severity: 'error',
  summary: 'The object is of a kind that the API server does not have at its apiVersion.',
  why: 'kubectl ends with "no matches for kind": kinds are written with capitals, each is in one API group, and the old versions of the workloads are gone since 1.16 (extensions/v1beta1, apps/v1beta1 and apps/v1beta2) and 1.25 (batch/v1beta1).',
  remedy: 'Write apiVersion and kind as the API has them. A workload in apps/v1 needs a selector.',
  source: sources.deprecations,
  *run({ pod: { manifest } }) {
    const meant = meantKind(manifest);
    if (meant === undefined) return;
    yield {
      pointer: `${manifest.objectPointer}/${meant.kind === manifest.kind ? 'apiVersion' : 'kind'}`,
      message: sayMeantKind(meant),
    };
  },
};
