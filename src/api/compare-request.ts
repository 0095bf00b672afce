import { type Result, refuse } from '../model/problem.ts';
import type { ToCompare } from './compare.ts';
import type { Members } from './members.ts';

/** Takes two manifests out of the members of a request. */
export function readToCompare({ before, after }: Members): Result<ToCompare> {
  if (typeof before === 'string' && typeof after === 'string') return { ok: true, value: { before, after } };
  return refuse(
    'INVALID_REQUEST',
    '`before` and `after` must be the two manifests as text; one of them may be empty.',
  );
}
