import catalogue from '../schema/checks.json' with { type: 'json' };
import listing from '../schema/mcp-tools.json' with { type: 'json' };
import reportSchema from '../schema/report.schema.json' with { type: 'json' };
import { createApi } from '../src/api/edge.ts';
import { createMcpAnswer } from '../src/api/mcp/answer.ts';
import { createRouter } from '../src/api/rest/router.ts';
import type { Answers } from '../src/api/rest/routes.ts';
import { toLambdaHandler } from '../src/runtime/lambda-event.ts';
import { logToStdout } from '../src/runtime/log.ts';

const answers: Answers<'mcp'> = { 'POST /mcp': createMcpAnswer({ ...listing, catalogue, reportSchema }) };

/** `POST /mcp`: the same, for assistants. */
export const handler = toLambdaHandler(createApi({ answer: createRouter(answers), log: logToStdout }));
