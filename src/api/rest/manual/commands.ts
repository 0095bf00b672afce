import { localBase } from '../base.ts';
import type { RouteKey } from '../routes.ts';

/** Prints `m` for the link to a file. */
const packCommand = `node -p 'zlib.deflateSync(fs.readFileSync("pod.yaml")).toString("base64url")'`;

/**
 * A command for each route that works as it stands, given `pod.yaml` and, to compare, `before.yaml` and `after.yaml`.
 * `npm run test:openapi` runs them all. A new route without one does not compile.
 */
export const commands: Readonly<Record<RouteKey, string>> = {
  'POST /v1/analyze': `curl -s --data-binary @pod.yaml '${localBase}/v1/analyze?format=markdown'`,
  'GET /v1/analyze': `curl -s "${localBase}/v1/analyze?format=markdown&m=$(${packCommand})"`,
  'POST /v1/compare': `${json('{ before: read("before.yaml"), after: read("after.yaml") }')} | ${post('/v1/compare?format=markdown')}`,
  'POST /v1/generate': `curl -s -d '{ "example": "log-sharing" }' '${localBase}/v1/generate?format=yaml'`,
  'POST /v1/fix': `${json('{ manifest: read("pod.yaml"), findings: ["shared-pid"] }')} | ${post('/v1/fix?format=diff')}`,
  'GET /v1/examples': get('/v1/examples'),
  'GET /v1/examples/{id}': `${get('/v1/examples/log-sharing')} > pod.yaml`,
  'GET /v1/namespaces': get('/v1/namespaces'),
  'GET /v1/namespaces/{kind}': get('/v1/namespaces/pid'),
  'GET /v1/checks': get('/v1/checks'),
  'GET /v1/checks/{id}': get('/v1/checks/host-pid'),
  'GET /v1/meta': get('/v1/meta'),
  'GET /healthz': get('/healthz'),
  'GET /': get('/'),
  'GET /docs': get('/docs'),
  'GET /openapi.json': get('/openapi.json'),
  'GET /openapi/actions.json': get('/openapi/actions.json'),
  'GET /llms.txt': get('/llms.txt'),
  'GET /llms-full.txt': get('/llms-full.txt'),
  'GET /graphql': `curl -s -H 'content-type: application/json' '${localBase}/graphql?query=%7B__typename%7D'`,
  'POST /graphql': `curl -s -H 'content-type: application/json' -d '{ "query": "{ namespaces { kind byDefault } }" }' ${localBase}/graphql`,
  'POST /mcp': `curl -s -H 'content-type: application/json' -d '{ "jsonrpc": "2.0", "id": 1, "method": "tools/list" }' ${localBase}/mcp`,
};

function get(path: string): string {
  return `curl -s ${localBase}${path}`;
}

function post(path: string): string {
  return `curl -s --data-binary @- '${localBase}${path}'`;
}

/** Prints a JSON body with texts of files in it. */
function json(body: string): string {
  return `node -p 'const read = (file) => fs.readFileSync(file, "utf8"); JSON.stringify(${body})'`;
}
