import { getIntrospectionQuery } from 'graphql';

import { queryLimits } from '../../../src/api/graphql/limits.ts';
import { limits } from '../../../src/model/limits.ts';
import { startCpuTimer } from '../../support/cpu-time.cjs';
import { answerTo, ask, send } from './call.ts';
import { selectAll, typeNamed } from './everything.ts';

const pods = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `{ apiVersion: v1, kind: Pod, metadata: { name: p${i} }, spec: { containers: [{ name: a }] } }\n`,
  ).join('---\n');

const analysis = (fields: string) =>
  `query ($m: String!) { analyze(manifest: $m) { ... on Analysis { ${fields} } } }`;

test('everything that can be asked for can be asked for at once, and an editor can learn the schema', async () => {
  const everything = `{ analyze(manifest: "a: 1") ${selectAll(typeNamed('AnalyzeResult'))} examples ${selectAll(typeNamed('Example'))}
    namespaces ${selectAll(typeNamed('Namespace'))} checks ${selectAll(typeNamed('Check'))} meta ${selectAll(typeNamed('Meta'))} }`;
  expect(await answerTo(everything)).not.toHaveProperty('errors');
  expect(
    await answerTo(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })),
  ).not.toHaveProperty('errors');
});

test('tokens are counted while the query is read', async () => {
  const { status, body } = await ask(`{ ${'a '.repeat(queryLimits.tokens)} }`);
  expect(status).toBe(400);
  expect(JSON.parse(body).errors).toEqual([
    {
      message: `A query may have at most ${queryLimits.tokens} tokens.`,
      locations: [{ line: 1, column: expect.any(Number) }],
      extensions: { code: 'QUERY_TOO_LARGE', limit: 'tokens', maximum: queryLimits.tokens },
    },
  ]);
});

test('a rule that is broken is an error that names the limit', async () => {
  const { status, body } = await ask(
    '{ a: __typename b: __typename c: __typename d: __typename e: __typename f: __typename }',
  );
  expect(status).toBe(400);
  expect(JSON.parse(body)).toStrictEqual({
    errors: [
      {
        message: 'A query may have at most 5 fields of the root.',
        locations: [{ line: 1, column: 1 }],
        extensions: { code: 'QUERY_TOO_LARGE', limit: 'rootFields', maximum: 5 },
      },
    ],
  });
});

test('of very many errors the first are listed', async () => {
  const { errors } = await answerTo(
    `{ meta { ${Array.from({ length: 500 }, (_, i) => `x${i}`).join(' ')} } }`,
  );
  expect(errors).toHaveLength(21);
  expect(errors[20].message).toBe('Too many validation errors, error limit reached. Validation aborted.');
});

test('the fields of an answer are counted while it is made', async () => {
  const names = Array.from(
    { length: 30 },
    (_, i) => `n${i}: namespaces { kind applies instances { scope owner } }`,
  );
  const { status, body } = await ask(analysis(`pods { ${names.join(' ')} }`), { m: pods(1_000) });
  expect(status).toBe(200);
  const { data, errors } = JSON.parse(body);
  expect(data).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      message: `A query may have at most ${queryLimits.fields} fields in its answer.`,
      extensions: { code: 'QUERY_TOO_LARGE', limit: 'fields', maximum: queryLimits.fields },
    }),
  ]);
});

test('an answer that is too large is refused as on REST', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `n${i}: source { name }`).join(' ');
  const m = `apiVersion: v1\nkind: Pod\nmetadata: { name: ${'x'.repeat(200_000)} }\nspec: { containers: [{ name: a }] }`;
  const { status, body } = await ask(analysis(`pods { ${names} }`), { m });
  expect(status).toBe(413);
  expect(JSON.parse(body)).toMatchObject({
    code: 'OUTPUT_TOO_LARGE',
    limits: { outputBytes: limits.outputBytes },
  });
});

test('a text is read for one set of options after the other only up to the size of one request', async () => {
  const m = `# ${'x'.repeat(600_000)}\n${pods(1)}`;
  const fields = '{ __typename ... on Rejection { problems { code limit } } }';
  const query = `query ($m: String!) {
    a: analyze(manifest: $m) ${fields} b: analyze(manifest: $m) ${fields} c: analyze(manifest: $m, options: { cgroup: V1 }) ${fields}
  }`;
  expect(await answerTo(query, { m })).toStrictEqual({
    data: {
      a: { __typename: 'Analysis' },
      b: { __typename: 'Analysis' },
      c: { __typename: 'Rejection', problems: [{ code: 'BODY_TOO_LARGE', limit: 'bodyBytes' }] },
    },
  });
});

describe('what is made to hurt is answered within two seconds, twice', () => {
  const json = (query: string, variables?: object) => JSON.stringify({ query, variables });
  const withOptions = 'query ($o: AnalyzeOptions) { analyze(manifest: "", options: $o) { __typename } }';
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));

  test.each([
    ['half a million tokens', json(`{ ${'a '.repeat(500_000)} }`)],
    ['as many fields as fit', json(`{ ${'__typename '.repeat(1_900)} }`)],
    ['as many different fields as fit', json(`{ ${many(660, (i) => `a: b${i}`).join(' ')} }`)],
    ['lists in lists', json(`{ analyze(manifest: ${'['.repeat(990)}${']'.repeat(990)}) { __typename } }`)],
    ['fields in fields', json(`${'{ a '.repeat(660)} ${'}'.repeat(660)}`)],
    [
      'fragments that double',
      json(
        `{ ...f0 } ${many(150, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f150 on Query { a }`,
      ),
    ],
    [
      'fragments in a ring',
      json(`{ ...f0 } ${many(150, (i) => `fragment f${i} on Query { ...f${(i + 1) % 150} }`).join(' ')}`),
    ],
    ['directives on directives', json(`{ __typename ${'@a '.repeat(900)} }`)],
    ['a long text', json(`{ "${'a'.repeat(1_000_000)}" }`)],
    ['a long comment', json(`# ${'a'.repeat(1_000_000)}\n{ __typename }`)],
    [
      'a variable nested deep',
      `{ "query": "query ($m: String!) { analyze(manifest: $m) { __typename } }", "variables": { "m": ${'['.repeat(450_000)}${']'.repeat(450_000)} } }`,
    ],
    [
      'options with very many names',
      json(withOptions, { o: Object.fromEntries(many(60_000, (i) => [`k${i}`, 1])) }),
    ],
    ['a very long list of wrong values', json(withOptions, { o: { ignore: many(100_000, (i) => [i]) } })],
    [
      'the schema within the schema',
      json(`{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`),
    ],
  ])('%s', async (_, body) => {
    for (const _round of [1, 2]) {
      const spent = startCpuTimer();
      const { status } = await send({ body });
      expect(spent()).toBeLessThan(2_000);
      expect([200, 400]).toContain(status);
    }
  });
});
