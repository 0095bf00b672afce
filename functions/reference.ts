import actions from '../schema/actions.json' with { type: 'json' };
import catalogue from '../schema/checks.json' with { type: 'json' };
import page from '../schema/docs.html';
import llms from '../schema/llms.txt';
import llmsFull from '../schema/llms-full.txt';
import openapi from '../schema/openapi.json' with { type: 'json' };
import { createApi } from '../src/api/edge.ts';
import { createReferenceAnswers } from '../src/api/rest/reference/index.ts';
import { createRouter } from '../src/api/rest/router.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const answers = createReferenceAnswers({ openapi, actions, catalogue, page, llms, llmsFull });

/** Catalogues, documents, and every path and method nobody else serves. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
