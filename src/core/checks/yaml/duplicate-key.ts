import type { Check } from '../check.ts';
import { observed } from '../observed.ts';

export const duplicateKey: Check = {
  id: 'duplicate-key',
  group: 'yaml',
  severity: 'warning',
  summary: 'A key stands twice in one map.',
  why: 'kubectl keeps the last one without a word, so a list of mounts or volumes can vanish. Other readers refuse the file.',
  remedy: 'Merge the two entries into one, or remove the one that should not count.',
  source: 'https://github.com/kubernetes/kubernetes/issues/67477',
  fix: {
    effect:
      'Removes the entries of the key that do not count. Nothing changes as kubectl reads it, and other readers read the same.',
    edits: (_, { pointer }) => [{ op: 'remove-overridden', pointer, by: 'duplicate-key' }],
  },
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'duplicate-key')) {
      yield {
        pointer: observation.pointer,
        message: `The key ${observation.key} stands more than once in this map; the last one counts.`,
      };
    }
  },
};
