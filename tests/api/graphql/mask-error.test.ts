import { GraphQLError } from 'graphql';

import { maskError } from '../../../src/api/graphql/mask-error.ts';
import { ask } from './call.ts';

const withVariables =
  'query ($manifest: String!, $options: AnalyzeOptions) { analyze(manifest: $manifest, options: $options) { __typename } }';

/** What is left of graphql-js' messages must still help. */
test.each([
  [
    '{ analyze(manifest: [1]) { __typename } }',
    {},
    ['String cannot represent a non string value.'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '{ analyze(manifest: "", options: { runtime: CRIO }) { __typename } }',
    {},
    ['The value does not exist in "Runtime" enum. Did you mean the enum value "CRI_O"?'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '{ analyze(manifest: "", options: 5) { __typename } }',
    {},
    ['Expected value of type "AnalyzeOptions".'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '{ analyze { __typename } }',
    {},
    ['Field "analyze" argument "manifest" of type "String!" is required, but it was not provided.'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '{ analyse }',
    {},
    ['Cannot query field "analyse" on type "Query". Did you mean "analyze"?'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    '{ meta }',
    {},
    ['Field "meta" of type "Meta!" must have a selection of subfields. Did you mean "meta { ... }"?'],
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['{ checks { id } ', {}, ['Syntax Error: Expected Name, found <EOF>.'], 'GRAPHQL_PARSE_FAILED'],
  ['{ checks(: 1) }', {}, ['Syntax Error: Expected Name, found ":".'], 'GRAPHQL_PARSE_FAILED'],
  ['{ checks("a") }', {}, ['Syntax Error: Expected Name, found String.'], 'GRAPHQL_PARSE_FAILED'],
  ['{ checks { id } } hello', {}, ['Syntax Error: Unexpected Name.'], 'GRAPHQL_PARSE_FAILED'],
  ["{ check(id: 'a') { id } }", {}, ['Syntax Error: the query is not GraphQL.'], 'GRAPHQL_PARSE_FAILED'],
  [
    withVariables,
    {},
    ['Variable "$manifest" of required type "String!" was not provided.'],
    'BAD_USER_INPUT',
  ],
  [
    withVariables,
    { manifest: null },
    ['Variable "$manifest" of non-null type "String!" must not be null.'],
    'BAD_USER_INPUT',
  ],
  [
    withVariables,
    { manifest: { a: 1 }, options: { runtime: 'docker', ignore: [1], kubernetes: '1.30' } },
    [
      'Variable "$manifest" has an invalid value. String cannot represent a non string value.',
      'Variable "$options" has an invalid value. The value does not exist in "Runtime" enum.',
      'Variable "$options" has an invalid value. String cannot represent a non string value.',
      'Variable "$options" has an invalid value. Field "kubernetes" is not defined by type "AnalyzeOptions".',
    ],
    'BAD_USER_INPUT',
  ],
  [
    'query ($manifest: String = "") { analyze(manifest: $manifest) { __typename } }',
    { manifest: null },
    ['Argument "manifest" of non-null type "String!" must not be null.'],
    'BAD_USER_INPUT',
  ],
  [
    'query A { __typename } query B { __typename }',
    {},
    ['Must provide operation name if query contains multiple operations.'],
    'OPERATION_RESOLUTION_FAILURE',
  ],
])('%s %j', async (query, variables, messages, code) => {
  const { errors } = JSON.parse((await ask(query, variables)).body);
  expect(
    errors.map(({ message, extensions }: Record<string, unknown>) => ({ message, extensions })),
  ).toStrictEqual(messages.map((message) => ({ message, extensions: { code } })));
});

test('what is no refusal is a bug, and says nothing', () => {
  const formatted = {
    message: 'hunter2',
    path: ['hunter2'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['hunter2'] },
  };
  const masked = { message: 'podshare made a mistake.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  expect(maskError(formatted, new Error('hunter2'))).toStrictEqual(masked);
  expect(
    maskError(formatted, new GraphQLError('hunter2', { originalError: new Error('hunter2') })),
  ).toStrictEqual(masked);
});

test('words that quote what is no name, or are very many, are given up for a sentence', () => {
  const refusal = (message: string, code: string) =>
    new GraphQLError(message, { extensions: { code, more: 1 } });
  const masked = (error: GraphQLError) => maskError(error.toJSON(), error);
  expect(masked(refusal('A new wording: "hunter 2"', 'GRAPHQL_VALIDATION_FAILED'))).toStrictEqual({
    message: 'The query does not fit the schema.',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect(masked(refusal(`A new wording: "${'x'.repeat(65)}"`, 'NEW'))).toStrictEqual({
    message: 'The query was refused.',
    extensions: { code: 'NEW' },
  });
  expect(masked(refusal('long '.repeat(201), 'NEW')).message).toBe('The query was refused.');
});
