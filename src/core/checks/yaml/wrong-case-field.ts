import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { exposingFields } from '../exposing-fields.ts';
import { observed, observedAt } from '../observed.ts';

export const wrongCaseField: Check = {
  id: 'wrong-case-field',
  group: 'yaml',
  severity: 'error',
  summary: 'A field is written with the wrong case.',
  why: 'Field names are case-sensitive: the field is unknown, so it is dropped or the object is refused, and what it should set does not hold.',
  remedy: 'Write the field as the API does.',
  source: sources.fieldValidation,
  fix: {
    effect:
      'Writes the name of the field as the API does, unless it opens the node or other containers. The field takes effect, and the object is accepted.',
    edits: ({ pod }, { pointer }) =>
      observedAt(pod.manifest, 'unknown-field', pointer).flatMap(({ suggestion }) =>
        suggestion !== null && !exposingFields.has(suggestion)
          ? [{ op: 'rename', pointer, key: suggestion }]
          : [],
      ),
  },
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'unknown-field')) {
      if (!observation.sameButCase) continue;
      const { field, suggestion, pointer } = observation;
      yield {
        pointer,
        message: `${field} is not a field; the API calls it ${suggestion}. As written it has no effect.`,
      };
    }
  },
};
