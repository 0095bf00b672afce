import type { Answer } from '../../runtime/api.ts';

/**
 * Every route there is, once: the gateway's configuration, the OpenAPI document, 404 and 405 are held to this table.
 * Where there is `GET` there is `HEAD`, answered by the same function: only the gateway must be told.
 *
 * `function` names the Lambda function that serves the route. What only refers (`reference`) and what writes manifests
 * (`authoring`) is apart from what reads them (`rest`), so that catalogues, documents and printers cost the reading nothing.
 */
export const routes = [
  { key: 'POST /v1/analyze', function: 'rest', summary: 'Says what the containers of each Pod share' },
  { key: 'GET /v1/analyze', function: 'rest', summary: 'Says it of a manifest that stands in the link' },
  {
    key: 'POST /v1/compare',
    function: 'authoring',
    summary: 'Says how the sharing in two manifests differs',
  },
  { key: 'POST /v1/generate', function: 'authoring', summary: 'Writes a manifest that shares what is asked' },
  { key: 'POST /v1/fix', function: 'authoring', summary: 'Fixes findings in the text of a manifest' },
  { key: 'GET /v1/examples', function: 'reference', summary: 'Lists the example manifests' },
  { key: 'GET /v1/examples/{id}', function: 'reference', summary: 'Writes one example manifest' },
  { key: 'GET /v1/namespaces', function: 'reference', summary: 'Lists the eight Linux namespaces' },
  { key: 'GET /v1/namespaces/{kind}', function: 'reference', summary: 'Describes one Linux namespace' },
  { key: 'GET /v1/checks', function: 'reference', summary: 'Lists the checks behind the findings' },
  { key: 'GET /v1/checks/{id}', function: 'reference', summary: 'Describes one check' },
  { key: 'GET /v1/meta', function: 'reference', summary: 'Says which versions and limits are in force' },
  { key: 'GET /healthz', function: 'reference', summary: 'Says that the service is alive' },
  { key: 'GET /', function: 'reference', summary: 'Lists where everything is' },
  { key: 'GET /docs', function: 'reference', summary: 'The API reference as a page' },
  { key: 'GET /openapi.json', function: 'reference', summary: 'The OpenAPI document' },
  {
    key: 'GET /openapi/actions.json',
    function: 'reference',
    summary: 'A smaller OpenAPI document for assistants',
  },
  { key: 'GET /llms.txt', function: 'reference', summary: 'A guide for language models' },
  { key: 'GET /llms-full.txt', function: 'reference', summary: 'A longer guide for language models' },
  { key: 'GET /graphql', function: 'graphql', summary: 'Answers a GraphQL query' },
  { key: 'POST /graphql', function: 'graphql', summary: 'Answers a GraphQL operation' },
  { key: 'POST /mcp', function: 'mcp', summary: 'Answers assistants (Model Context Protocol)' },
] as const satisfies readonly {
  readonly key: `${'GET' | 'POST'} /${string}`;
  readonly function: string;
  readonly summary: string;
}[];

export type RouteKey = (typeof routes)[number]['key'];
export type FunctionName = (typeof routes)[number]['function'];

/** One answer for each route of one function. A route without an answer does not compile. */
export type Answers<F extends FunctionName> = Readonly<
  Record<Extract<(typeof routes)[number], { readonly function: F }>['key'], Answer>
>;
