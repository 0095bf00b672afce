import { asDiff, asJson, asYaml, type Face } from '../../../formats/face.ts';
import type { Repair } from '../../../model/fix.ts';
import type { Result } from '../../../model/problem.ts';
import { type FixRequest, fix } from '../../fix.ts';
import type { Members } from '../json-request.ts';
import { respond } from './respond.ts';

/** How a repair is written: whole, or only the new text, or only the diff. */
export const repairFaces: readonly [Face<Repair>, ...Face<Repair>[]] = [
  asJson,
  asYaml(({ manifest }) => manifest),
  asDiff(({ diff }) => diff),
];

/** `POST /v1/fix`: a manifest and findings in, the manifest without them out. */
export const postFix = respond({
  members: ['manifest', 'findings'],
  read: readWhatToFix,
  answer: (toFix, options) => {
    const result = fix(toFix, options);
    return result.ok ? { ...result, answer: result.repair } : result;
  },
  faces: repairFaces,
});

function readWhatToFix({ manifest, findings }: Members): Result<FixRequest> {
  if (typeof manifest !== 'string') return invalid('`manifest` must be the manifest as text.');
  if (!Array.isArray(findings) || !findings.every((id) => typeof id === 'string'))
    return invalid('`findings` must be a list of ids: of findings, or of checks.');
  return { ok: true, value: { manifest, findings } };
}

const invalid = (detail: string): Result<never> => ({
  ok: false,
  problems: [{ code: 'INVALID_REQUEST', detail }],
});
