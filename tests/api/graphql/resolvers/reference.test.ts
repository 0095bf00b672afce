import { printExample } from '../../../../src/api/examples.ts';
import { queryLimits } from '../../../../src/api/graphql/limits.ts';
import { describeCheck } from '../../../../src/core/checks/describe.ts';
import { checks as catalogue } from '../../../../src/core/checks/index.ts';
import { examples } from '../../../../src/core/examples/index.ts';
import { namespaces } from '../../../../src/core/namespaces/index.ts';
import { engineName, engineVersion } from '../../../../src/model/engine.ts';
import { limits } from '../../../../src/model/limits.ts';
import { defaultOptions } from '../../../../src/model/options.ts';
import { cgroupVersions, kubernetesVersions, runtimes } from '../../../../src/model/vocabulary.ts';
import { answerTo } from '../call.ts';
import { inGraph, selectAll, typeNamed } from '../everything.ts';

const checks = catalogue.map(describeCheck);

const all = (type: string) => selectAll(typeNamed(type));

/** What the catalogue has and the graph has not: functions, and what only the server needs to know. */
const withoutFunctions = (entry: object) =>
  Object.entries(entry).flatMap(([name, value]) => (typeof value === 'function' ? [] : [name]));

describe('namespaces', () => {
  const inOrder = namespaces.map((one) => inGraph(one, typeNamed('Namespace')));

  test('all, in report order, with everything there is to say', async () => {
    expect(await answerTo(`{ namespaces ${all('Namespace')} }`)).toStrictEqual({
      data: { namespaces: inOrder },
    });
    expect(Object.keys(Object(inOrder[0])).sort()).toStrictEqual(
      withoutFunctions(Object(namespaces[0])).sort(),
    );
  });

  test('one', async () => {
    expect(await answerTo(`{ namespace(kind: PID) ${all('Namespace')} }`)).toStrictEqual({
      data: { namespace: inOrder[3] },
    });
  });
});

describe('checks', () => {
  const inOrder = checks.map((one) => inGraph(one, typeNamed('Check')));

  test('all, with everything there is to say', async () => {
    expect(await answerTo(`{ checks ${all('Check')} }`)).toStrictEqual({ data: { checks: inOrder } });
    const names = new Set(checks.flatMap(withoutFunctions));
    expect(Object.keys(Object(inOrder[0]))).toEqual(expect.arrayContaining([...names]));
  });

  test('one, or null', async () => {
    const query = `query ($id: String!) { check(id: $id) ${all('Check')} }`;
    expect(await answerTo(query, { id: checks[0]?.id })).toStrictEqual({ data: { check: inOrder[0] } });
    expect(await answerTo(query, { id: 'constructor' })).toStrictEqual({ data: { check: null } });
  });
});

describe('examples', () => {
  const built = examples.map((example) => {
    const values = Object.fromEntries(example.parameters.map(({ name, default: value }) => [name, value]));
    return inGraph(
      { ...example, show: example.show(values), manifest: printExample(example.build(values)) },
      typeNamed('Example'),
    );
  });

  test('all, with their defaults', async () => {
    expect(built).toHaveLength(examples.length);
    expect(await answerTo(`{ examples ${all('Example')} }`)).toStrictEqual({ data: { examples: built } });
  });

  const query = `query ($id: String!, $parameters: [ParameterValue!]) {
    example(id: $id, parameters: $parameters) { parameters { default } show manifest }
  }`;

  test('one, with the values given', async () => {
    const parameters = [
      { name: 'name', value: 'web' },
      { name: 'app.image', value: 'nginx:1.29' },
    ];
    const { data } = await answerTo(query, { id: 'log-sharing', parameters });
    expect(data.example.manifest).toContain('name: web\n');
    expect(data.example.manifest).toContain('image: nginx:1.29\n');
    expect(data.example.show[0]).toBe('kubectl logs web -c sidecar -f');
    expect(data.example.parameters[0].default).toBe('log-sharing-pod');
  });

  test('null parameters are none', async () => {
    const { data } = await answerTo(query, { id: 'log-sharing', parameters: null });
    expect(data.example.manifest).toBe(Object(built[0]).manifest);
  });

  test('an id that is not known is null', async () => {
    expect(await answerTo(query, { id: 'none' })).toStrictEqual({ data: { example: null } });
  });

  test('a parameter that is not known, or has another form, is an error with the problems that REST has', async () => {
    const parameters = [
      { name: 'name', value: 'not a name' },
      { name: '__proto__', value: 'a' },
    ];
    const { data, errors } = await answerTo(query, { id: 'log-sharing', parameters });
    expect(data).toStrictEqual({ example: null });
    expect(errors).toEqual([
      {
        message: expect.any(String),
        locations: [{ line: 2, column: 5 }],
        path: ['example'],
        extensions: {
          code: 'BAD_USER_INPUT',
          problems: [
            { code: 'INVALID_OPTION', detail: expect.stringMatching(/^`name` must be a name of /) },
            { code: 'INVALID_OPTION', detail: expect.stringMatching(/^A parameter is not known\. /) },
          ],
        },
      },
    ]);
  });
});

test('meta', async () => {
  const list = (byName: object) => Object.entries(byName).map(([name, value]) => ({ name, value }));
  const meta = {
    engine: { name: engineName, version: engineVersion },
    rules: { version: engineVersion, checks: checks.length },
    kubernetesVersions,
    runtimes,
    cgroupVersions,
    defaults: defaultOptions,
    limits: list(limits),
    queryLimits: list(queryLimits),
  };
  expect(await answerTo(`{ meta ${all('Meta')} }`)).toStrictEqual({
    data: { meta: inGraph(meta, typeNamed('Meta')) },
  });
});
