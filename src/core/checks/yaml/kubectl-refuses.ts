import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';

export const kubectlRefuses: Check = {
  id: 'kubectl-refuses',
  group: 'yaml',
  severity: 'error',
  summary: 'The text has something that kubectl refuses.',
  why: 'The meaning is plain, so the rest is analyzed. kubectl stops at it, and nothing is applied.',
  remedy: 'Write it in a way that kubectl reads.',
  source: sources.yamlDecoder,
  *run({ pod: { manifest } }) {
    for (const observation of manifest.observations) {
      if (observation.kind !== 'kubectl-refuses') continue;
      yield { pointer: observation.pointer, message: observation.detail };
    }
  },
};
