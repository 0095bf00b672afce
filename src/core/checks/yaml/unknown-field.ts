import type { Observation } from '../../../model/manifest.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed } from '../observed.ts';

export const unknownField: Check = {
  id: 'unknown-field',
  group: 'yaml',
  severity: 'warning',
  summary: 'A field that the Pod API does not define where it stands.',
  why: 'kubectl refuses it (strict field validation); other clients get a warning and the field is dropped, so what it should set does not hold.',
  remedy: 'Correct the name of the field, move it to where it belongs, or remove it.',
  source: sources.fieldValidation,
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'unknown-field')) {
      if (observation.sameButCase) continue;
      const { field, pointer } = observation;
      yield {
        pointer,
        message: `${field} is not a field here${adviceOn(observation)} It is dropped, or the object is refused.`,
      };
    }
  },
};

function adviceOn({ suggestion, belongsIn }: Extract<Observation, { kind: 'unknown-field' }>): string {
  if (belongsIn !== undefined) return `; it belongs in ${belongsIn}.`;
  return suggestion === null ? '.' : `; did you mean ${suggestion}?`;
}
