import { createApi } from '../src/api/edge.ts';
import { createAnalyzeAnswers } from '../src/api/rest/analyze.ts';
import { createRouter } from '../src/api/rest/router.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const answers = createAnalyzeAnswers({
  formats: () => import('./formats.ts'),
  edits: () => import('./edits.ts'),
});

/** `POST /v1/analyze`, and `GET` for a manifest in the link. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
