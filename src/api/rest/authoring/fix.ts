import { renderRepair } from '../../../formats/markdown/repair.ts';
import { asDiff, asJson, asMarkdown, asYaml, type Representations } from '../../../formats/representation.ts';
import type { Repair } from '../../../model/fix.ts';
import { fix } from '../../fix.ts';
import { readFixRequest } from '../../fix-request.ts';
import { respond } from './respond.ts';

/** How a repair is written: whole, or only the new text, or what was done and why, or only the diff. */
export const repairRepresentations: Representations<Repair> = [
  asJson,
  asYaml(({ manifest }) => manifest),
  asMarkdown(renderRepair),
  asDiff(({ diff }) => diff),
];

/** `POST /v1/fix`: a manifest and findings in, the manifest without them out. */
export const postFix = respond({
  members: ['manifest', 'findings'],
  read: readFixRequest,
  answer: fix,
  representations: repairRepresentations,
});
