import catalogue from '../schema/checks.json' with { type: 'json' };
import openapi from '../schema/openapi.json' with { type: 'json' };
import { createApi } from '../src/api/edge.ts';
import { createReferenceAnswers } from '../src/api/rest/reference/index.ts';
import { createRouter } from '../src/api/rest/router.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const answers = createReferenceAnswers({ openapi, catalogue });

/** Catalogues, the OpenAPI document, and every path and method nobody else serves. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
