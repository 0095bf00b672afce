import { createApi } from '../src/api/edge.ts';
import { createPostAnalyze } from '../src/api/rest/analyze.ts';
import { createRouter } from '../src/api/rest/router.ts';
import type { Answers } from '../src/api/rest/routes.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const answers: Answers<'rest'> = {
  'POST /v1/analyze': createPostAnalyze({
    formats: () => import('./formats.ts'),
    edits: () => import('./edits.ts'),
  }),
};

/** `POST /v1/analyze`. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
