import { type Result, refuse } from '../model/problem.ts';
import type { FixRequest } from './fix.ts';
import type { Members } from './members.ts';

/** Takes a manifest and what to fix in it out of the members of a request. */
export function readFixRequest({ manifest, findings }: Members): Result<FixRequest> {
  if (typeof manifest !== 'string')
    return refuse('INVALID_REQUEST', '`manifest` must be the manifest as text.');
  if (!Array.isArray(findings) || !findings.every((id) => typeof id === 'string'))
    return refuse('INVALID_REQUEST', '`findings` must be a list of ids: of findings, or of checks.');
  return { ok: true, value: { manifest, findings } };
}
