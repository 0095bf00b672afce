import { createApi } from '../src/api/edge.ts';
import { authoringAnswers } from '../src/api/rest/authoring/index.ts';
import { createRouter } from '../src/api/rest/router.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

/** `POST /v1/compare`, `POST /v1/generate`, `POST /v1/fix`. */
export const handler = toLambdaHandler(
  createApi({ answer: createRouter(authoringAnswers), log: logToStdout }),
);
