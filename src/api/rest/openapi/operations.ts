import * as z from 'zod';

import type { Face } from '../../../formats/face.ts';
import { formats } from '../../../formats/format.ts';
import { manifestMediaTypes } from '../analyze-request.ts';
import { comparisonFaces } from '../authoring/compare.ts';
import { repairFaces } from '../authoring/fix.ts';
import { generatedFaces } from '../authoring/generate.ts';
import type { RouteKey } from '../routes.ts';
import {
  failsWith,
  inPath,
  inQuery,
  json,
  keptReplies,
  type Operation,
  replyOf,
  schemaOf,
  text,
} from './parts.ts';
import { optionSchemas } from './schemas.ts';

const options = Object.entries(optionSchemas).map(([name, schema]) => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema);
  return inQuery(name, plain);
});

/** The options of an endpoint that has formats of its own. */
const optionsWith = (faces: readonly { readonly id: string }[]) => [
  ...options.filter(({ name }) => name !== 'format'),
  inQuery('format', {
    enum: faces.map(({ id }) => id),
    description: 'Format of the answer. Wins over Accept.',
  }),
];

/** An endpoint that takes a JSON object and answers in the format asked for. */
const authoring = (
  operationId: string,
  description: string,
  request: string,
  answer: string,
  faces: readonly Face<never>[],
): Operation => ({
  operationId,
  tags: ['Authoring'],
  description,
  parameters: optionsWith(faces),
  requestBody: { required: true, content: json(request) },
  responses: {
    200: replyOf(
      'What was asked for.',
      Object.fromEntries(
        faces.map(({ id, accepts: [type = ''] }) => [type, id === 'json' ? schemaOf(answer) : text]),
      ),
      'Vary',
    ),
    ...failsWith(400, 406, 413, 415, 422, 500),
  },
});

const manifestBody = Object.fromEntries(
  manifestMediaTypes.map((type) => [
    type,
    type === 'application/json'
      ? {
          schema: {
            oneOf: [
              { $ref: '#/components/schemas/AnalyzeRequest' },
              {
                type: 'object',
                required: ['kind'],
                description: 'A Kubernetes object: a Pod, a workload with a Pod template, or a List.',
              },
            ],
          },
        }
      : text,
  ]),
);

/** The media types of the formats; what is no JSON is text. */
const formatContent = Object.fromEntries(
  formats.map(({ contentType }) => {
    const [type = ''] = contentType.split(';');
    return [type, type.endsWith('json') ? { schema: { type: 'object' } } : text];
  }),
);

const lookUp = (operationId: string, description: string, schema: string, id?: string): Operation => ({
  operationId,
  tags: ['Reference'],
  description,
  ...(id && { parameters: [inPath(id, 'As in the list.')] }),
  responses: {
    ...keptReplies(json(schema)),
    ...failsWith(...(id ? ([404, 500] as const) : ([500] as const))),
  },
});

const graphqlReplies = {
  200: replyOf('Data, or errors of a query that could be run in part.', {
    'application/json': schemaOf('GraphqlResponse'),
    'application/graphql-response+json': schemaOf('GraphqlResponse'),
  }),
  400: replyOf('The query is not one, or the body is not JSON.', {
    'application/json': schemaOf('GraphqlResponse'),
    'application/graphql-response+json': schemaOf('GraphqlResponse'),
    'application/problem+json': schemaOf('ProblemDetails'),
  }),
};

/** What the OpenAPI document says about each route. A route that says nothing does not compile. */
export const operations: Readonly<Record<RouteKey, Operation>> = {
  'POST /v1/analyze': {
    operationId: 'analyze',
    tags: ['Analysis'],
    description: [
      'Send a manifest as it is, or as text in JSON together with its options. One bad document never fails the others;',
      'the answer is 422 only when none could be read. Options in the query win over those in the body. When the answer',
      'would be larger than the limit, JSON comes without indentation, then every format without `pairs`. A browser',
      'that asks for a page gets `html`, an `<img>` gets `svg`. Drawings and flowcharts leave Pods and containers out where',
      'there are too many to see, and say so.',
    ].join(' '),
    parameters: options,
    requestBody: { required: true, content: manifestBody },
    responses: {
      200: replyOf(
        'What the containers of each Pod share.',
        { ...formatContent, ...json('Analysis') },
        'Vary',
        'Content-Security-Policy',
      ),
      ...failsWith(400, 406, 413, 415, 422, 500),
    },
  },
  'POST /v1/compare': authoring(
    'compare',
    'Two manifests as text. Pods are matched by kind, Kubernetes namespace and name, containers by name. Markdown is fit for a comment on a pull request.',
    'CompareRequest',
    'Comparison',
    comparisonFaces,
  ),
  'POST /v1/generate': authoring(
    'generate',
    'An example with parameters, or an intent: which containers there are, what they share, what they must not. What Kubernetes cannot do is 422 with the reason and what can be done instead.',
    'GenerateBody',
    'Generated',
    generatedFaces,
  ),
  'POST /v1/fix': authoring(
    'fix',
    'Edits the text that was sent and nothing more than was asked: comments, order and layout stay. Ids of findings come from an analysis of the same text with the same options.',
    'FixRequest',
    'Repair',
    repairFaces,
  ),
  'GET /v1/examples': lookUp(
    'listExamples',
    'What each example teaches, and what can be changed in it.',
    'ExampleList',
  ),
  'GET /v1/examples/{id}': {
    operationId: 'readExample',
    tags: ['Reference'],
    description:
      'One example, ready for `kubectl apply -f -` and for /v1/analyze; as Markdown with what it teaches.',
    parameters: [
      inPath('id', 'As in the list.'),
      inQuery('format', {
        enum: ['yaml', 'json', 'markdown'],
        description: 'Format of the answer. Wins over Accept.',
      }),
      {
        ...inQuery('parameters', { type: 'object', additionalProperties: { type: 'string' } }),
        description:
          'Values for the parameters of the example, each under its own name, such as `app.image=nginx`.',
        style: 'form',
        explode: true,
      },
    ],
    responses: {
      ...keptReplies(
        {
          'application/yaml': text,
          'application/json': { schema: { type: 'object' } },
          'text/markdown': text,
        },
        'Vary',
      ),
      ...failsWith(400, 404, 406, 500),
    },
  },
  'GET /v1/namespaces': lookUp('listNamespaces', 'What each isolates, and what changes it.', 'NamespaceList'),
  'GET /v1/namespaces/{kind}': lookUp(
    'readNamespace',
    'What it isolates, and what changes it.',
    'Namespace',
    'kind',
  ),
  'GET /v1/checks': lookUp('listChecks', 'What each looks for, why, and what to do.', 'CheckList'),
  'GET /v1/checks/{id}': lookUp('readCheck', 'What it looks for, why, and what to do.', 'Check', 'id'),
  'GET /v1/meta': lookUp('readMeta', 'Also the defaults of the options.', 'Meta'),
  'GET /healthz': {
    operationId: 'readHealth',
    tags: ['Service'],
    description: 'It depends on nothing else.',
    responses: { 200: replyOf('The service is alive.', json('Health')), ...failsWith(500) },
  },
  'GET /openapi.json': {
    operationId: 'readOpenapi',
    tags: ['Service'],
    description: 'OpenAPI 3.1.',
    responses: { ...keptReplies({ 'application/json': { schema: { type: 'object' } } }), ...failsWith(500) },
  },
  'GET /graphql': {
    operationId: 'queryGraphql',
    tags: ['GraphQL'],
    description:
      'For queries that fit into a URL. Send `Content-Type: application/json` or `Apollo-Require-Preflight`.',
    parameters: [
      inQuery('query', { type: 'string' }),
      inQuery('variables', { type: 'string', description: 'JSON.' }),
      inQuery('operationName', { type: 'string' }),
    ],
    responses: { ...graphqlReplies, ...failsWith(413, 500) },
  },
  'POST /graphql': {
    operationId: 'postGraphql',
    tags: ['GraphQL'],
    description:
      'A manifest that cannot be read is data (`Rejection`); a query that cannot be run is `errors`.',
    requestBody: { required: true, content: json('GraphqlRequest') },
    responses: { ...graphqlReplies, ...failsWith(413, 415, 500) },
  },
  'POST /mcp': {
    operationId: 'postMcp',
    tags: ['MCP'],
    description: [
      'Model Context Protocol over Streamable HTTP, without sessions: revisions 2026-07-28, 2025-11-25, 2025-06-18 and 2025-03-26.',
      'Clients of the protocol know what to send; `tools/list` says what there is. A manifest that cannot be read is the result of a tool.',
    ].join(' '),
    requestBody: { required: true, content: json('JsonRpcMessage') },
    responses: {
      200: replyOf('The response to a request, be it a result or an error.', json('JsonRpcResponse')),
      202: replyOf('A notification was accepted.'),
      400: replyOf('The message or its headers are not as the revision wants them.', json('JsonRpcResponse')),
      403: replyOf('The Origin header is not an origin.', json('JsonRpcResponse')),
      404: replyOf('There is no such method (2026-07-28).', json('JsonRpcResponse')),
      ...failsWith(413, 415, 500),
    },
  },
};
