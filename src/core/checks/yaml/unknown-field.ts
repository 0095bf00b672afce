import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const unknownField: Check = {
  id: 'unknown-field',
  group: 'yaml',
  severity: 'warning',
  summary: 'A field that the Pod API does not define.',
  why: 'kubectl refuses it (strict field validation); other clients get a warning and the field is dropped, so what it should set does not hold.',
  remedy: 'Correct the name of the field, or remove it.',
  source: sources.fieldValidation,
  *run({ pod: { manifest } }) {
    for (const observation of manifest.observations) {
      if (observation.kind !== 'unknown-field' || observation.sameButCase) continue;
      const { field, suggestion, pointer } = observation;
      yield {
        pointer,
        message: `${field} is not a field here${suggestion === null ? '.' : `; did you mean ${suggestion}?`} It is dropped, or the object is refused.`,
      };
    }
  },
};
