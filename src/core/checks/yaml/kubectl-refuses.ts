import { sources } from '../../sources.ts';
import type { Check } from '../check.ts';
import { observed } from '../observed.ts';

export const kubectlRefuses: Check = {
  id: 'kubectl-refuses',
  group: 'yaml',
  severity: 'error',
  summary: 'The text has something that kubectl refuses.',
  why: 'The meaning is plain, so the rest is analyzed. kubectl stops at it, and nothing is applied.',
  remedy: 'Write it in a way that kubectl reads.',
  source: sources.yamlDecoder,
  *run({ pod: { manifest } }) {
    for (const observation of observed(manifest, 'kubectl-refuses')) {
      yield { pointer: observation.pointer, message: observation.detail };
    }
  },
};
