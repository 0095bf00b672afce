import { compare } from '../../../../src/api/compare.ts';
import { fix } from '../../../../src/api/fix.ts';
import { generate } from '../../../../src/api/generate.ts';
import { readIntent } from '../../../../src/api/graphql/read-intent.ts';
import { type Intent, IntentSchema } from '../../../../src/model/generate.ts';
import { defaultOptions } from '../../../../src/model/options.ts';
import { answerTo } from '../call.ts';
import { inGraph, selectAll, typeNamed } from '../everything.ts';

/** Comparison, generation and repair: the graph says what the front doors say, which REST says, too. */
const pod = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  shareProcessNamespace: true # for the debugger
  containers:
    - { name: app, image: nginx }
    - { name: agent, image: busybox }
`;
const apart = pod.replace(/ {2}share.*\n/, '');

const ask = async (field: string, type: string, parameters: string, variables: object) => {
  const query = `query (${parameters}) { ${field} { __typename ... on ${type} ${selectAll(typeNamed(type))} ... on Rejection { problems { code pointer } } } }`;
  const { data, errors } = await answerTo(query, variables as Readonly<Record<string, unknown>>);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Readonly<Record<string, unknown>>;
};

const without = ({ __typename: _, ...rest }: Readonly<Record<string, unknown>>) => rest;

test('compare', async () => {
  const variables = { before: apart, after: pod };
  const said = await ask(
    'compare(before: $before, after: $after)',
    'Comparison',
    '$before: String!, $after: String!',
    variables,
  );
  const result = compare(variables, defaultOptions);
  expect(without(said)).toEqual(result.ok && inGraph(result.answer, typeNamed('Comparison')));
});

test('fix', async () => {
  const variables = { manifest: pod, findings: ['shared-pid', 'nothing'] };
  const said = await ask(
    'fix(manifest: $manifest, findings: $findings)',
    'Repair',
    '$manifest: String!, $findings: [String!]!',
    variables,
  );
  const result = fix(variables, defaultOptions);
  expect(without(said)).toEqual(result.ok && inGraph(result.answer, typeNamed('Repair')));
  expect(said).toMatchObject({ fixed: [expect.any(String)], unfixed: [{ id: 'nothing' }] });
});

const generated = (variables: object) =>
  ask(
    'generate(example: $example, parameters: $parameters, intent: $intent)',
    'Generated',
    '$example: String, $parameters: [ParameterValue!], $intent: IntentInput',
    variables,
  );

test('generate, an example', async () => {
  const said = await generated({ example: 'log-sharing', parameters: [{ name: 'name', value: 'logs' }] });
  const result = generate({ example: 'log-sharing', parameters: { name: 'logs' } }, defaultOptions);
  expect(without(said)).toEqual(result.ok && inGraph(result.answer, typeNamed('Generated')));
});

/** An intent with every form a wish has, as the graph takes it and as REST does. */
const inGraphForm = {
  name: 'web',
  kind: 'STATEFUL_SET',
  namespace: null,
  kubernetesVersion: '1.36',
  containers: [
    { name: 'setup', role: 'INIT', image: null },
    { name: 'app', image: 'nginx:1.29' },
    { name: 'agent', role: 'SIDECAR' },
  ],
  share: [
    { all: 'PID' },
    { files: { path: '/data', writers: ['setup', 'app'], readers: ['agent'], secret: null } },
    { sharedMemory: { size: '128Mi', among: ['app', 'agent'] } },
    { port: { port: 8080, server: 'app', clients: ['agent'] } },
    { network: ['app', 'agent'] },
    { ipc: ['app', 'agent'] },
    { hostname: ['app', 'agent'] },
  ],
  keepApart: [{ user: ['app', 'agent'] }, { pid: ['app', 'agent'] }],
};

const inRestForm = {
  name: 'web',
  kind: 'StatefulSet',
  kubernetesVersion: '1.36',
  containers: [
    { name: 'setup', role: 'init' },
    { name: 'app', image: 'nginx:1.29' },
    { name: 'agent', role: 'sidecar' },
  ],
  share: [
    'pid',
    { files: '/data', writers: ['setup', 'app'], readers: ['agent'] },
    { 'shared-memory': '128Mi', among: ['app', 'agent'] },
    { port: 8080, server: 'app', clients: ['agent'] },
    { network: ['app', 'agent'] },
    { ipc: ['app', 'agent'] },
    { hostname: ['app', 'agent'] },
  ],
  keepApart: [{ user: ['app', 'agent'] }, { pid: ['app', 'agent'] }],
} satisfies Intent;

test('the intent of REST has the form of the model, and is what the graph says in its own', () => {
  expect(IntentSchema.safeParse(inRestForm).success).toBe(true);
  const words = {
    ...inGraphForm,
    kind: 'StatefulSet',
    containers: inGraphForm.containers.map(({ role, ...container }) => ({
      ...container,
      ...(role && { role: role.toLowerCase() }),
    })),
    share: inGraphForm.share.map((wish) => ('all' in wish ? { all: 'pid' } : wish)),
  };
  expect(readIntent(words)).toStrictEqual(inRestForm);
});

test('generate, an intent', async () => {
  const { keepApart: _, ...intent } = inGraphForm;
  const { keepApart: __, ...same } = inRestForm;
  const said = await generated({ intent });
  const result = generate({ intent: same }, defaultOptions);
  expect(without(said)).toEqual(result.ok && inGraph(result.answer, typeNamed('Generated')));
});

test('what cannot be built is data: every reason with its place', async () => {
  expect(await generated({ intent: inGraphForm })).toEqual({
    __typename: 'Rejection',
    problems: expect.arrayContaining([{ code: 'IMPOSSIBLE_WISH', pointer: '/intent/keepApart/0' }]),
  });
  expect(await generated({})).toMatchObject({ problems: [{ code: 'INVALID_REQUEST' }] });
  expect(await generated({ example: 'none' })).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
});

test.each([
  ['two members', { all: 'PID', network: ['app'] }],
  ['no member', {}],
  ['a null member', { pid: null }],
])('a wish with %s is refused', async (_, wish) => {
  const query = 'query ($intent: IntentInput) { generate(intent: $intent) { __typename } }';
  const intent = { ...inGraphForm, keepApart: [], share: [wish] };
  const { errors } = await answerTo(query, { intent });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
