import { minorOf } from '../../features.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { type Choice, listChoices, words } from '../choices.ts';
import { refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const unsupportedValue: Check = {
  id: 'unsupported-value',
  group: 'rejected',
  severity: 'error',
  summary: 'A field holds a word that the API does not know.',
  why: 'Fields such as protocol, imagePullPolicy or mountPropagation take one of a few words, written exactly so: Always and not always, TCP and not tcp.',
  remedy: 'Use one of the words the message lists.',
  source: sources.validation,
  fixable: false,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    const minor = minorOf(pod.options.kubernetesVersion);
    for (const choice of listChoices(pod)) {
      const gist = faultOf(choice);
      if (gist === undefined || minor < (dropped[choice.field] ?? 0)) continue;
      const { field, value, place, placeInMessage = place, container } = choice;
      const pointer = `${place}/${field}`;
      if (isUnread(pointer)) continue;
      yield refused(pod, {
        pointer: value === undefined ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
        at: `${placeInMessage}/${field}`,
        gist,
        ...(container === undefined ? {} : { container }),
      });
    }
  },
};

function faultOf({ field, value }: Choice): string | undefined {
  if (!value && required.has(field)) return 'Required value';
  const supported: readonly string[] = words[field];
  if (value === undefined || supported.includes(value)) return undefined;
  const named = supported.filter((word) => word !== '').map((word) => `"${word}"`);
  return `Unsupported value: supported values: ${named.join(', ')}`;
}

/** Fields that have to be set when the object they stand in is there. */
const required: ReadonlySet<Choice['field']> = new Set([
  'os/name',
  'seccompProfile/type',
  'appArmorProfile/type',
]);

/** Fields that were dropped, whatever they said, before these minor versions. */
const dropped: { readonly [F in Choice['field']]?: number } = { procMount: 33, recursiveReadOnly: 31 };
