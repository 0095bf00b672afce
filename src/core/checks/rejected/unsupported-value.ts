import { parentOf } from '../../../model/pointer.ts';
import { minorOf } from '../../features.ts';
import { fieldAt } from '../../field-at.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { type Choice, listChoices, words } from '../choices.ts';
import { replaceBy } from '../edits.ts';
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
  fix: {
    effect:
      'Writes the word as the API does, where it differs in case only. The Pod is accepted and gets what the word says.',
    edits: ({ pod }, { pointer }) => replaceBy(pointer, findWord(pointer, fieldAt(pod.manifest, pointer))),
  },
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
        pointer: value === undefined ? parentOf(pointer) : pointer,
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

/** Finds the word that a field at a pointer takes and that differs from what it holds in case only. */
function findWord(pointer: string, value: unknown): string | undefined {
  const field = fields.find((each) => pointer.endsWith(`/${each}`));
  const wanted = String(value).toLowerCase();
  return field && words[field].find((word) => word !== '' && word.toLowerCase() === wanted);
}

/** Every key of the table is a field, and there are no others. */
const fields = Object.keys(words) as (keyof typeof words)[];

/** Fields that have to be set when the object they stand in is there. */
const required: ReadonlySet<Choice['field']> = new Set([
  'os/name',
  'seccompProfile/type',
  'appArmorProfile/type',
]);

/** Fields that were dropped, whatever they said, before these minor versions. */
const dropped: { readonly [F in Choice['field']]?: number } = { procMount: 33, recursiveReadOnly: 31 };
