import { formats } from '../../../formats/format.ts';
import { limits } from '../../../model/limits.ts';
import type { Answer } from '../../../runtime/api.ts';
import { describeService } from '../../meta.ts';
import type { CheckCatalogue } from './checks.ts';
import { asData, represent } from './represent.ts';

/** `GET /v1/meta`: what is known, what is taken for granted, and what is too much. */
export const getMeta =
  ({ checks }: CheckCatalogue): Answer =>
  (request) =>
    represent(
      request,
      {
        ...describeService(checks.length),
        formats: formats.map(({ id, accepts }) => ({ id, mediaTypes: accepts })),
        limits,
      },
      asData,
    );
