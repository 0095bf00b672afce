import { isBuiltIn } from '../../../model/built-in-kinds.ts';
import { splitPointer } from '../../../model/pointer.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { exposingFields } from '../exposing-fields.ts';
import { observed, observedAt } from '../observed.ts';
import { refused } from '../refused.ts';

export const wrongType: Check = {
  id: 'wrong-type',
  group: 'rejected',
  severity: 'error',
  summary: 'A field holds a value of the wrong type.',
  why: 'The API server cannot decode the object and refuses it. The analysis goes on as if the field were absent.',
  remedy:
    'Write the value in the type the field has: strings such as "yes" or "8080" in quotes, numbers and booleans without.',
  source: sources.podApi,
  fix: {
    effect:
      'Writes the value in the type of the field, where it has one reading: a number or boolean in quotes without them, one where text is wanted in quotes; not what opens the node or other containers. The object is accepted, with the value that is written.',
    edits: ({ pod }, { pointer }) =>
      observedAt(pod.manifest, 'wrong-type', pointer).flatMap(({ expected: type, found }) => {
        const isExposing = exposingFields.has(splitPointer(pointer).at(-1) ?? '');
        return isScalarType(type) && readings[type].includes(found) && !isExposing
          ? [{ op: 'retype', pointer, type }]
          : [];
      }),
  },
  *run({ pod }) {
    const { manifest, containers } = pod;
    const byPointer = new Map(containers.map((container) => [container.pointer, container]));
    for (const { pointer, expected, found } of observed(manifest, 'wrong-type')) {
      const isInSpec = pointer.startsWith(`${manifest.pointer}/`);
      const [list, index] = splitPointer(pointer.slice(manifest.pointer.length));
      yield refused(pod, {
        pointer,
        gist: `expected ${expected}, found ${found}`,
        container: (isInSpec && byPointer.get(`${manifest.pointer}/${list}/${index}`)) || null,
        // An operator may keep a PodSpec undecoded until it makes Pods of it.
        ...(isInSpec && !isBuiltIn(manifest) ? {} : { who: 'object' }),
      });
    }
  },
};

/** What may have a reading as a type. */
const readings: Readonly<Record<'boolean' | 'integer' | 'string', readonly string[]>> = {
  boolean: ['string'],
  integer: ['string'],
  string: ['boolean', 'integer', 'number'],
};

const isScalarType = (type: string): type is keyof typeof readings => Object.hasOwn(readings, type);
