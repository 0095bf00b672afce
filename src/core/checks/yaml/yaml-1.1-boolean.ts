import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed, observedAt } from '../observed.ts';
import { findUnread } from '../unread.ts';

export const yaml11Boolean: Check = {
  id: 'yaml-1.1-boolean',
  group: 'yaml',
  severity: 'warning',
  summary: 'A word without quotes that kubectl reads as true or false.',
  why: 'kubectl reads YAML 1.1, where yes, no, on, off, y and n are booleans; readers of YAML 1.2 take them as text. The same file means two things, and a label or a key turns into "true".',
  remedy: 'Write true or false where a boolean is meant, and quotes around the word where text is meant.',
  source: sources.yamlScalars,
  fix: {
    effect:
      'Writes true or false, and a key in quotes. Nothing changes as kubectl reads it, and other readers read the same.',
    edits: ({ pod }, { pointer }) =>
      observedAt(pod.manifest, 'yaml-1.1-boolean', pointer).map(({ isKey }) => ({
        op: 'respell',
        pointer,
        part: isKey ? 'key' : 'value',
      })),
  },
  *run({ pod }) {
    // Where a boolean cannot stand, the API server refuses it, and that is said already.
    const isRefused = findUnread(pod);
    for (const observation of observed(pod.manifest, 'yaml-1.1-boolean')) {
      if (isRefused(observation.pointer)) continue;
      yield {
        pointer: observation.pointer,
        message: observation.isKey
          ? 'kubectl reads this key as a boolean, so it is called "true" or "false".'
          : 'kubectl reads this word as a boolean; readers of YAML 1.2 take it as text.',
      };
    }
  },
};
