import type { CheckEntry } from '../../../formats/format.ts';
import { asMarkdown, type Representations } from '../../../formats/representation.ts';
import type { Answer } from '../../../runtime/api.ts';
import { renderCheck } from '../../pages/check.ts';
import { problemReply } from '../../problems.ts';
import { asData, represent } from './represent.ts';

/** What is read of the catalogue of checks (`schema/checks.json`), which `npm run schema` makes of the checks. */
export type CheckCatalogue = {
  readonly checks: readonly CheckEntry[];
};

/** `GET /v1/checks`: every check, by id, without its examples. */
export const getChecks =
  ({ checks }: CheckCatalogue): Answer =>
  (request) =>
    represent(request, { checks: checks.map(({ bad: _, good: __, ...check }) => check) }, asData);

/** How one check is written. */
export const checkRepresentations: Representations<CheckEntry> = [...asData, asMarkdown(renderCheck)];

/** `GET /v1/checks/{id}`: one check, with a manifest in which it finds something and one in which it does not. */
export const getCheck =
  ({ checks }: CheckCatalogue): Answer =>
  (request) => {
    const check = checks.find(({ id }) => id === request.params['id']);
    const detail = 'There is no check with this id. GET /v1/checks lists them.';
    return check
      ? represent(request, check, checkRepresentations)
      : problemReply(request, [{ code: 'NOT_FOUND', detail }]);
  };
