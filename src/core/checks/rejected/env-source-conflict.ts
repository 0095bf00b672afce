import type { EnvVar } from '../../../model/pod.ts';
import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { listEnv } from '../entries.ts';
import { refused } from '../refused.ts';
import { findUnread } from '../unread.ts';

export const envSourceConflict: Check = {
  id: 'env-source-conflict',
  group: 'rejected',
  severity: 'error',
  summary: 'An environment variable has two sources, or a valueFrom with none.',
  why: 'A variable gets its value from one place: value, or one reference below valueFrom.',
  remedy: 'Keep the one source that is meant.',
  source: sources.validation,
  *run({ pod }) {
    const isUnread = findUnread(pod);
    for (const { container, entry, pointer } of listEnv(pod)) {
      const gist = conflictOf(entry);
      const at = `${pointer}/valueFrom`;
      if (gist === undefined || referenceFields.some((field) => isUnread(`${at}/${field}`))) continue;
      yield refused(pod, { pointer: at, gist, container });
    }
  },
};

const referenceFields = [
  'fieldRef',
  'resourceFieldRef',
  'configMapKeyRef',
  'secretKeyRef',
  'fileKeyRef',
] as const;

function conflictOf({ value, valueFrom }: EnvVar): string | undefined {
  if (valueFrom === undefined) return undefined;
  const count = referenceFields.filter((field) => valueFrom[field] !== undefined).length;
  if (count === 0) return `must specify one of: ${referenceFields.map((field) => `\`${field}\``).join(', ')}`;
  if (value) return 'may not be specified when `value` is not empty';
  return count > 1 ? 'may not have more than one field specified at a time' : undefined;
}
