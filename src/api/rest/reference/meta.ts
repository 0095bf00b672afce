import { formats } from '../../../formats/format.ts';
import { engineName, engineVersion } from '../../../model/engine.ts';
import { limits } from '../../../model/limits.ts';
import { defaultOptions } from '../../../model/options.ts';
import { cgroupVersions, kubernetesVersions, runtimes } from '../../../model/vocabulary.ts';
import type { Answer } from '../../../runtime/api.ts';
import { jsonReply } from '../reply.ts';
import type { CheckCatalogue } from './checks.ts';

/** `GET /v1/meta`: what is known, what is taken for granted, and what is too much. */
export const getMeta =
  ({ checks }: CheckCatalogue): Answer =>
  () =>
    jsonReply({
      engine: { name: engineName, version: engineVersion },
      // The rules come with the engine; the two may be numbered apart one day.
      rules: { version: engineVersion, checks: checks.length },
      kubernetesVersions,
      runtimes,
      cgroupVersions,
      formats: formats.map(({ id, accepts }) => ({ id, mediaTypes: accepts })),
      defaults: defaultOptions,
      limits,
    });
