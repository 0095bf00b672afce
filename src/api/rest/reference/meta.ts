import { formats } from '../../../formats/format.ts';
import { limits } from '../../../model/limits.ts';
import type { Answer } from '../../../runtime/api.ts';
import { describeService } from '../../meta.ts';
import { jsonReply } from '../reply.ts';
import type { CheckCatalogue } from './checks.ts';

/** `GET /v1/meta`: what is known, what is taken for granted, and what is too much. */
export const getMeta =
  ({ checks }: CheckCatalogue): Answer =>
  () =>
    jsonReply({
      ...describeService(checks.length),
      formats: formats.map(({ id, accepts }) => ({ id, mediaTypes: accepts })),
      limits,
    });
