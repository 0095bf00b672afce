import { ask, operations } from '../../../schema/client.ts';
import listed from '../../../schema/operations.json';
import { send } from './call.ts';

/** The client a front end copies, compiled and used against the real server; `fetch` is the only thing in between. */
const url = 'http://localhost:3000/graphql';
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app }, { name: agent }] }\n';

beforeEach(() => {
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (target, request) => {
    expect(target).toBe(url);
    const { status, headers, body } = await send({
      headers: Object.fromEntries(new Headers(request?.headers)),
      body: String(request?.body),
    });
    return new Response(body, { status, headers });
  });
});
afterEach(() => jest.restoreAllMocks());

test('a report, in the types of the schema', async () => {
  const { analyze } = await ask(url, 'Sharing', { manifest: pod, options: { runtime: 'CRI_O' } });
  if (analyze.__typename !== 'Analysis') throw new Error('no report');
  const [{ containers, namespaces } = { containers: [], namespaces: [] }] = analyze.pods;
  expect(containers.map(({ name, role }) => `${name} ${role}`)).toEqual(['app APP', 'agent APP']);
  expect(namespaces.find(({ kind }) => kind === 'NETWORK')?.instances).toMatchObject([
    { scope: 'POD', containers: ['app', 'agent'] },
  ]);
});

test('a manifest that cannot be read is data', async () => {
  expect(await ask(url, 'Sharing', { manifest: 'a: [' })).toMatchObject({
    analyze: { __typename: 'Rejection', problems: [{ code: 'YAML_SYNTAX', range: { start: { line: 1 } } }] },
  });
});

test('a pair', async () => {
  const { analyze } = await ask(url, 'Pair', { manifest: pod, a: 'agent', b: 'app' });
  expect(analyze).toMatchObject({ pods: [{ pair: { a: 'app', b: 'agent', lifetime: 'CONCURRENT' } }] });
});

test('an error of GraphQL is thrown', async () => {
  const wrong = { manifest: pod, options: { kubernetesVersion: '1.2' } };
  await expect(ask(url, 'Sharing', wrong)).rejects.toThrow(/^`kubernetesVersion` must be one of/);
});

describe('the allow-list', () => {
  const byHash = (hash: string) => JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } });
  const get = (query: Readonly<Record<string, string>>) =>
    send({ method: 'GET', headers: { 'apollo-require-preflight': 'true' }, query });

  test('is that of the client', () => {
    expect(Object.fromEntries(listed.operations.map(({ name, ...rest }) => [name, rest]))).toEqual(
      operations,
    );
  });

  test('an operation is known by its hash: in a URL, in a body', async () => {
    const extensions = byHash(operations.Examples.sha256Hash);
    const wanted = {
      data: { examples: expect.arrayContaining([expect.objectContaining({ id: 'log-sharing' })]) },
    };
    expect(JSON.parse((await get({ extensions })).body)).toEqual(wanted);
    const body = JSON.stringify({ extensions: JSON.parse(extensions) });
    expect(JSON.parse((await send({ body })).body)).toEqual(wanted);
  });

  test('with variables', async () => {
    const variables = JSON.stringify({
      id: 'log-sharing',
      parameters: [{ name: 'name', value: 'web-logs' }],
    });
    const { body } = await get({ extensions: byHash(operations.Example.sha256Hash), variables });
    expect(JSON.parse(body).data.example.manifest).toMatch(/name: web-logs/);
  });

  test('the rules against other sites hold for it too', async () => {
    const { status } = await send({
      method: 'GET',
      headers: {},
      query: { extensions: byHash(operations.Examples.sha256Hash) },
    });
    expect(status).toBe(400);
  });

  test.each(['0'.repeat(64), '', 'constructor'])('no other hash is known: %j', async (hash) => {
    const { body } = await get({ extensions: byHash(hash) });
    expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String) }] });
  });

  test('a text that is sent counts, whatever hash stands beside it', async () => {
    const { body } = await get({
      query: '{ __typename }',
      extensions: byHash(operations.Examples.sha256Hash),
    });
    expect(body).not.toMatch(/log-sharing/);
  });
});
