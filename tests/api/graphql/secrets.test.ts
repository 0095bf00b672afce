import { postThroughEdge } from './call.ts';

/** Texts that look like what graphql-js writes around values, or that it prints in other ways. */
const secrets = [
  'hunter2',
  'hunter2, found hunter2',
  'hunter2 value: "hunter2" at "hunter2"; hunter2',
  'x" does not exist in "hunter2" enum. "hunter2',
  '" at "options.hunter2"; hunter2',
  'line one\nhunter2: "two"\n',
  "'hunter2'",
  'é\u0007 hunter2 😀',
  `hunter2 ${'long '.repeat(50_000)}`,
];

type Body = {
  readonly query?: string;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly extensions?: unknown;
};

/** Every place of a request where a value can stand and be refused. `s` is the secret, `q` the secret as a GraphQL string. */
const places: Readonly<Record<string, (s: string, q: string) => Body>> = {
  'a literal of another type': (_, q) => ({ query: `{ analyze(manifest: [${q}, ${q}]) { __typename } }` }),
  'a literal object': (_, q) => ({ query: `{ analyze(manifest: { a: ${q} }) { __typename } }` }),
  'a literal option': (_, q) => ({
    query: `{ analyze(manifest: "", options: { runtime: ${q} }) { __typename } }`,
  }),
  'literal options': (_, q) => ({ query: `{ analyze(manifest: "", options: ${q}) { __typename } }` }),
  'a literal in a list': (_, q) => ({
    query: `{ analyze(manifest: "", options: { ignore: [[${q}]] }) { __typename } }`,
  }),
  'an option of a known type': (_, q) => ({
    query: `{ analyze(manifest: "", options: { kubernetesVersion: ${q} }) { __typename } }`,
  }),
  'a literal enum value': (_, q) => ({ query: `{ namespace(kind: ${q}) { title } }` }),
  'an unknown argument': (_, q) => ({ query: `{ checks(hunter: ${q}) { id } }` }),
  'a parameter of an example': (s) => ({
    query: `{ example(id: "log-sharing", parameters: [{ name: "name", value: ${JSON.stringify(`${s} ${s}`)} }]) { id } }`,
  }),
  'the name of a parameter of an example': (_, q) => ({
    query: `{ example(id: "log-sharing", parameters: [{ name: ${q}, value: "" }]) { id } }`,
  }),
  'an argument of a directive': (_, q) => ({ query: `{ meta { engine { name @include(if: ${q}) } } }` }),
  'a default value': (_, q) => ({
    query: `query ($kind: NamespaceKind = ${q}) { namespace(kind: $kind) { title } }`,
  }),
  'a token too many': (_, q) => ({ query: `{ analyze(manifest: "" ${q}) { __typename } }` }),
  'a string for a field': (_, q) => ({ query: `{ ${q} }` }),
  'a string for the query': (_, q) => ({ query: q }),
  'a string that does not end': (_, q) => ({ query: `{ analyze(manifest: ${q.slice(0, -1)}` }),
  'a bare word': (s) => ({ query: `{ analyze(manifest: ${s} password: ${s}) { __typename } }` }),
  'the query itself': (s) => ({ query: `apiVersion: v1\nkind: Pod\n${s}` }),
  'a variable of another type': (s) => ({ query: withManifest, variables: { manifest: [s] } }),
  'an object for a text': (s) => ({ query: withManifest, variables: { manifest: { a: { b: s } } } }),
  'a variable option': (s) => ({ query: withManifest, variables: { manifest: '', options: { runtime: s } } }),
  'a version': (s) => ({
    query: withManifest,
    variables: { manifest: '', options: { kubernetesVersion: s } },
  }),
  'a namespace': (s) => ({
    query: withManifest,
    variables: { manifest: '', options: { namespace: `${s} ${s}` } },
  }),
  'an unknown option': (s) => ({
    query: withManifest,
    variables: { manifest: '', options: { kubernetes: s } },
  }),
  'options that are none': (s) => ({ query: withManifest, variables: { manifest: '', options: s } }),
  'more values than are counted': (s) => ({
    query: withManifest,
    variables: { manifest: '', options: { ignore: Array.from({ length: 80 }, () => [s.slice(0, 1_000)]) } },
  }),
  'ids of checks': (s) => ({
    query: withManifest,
    variables: { manifest: '', options: { ignore: [`${s} ${s}`] } },
  }),
  'an enum variable': (s) => ({
    query: 'query ($kind: NamespaceKind!) { namespace(kind: $kind) { title } }',
    variables: { kind: s },
  }),
  'a null where a default stood': () => ({
    query: 'query ($m: String = "hunter2") { analyze(manifest: $m) { __typename } }',
    variables: { m: null },
  }),
  'variables that are a text': (s) => ({ query: withManifest, variables: s }),
  'extensions that are a text': (s) => ({ query: withManifest, extensions: s }),
  'the name of an operation': (s) => ({
    query: 'query A { __typename } query B { __typename }',
    operationName: `${s} ${s}`,
  }),
  'the id of a stored query': (s) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: s } } }),
};

const withManifest =
  'query ($manifest: String!, $options: AnalyzeOptions) { analyze(manifest: $manifest, options: $options) { __typename } }';

describe.each(Object.entries(places))('%s', (_, make) => {
  test.each(secrets.map((secret) => [secret.slice(0, 50), secret]))(
    '%j is in no error and in no log',
    async (_, secret) => {
      const { reply, log } = await postThroughEdge(JSON.stringify(make(secret, JSON.stringify(secret))));
      const { errors } = JSON.parse(reply.body);
      expect(errors).not.toHaveLength(0);
      for (const { message, extensions, ...rest } of errors) {
        expect(message).toMatch(/^([A-Z`].*[.)]|PersistedQueryNotSupported)$/);
        expect(extensions.code).toMatch(/^[A-Z_]+$/);
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
        expect(
          Object.keys(extensions).filter((key) => !['code', 'limit', 'maximum', 'problems'].includes(key)),
        ).toStrictEqual([]);
        expect(Object.keys(rest).filter((key) => !['locations', 'path'].includes(key))).toStrictEqual([]);
      }
      expect(reply.body).not.toContain('hunter2');
      expect(JSON.stringify(log)).not.toContain('hunter2');
    },
  );
});

test('a body that is not JSON is not quoted', async () => {
  const { reply, log } = await postThroughEdge('{ "query": "{ hunter2 }", "variables": { "a": hunter2 } }');
  expect(reply.status).toBe(400);
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect(`${reply.body}${JSON.stringify(log)}`).not.toContain('hunter2');
});
