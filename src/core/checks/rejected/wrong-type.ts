import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const wrongType: Check = {
  id: 'wrong-type',
  group: 'rejected',
  severity: 'error',
  summary: 'A field holds a value of the wrong type.',
  why: 'The API server cannot decode the object and refuses it. The analysis goes on as if the field were absent.',
  remedy:
    'Write the value in the type the field has: strings such as "yes" or "8080" in quotes, numbers and booleans without.',
  source: sources.podApi,
  fixable: false,
  *run({ pod: { manifest } }) {
    for (const observation of manifest.observations) {
      if (observation.kind !== 'wrong-type') continue;
      yield {
        pointer: observation.pointer,
        message: `Expected ${observation.expected}, found ${observation.found}: the API server refuses the object.`,
      };
    }
  },
};
