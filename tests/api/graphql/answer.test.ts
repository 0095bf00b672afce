import { ask, send } from './call.ts';

const typename = JSON.stringify({ query: '{ __typename }' });
const preflight = { 'apollo-require-preflight': 'true' };

const problemOf = (code: string) => expect.objectContaining({ code, instance: '/graphql#abc%3D' });
const errorsOf = (code: string) => ({
  errors: [{ message: expect.any(String), extensions: { code } }],
});

describe('requests', () => {
  const json = 'application/json; charset=utf-8';
  const problem = 'application/problem+json';
  const data = { data: { __typename: 'Query' } };

  test.each([
    { what: 'POST of JSON', request: { body: typename }, status: 200, type: json, body: data },
    {
      what: 'POST of JSON with a charset',
      request: { body: typename, headers: { 'content-type': 'Application/JSON ; charset=UTF-8' } },
      status: 200,
      type: json,
      body: data,
    },
    {
      what: 'POST that wants the media type of GraphQL',
      request: {
        body: typename,
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      },
      status: 200,
      type: 'application/graphql-response+json; charset=utf-8',
      body: data,
    },
    {
      what: 'POST that wants HTML',
      request: { body: typename, headers: { 'content-type': 'application/json', accept: 'text/html' } },
      status: 406,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'POST of YAML',
      request: { body: 'kind: Pod', headers: { 'content-type': 'application/yaml' } },
      status: 415,
      type: problem,
      body: problemOf('UNSUPPORTED_MEDIA_TYPE'),
    },
    {
      what: 'POST of a form, as another site can send it',
      request: { body: typename, headers: { 'content-type': 'text/plain' } },
      status: 415,
      type: problem,
      body: problemOf('UNSUPPORTED_MEDIA_TYPE'),
    },
    {
      what: 'POST without a content type',
      request: { body: typename, headers: {} },
      status: 415,
      type: problem,
      body: problemOf('UNSUPPORTED_MEDIA_TYPE'),
    },
    {
      what: 'POST of bad JSON',
      request: { body: '{ "query": ' },
      status: 400,
      type: problem,
      body: problemOf('INVALID_JSON'),
    },
    { what: 'POST of nothing', request: {}, status: 400, type: problem, body: problemOf('INVALID_JSON') },
    {
      what: 'POST of a text',
      request: { body: '"a"' },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'POST of null',
      request: { body: 'null' },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'POST of several queries',
      request: { body: `[${typename}]` },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'POST without a query',
      request: { body: '{ "a": 1 }' },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'GET with the header that a form cannot send',
      request: { method: 'GET', query: { query: '{ __typename }' }, headers: preflight },
      status: 200,
      type: json,
      body: data,
    },
    {
      what: 'GET with variables',
      request: {
        method: 'GET',
        query: { query: 'query ($id: String!) { check(id: $id) { id } }', variables: '{"id":"host-pid"}' },
        headers: preflight,
      },
      status: 200,
      type: json,
      body: { data: { check: { id: 'host-pid' } } },
    },
    {
      what: 'HEAD, as the GET it belongs to',
      request: { method: 'HEAD', query: { query: '{ __typename }' }, headers: preflight },
      status: 200,
      type: json,
      body: data,
    },
    {
      what: 'GET as another site can send it',
      request: { method: 'GET', query: { query: '{ __typename }' }, headers: {} },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'GET of a browser, which gets no page from a foreign host',
      request: { method: 'GET', headers: { ...preflight, accept: 'text/html' } },
      status: 406,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
    {
      what: 'GET with variables that are no JSON',
      request: { method: 'GET', query: { query: '{ __typename }', variables: '{' }, headers: preflight },
      status: 400,
      type: json,
      body: errorsOf('BAD_REQUEST'),
    },
  ])('$what: $status', async ({ request, status, type, body }) => {
    const reply = await send(request);
    expect({ ...reply, body: JSON.parse(reply.body) }).toEqual({
      status,
      headers: expect.objectContaining({ 'content-type': type }),
      body,
    });
  });
});

describe('what is counted for the log', () => {
  const pod = 'kind: Pod\napiVersion: v1\nspec: { containers: [{ name: a }, { name: b }] }';
  const query = (fields: string) => `query ($m: String!) { ${fields} }`;

  test('nothing for a query that reads no manifest', async () => {
    expect(await ask('{ __typename }')).not.toHaveProperty('counts');
  });

  test('documents, Pods and containers', async () => {
    const { counts } = await ask(query('analyze(manifest: $m) { __typename }'), { m: pod });
    expect(counts).toStrictEqual({ documents: 1, pods: 1, containers: 2 });
  });

  test('each manifest once, however often it is asked for; those that cannot be read not at all', async () => {
    const fields = `a: analyze(manifest: $m) { __typename } b: analyze(manifest: $m) { __typename }
      c: analyze(manifest: "a: [") { __typename }`;
    const { counts } = await ask(query(fields), { m: pod });
    expect(counts).toStrictEqual({ documents: 1, pods: 1, containers: 2 });
  });

  test('the sum of different ones', async () => {
    const fields =
      'a: analyze(manifest: $m) { __typename } b: analyze(manifest: $m, options: { cgroup: V1 }) { __typename }';
    const { counts } = await ask(query(fields), { m: pod });
    expect(counts).toStrictEqual({ documents: 2, pods: 2, containers: 4 });
  });
});
