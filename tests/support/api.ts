import { readFileSync } from 'node:fs';

import { createApi } from '../../src/api/edge.ts';
import { createPostAnalyze } from '../../src/api/rest/analyze.ts';
import { authoringAnswers } from '../../src/api/rest/authoring/index.ts';
import { createReferenceAnswers } from '../../src/api/rest/reference/index.ts';
import { createRouter } from '../../src/api/rest/router.ts';
import { readEvent } from '../../src/runtime/lambda-event.ts';
import type { LogEntry } from '../../src/runtime/log.ts';

const readSchema = (name: string) => JSON.parse(readFileSync(`schema/${name}.json`, 'utf8'));

/** The whole REST API in this process, edge and all. `log` fills with what it logs. */
export function createRestApi() {
  const log: LogEntry[] = [];
  const api = createApi({
    answer: createRouter({
      'POST /v1/analyze': createPostAnalyze({
        formats: () => import('../../functions/formats.ts'),
        edits: () => import('../../functions/edits.ts'),
      }),
      ...authoringAnswers,
      ...createReferenceAnswers({ openapi: readSchema('openapi'), catalogue: readSchema('checks') }),
    }),
    log: (entry) => log.push(entry),
  });
  return { log, call: (event: Parameters<typeof readEvent>[0]) => api(readEvent(event)) };
}

/** An event as the gateway sends it for a method and a path it has no route for: the API must find its own way. */
export const eventFor = (method: string, path: string, { query = '', headers = {}, body = '' } = {}) => ({
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  headers,
  body,
  requestContext: { requestId: 'id', http: { method } },
});
