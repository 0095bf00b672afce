import type { Representation } from '../../../formats/representation.ts';
import { limits } from '../../../model/limits.ts';
import { revisions } from '../../mcp/revisions.ts';
import { comparisonRepresentations } from '../authoring/compare.ts';
import { repairRepresentations } from '../authoring/fix.ts';
import { generatedRepresentations } from '../authoring/generate.ts';
import { checkRepresentations } from '../reference/checks.ts';
import { exampleRepresentations } from '../reference/examples.ts';
import { namespaceRepresentations } from '../reference/namespaces.ts';
import { asData } from '../reference/represent.ts';
import type { RouteKey } from '../routes.ts';
import { analysisContent, contentOf, manifestContent, writtenAs } from './contents.ts';
import { formatOf, ifNoneMatch, link, options, optionsWith } from './parameters.ts';
import {
  type Content,
  type Failure,
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

/** An endpoint that takes a JSON object and answers in the format asked for. */
const authoring = (
  operationId: string,
  description: string,
  request: string,
  answer: string,
  representations: readonly Representation<never>[],
  ...more: readonly Failure[]
): Operation => ({
  operationId,
  tags: ['Authoring'],
  description,
  parameters: optionsWith(representations),
  requestBody: { required: true, content: json(request) },
  responses: {
    200: replyOf('What was asked for.', contentOf(representations, answer), 'Vary'),
    ...failsWith(400, ...more, 406, 413, 415, 422, 500),
  },
});

/** What a link answers; with `HEAD` without its content. */
const linkReplies = (content?: Content) => ({
  ...keptReplies(content, 'Vary'),
  ...failsWith(400, 406, 413, 422, 500),
});

const anObject: Content = { 'application/json': { schema: { type: 'object' } } };

/** An entry of a catalogue, or with `asData` all of it. */
const lookUp = (
  operationId: string,
  description: string,
  schema: string,
  representations: readonly Representation<never>[] = asData,
  id?: string,
): Operation => ({
  operationId,
  tags: ['Reference'],
  description,
  parameters: [...(id ? [inPath(id, 'As in the list.')] : []), formatOf(representations), ifNoneMatch],
  responses: {
    ...keptReplies(contentOf(representations, schema), 'Vary'),
    ...failsWith(...(id ? ([404, 406, 500] as const) : ([406, 500] as const))),
  },
});

/** A document that is the same for everybody. */
const serve = (operationId: string, description: string, content: Content): Operation => ({
  operationId,
  tags: ['Service'],
  description,
  parameters: [ifNoneMatch],
  responses: { ...keptReplies(content), ...failsWith(500) },
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
  406: replyOf('GraphQL is answered as JSON only.', { 'application/json': schemaOf('GraphqlResponse') }),
};

/**
 * Methods that no route of ours names and that pages and pictures need where manifests are read. Elsewhere they are the
 * same: `HEAD` wherever there is `GET`, `OPTIONS` everywhere.
 */
export const unroutedOperations = {
  'HEAD /v1/analyze': {
    operationId: 'measureLink',
    summary: 'The headers of GET',
    tags: ['Analysis'],
    description: 'What `GET` would answer, without it.',
    parameters: [link, ...options, ifNoneMatch],
    responses: linkReplies(),
  },
  'OPTIONS /v1/analyze': {
    operationId: 'preflightAnalyze',
    summary: 'Says which methods there are',
    tags: ['Analysis'],
    description: 'Also what browsers ask before a page of another origin may call.',
    responses: {
      204: replyOf(
        'The methods there are.',
        undefined,
        'Allow',
        'Access-Control-Allow-Methods',
        'Access-Control-Allow-Headers',
        'Access-Control-Max-Age',
      ),
      ...failsWith(500),
    },
  },
} as const satisfies Record<string, Operation & { readonly summary: string }>;

/** What the OpenAPI document says about each route. A route that says nothing does not compile. */
export const operations: Readonly<Record<RouteKey, Operation>> = {
  'POST /v1/analyze': {
    operationId: 'analyze',
    tags: ['Analysis'],
    description:
      'The manifest as it is, or as text in JSON with its options; those in the query win. 422 only when no document could be read. An answer past the limit comes without indentation, then without `pairs`.',
    parameters: options,
    requestBody: { required: true, content: manifestContent },
    responses: {
      200: replyOf('What the containers of each Pod share.', analysisContent, 'Vary'),
      ...failsWith(400, 406, 413, 415, 422, 500),
    },
  },
  'GET /v1/analyze': {
    operationId: 'analyzeLink',
    tags: ['Analysis'],
    description: [
      'The same for a manifest in the link itself, for documents and pictures: nothing is stored, and who has the link has',
      'the manifest. A link of up to 8 kB works everywhere. Caches may keep the answer for a day.',
    ].join(' '),
    parameters: [link, ...options, ifNoneMatch],
    responses: linkReplies(analysisContent),
  },
  'POST /v1/compare': authoring(
    'compare',
    'Two manifests as text. Pods are matched by kind, Kubernetes namespace and name, containers by name. Markdown is fit for a comment on a pull request.',
    'CompareRequest',
    'Comparison',
    comparisonRepresentations,
  ),
  'POST /v1/generate': authoring(
    'generate',
    'An example with parameters, or an intent: which containers there are, what they share, what they must not. What Kubernetes cannot do is 422 with the reason and what can be done instead.',
    'GenerateBody',
    'Generated',
    generatedRepresentations,
    404,
  ),
  'POST /v1/fix': authoring(
    'fix',
    'Edits the text that was sent and nothing more than was asked: comments, order and layout stay. Ids of findings come from an analysis of the same text with the same options.',
    'FixRequest',
    'Repair',
    repairRepresentations,
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
      formatOf(exampleRepresentations),
      {
        ...inQuery('parameters', { type: 'object', additionalProperties: { type: 'string' } }),
        description:
          'Values for the parameters of the example, each under its own name, such as `app.image=nginx`.',
        style: 'form',
        explode: true,
      },
      ifNoneMatch,
    ],
    responses: {
      ...keptReplies(
        {
          'application/yaml': writtenAs('application/yaml', limits.outputBytes),
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
    namespaceRepresentations,
    'kind',
  ),
  'GET /v1/checks': lookUp('listChecks', 'What each looks for, why, and what to do.', 'CheckList'),
  'GET /v1/checks/{id}': lookUp(
    'readCheck',
    'What it looks for, why, and what to do.',
    'Check',
    checkRepresentations,
    'id',
  ),
  'GET /v1/meta': lookUp('readMeta', 'Also the defaults of the options.', 'Meta'),
  'GET /healthz': {
    operationId: 'readHealth',
    tags: ['Service'],
    description: 'It depends on nothing else.',
    responses: { 200: replyOf('The service is alive.', json('Health')), ...failsWith(500) },
  },
  'GET /': {
    operationId: 'readRoot',
    tags: ['Service'],
    description: 'Where everything stands; a browser gets the page of /docs.',
    parameters: [ifNoneMatch],
    responses: {
      ...keptReplies({ ...json('Root'), 'text/html': text }, 'Vary'),
      ...failsWith(406, 500),
    },
  },
  'GET /docs': serve('readDocs', 'HTML without scripts, of this document.', { 'text/html': text }),
  'GET /openapi.json': serve('readOpenapi', 'OpenAPI 3.1.', anObject),
  'GET /openapi/actions.json': serve(
    'readActions',
    'This document for assistants that import actions: fewer operations, JSON only, small answers by default.',
    anObject,
  ),
  'GET /llms.txt': serve('readLlms', 'What podshare answers, in the form of llmstxt.org.', {
    'text/plain': text,
  }),
  'GET /llms-full.txt': serve('readLlmsFull', 'The same with what to do about each finding.', {
    'text/plain': text,
  }),
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
    responses: {
      ...graphqlReplies,
      405: replyOf('A mutation or subscription, which takes POST.', json('GraphqlResponse'), 'Allow'),
      ...failsWith(413, 500),
    },
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
      `Model Context Protocol over Streamable HTTP, without sessions: revisions ${revisions.join(', ')}.`,
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
