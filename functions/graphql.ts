import listed from '../schema/operations.json' with { type: 'json' };
import sdl from '../schema/schema.graphql';
import { createApi } from '../src/api/edge.ts';
import { createGraphqlAnswer } from '../src/api/graphql/answer.ts';
import { createRouter } from '../src/api/rest/router.ts';
import type { Answers } from '../src/api/rest/routes.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const graphql = createGraphqlAnswer(sdl, listed.operations);
const answers: Answers<'graphql'> = { 'GET /graphql': graphql, 'POST /graphql': graphql };

/** `POST /graphql`, and `GET` for queries. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
