import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed } from '../observed.ts';

export const mergeOverride: Check = {
  id: 'merge-override',
  group: 'yaml',
  severity: 'warning',
  summary: 'A merge key takes the place of a key that is written before it.',
  why: 'As kubectl reads YAML, the later of a key and a merge (<<) wins. Other readers let the written key win wherever it stands, so the same file means two things.',
  remedy: 'Put the merge first in its map, and the keys that differ after it.',
  source: sources.yamlMerge,
  fix: {
    effect:
      'Removes the entry that the merge replaces. Nothing changes as kubectl reads it, and other readers read the same.',
    edits: (_, { pointer }) => [{ op: 'remove-overridden', pointer, by: 'merge-overrides' }],
  },
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'merge-overrides')) {
      yield {
        pointer: observation.pointer,
        message: `The merge after ${observation.key} takes its place: the value that is written here does not count.`,
      };
    }
  },
};
