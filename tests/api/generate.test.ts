import { readFileSync } from 'node:fs';

import { analyze } from '../../src/api/analyze.ts';
import { buildExample, printExample } from '../../src/api/examples.ts';
import { generate } from '../../src/api/generate.ts';
import type { Outcome } from '../../src/api/outcome.ts';
import { examples } from '../../src/core/examples/index.ts';
import type { Generated, GenerateRequest, Intent } from '../../src/model/generate.ts';
import { defaultOptions } from '../../src/model/options.ts';

function generated(result: Outcome<Generated>): Generated {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.answer;
}

const intent: Intent = {
  name: 'web',
  containers: [{ name: 'app', image: 'nginx' }, { name: 'agent' }],
  share: [{ files: '/data', writers: ['app'], readers: ['agent'] }],
};

test('the analysis is that of the manifest as printed, places in it included', () => {
  const { manifest, analysis } = generated(generate({ intent }, defaultOptions));
  expect(analyze(manifest, defaultOptions)).toMatchObject({ ok: true, answer: analysis });
  const agent = analysis.pods[0]?.containers[1];
  expect(manifest.split('\n')[(agent?.range.start.line ?? 0) - 1]).toContain('name: agent');
});

test('it counts what it built', () => {
  expect(generate({ intent }, defaultOptions)).toMatchObject({
    counts: { documents: 1, pods: 1, containers: 2 },
  });
});

test('the version of the intent wins over that of the options, in what is possible and in the report', () => {
  const old = { ...defaultOptions, kubernetesVersion: '1.29' } as const;
  const users: Intent = { ...intent, share: ['user'] };
  expect(generate({ intent: users }, old)).toMatchObject({
    ok: false,
    problems: [{ code: 'IMPOSSIBLE_WISH', pointer: '/intent/share/0' }],
  });
  const { analysis } = generated(generate({ intent: { ...users, kubernetesVersion: '1.33' } }, old));
  expect(analysis.engine.kubernetesVersion).toBe('1.33');
});

test.each(['full', 'summary'] as const)('with detail %s every wish is proven', (detail) => {
  const { analysis, proof } = generated(
    generate(
      {
        intent: {
          ...intent,
          share: [...(intent.share ?? []), { port: 80, server: 'app', clients: ['agent'] }],
          keepApart: ['pid'],
        },
      },
      { ...defaultOptions, detail },
    ),
  );
  expect(proof.map(({ holds }) => holds)).toEqual([true, true, true]);
  expect(analysis.pods[0]?.pairs !== undefined).toBe(detail === 'full');
});

test('an example is refused on a version that cannot do it', () => {
  const request = { example: 'user-namespace' };
  expect(generate(request, { ...defaultOptions, kubernetesVersion: '1.32' })).toEqual({
    ok: false,
    problems: [
      {
        code: 'INVALID_OPTION',
        detail:
          '`kubernetesVersion` must be 1.33 or newer for this example: before, what it teaches is off by default.',
      },
    ],
  });
  const { proof, explanation } = generated(
    generate(request, { ...defaultOptions, kubernetesVersion: '1.33' }),
  );
  expect(proof).toEqual([
    {
      asked: 'Containers share a user namespace of the Pod',
      holds: true,
      because: expect.stringMatching(/^first and second: hostUsers is false/),
    },
  ]);
  expect(explanation).toContain('Since Kubernetes 1.35 Pod Security lets root pass level restricted here');
});

test('no wish, no proof', () => {
  const { share: _, ...nothing } = intent;
  expect(generated(generate({ intent: nothing }, defaultOptions)).proof).toEqual([]);
});

describe('an example', () => {
  const request = { example: 'log-sharing', parameters: { name: 'logs', app: { image: 'nginx:1.29' } } };
  const { manifest, explanation, proof, analysis } = generated(generate(request, defaultOptions));

  test('takes parameters, nested or with dots', () => {
    expect(manifest).toContain('image: nginx:1.29');
    expect(manifest).toContain('name: logs');
    const dotted = { example: 'log-sharing', parameters: { name: 'logs', 'app.image': 'nginx:1.29' } };
    expect(generated(generate(dotted, defaultOptions)).manifest).toBe(manifest);
  });

  test('says what it teaches, and proves what it shares', () => {
    expect(explanation).toMatch(/^Containers have separate root file systems\./);
    expect(proof).toEqual([
      {
        asked: 'Containers share files',
        holds: true,
        because: 'app and sidecar mount volume shared-logs (emptyDir); app and sidecar may write.',
      },
    ]);
    expect(analysis.pods.map(({ source }) => source.name)).toEqual(['logs']);
  });

  test.each<[string, GenerateRequest, string]>([
    ['an id there is not', { example: 'nothing' }, 'NOT_FOUND'],
    ['a parameter there is not', { example: 'log-sharing', parameters: { other: 1 } }, 'INVALID_OPTION'],
    ['a name of a prototype', { example: 'log-sharing', parameters: { constructor: 'x' } }, 'INVALID_OPTION'],
    ['a value of the wrong form', { example: 'log-sharing', parameters: { name: 'A' } }, 'INVALID_OPTION'],
  ])('refuses %s', (_, bad, code) => {
    expect(generate(bad, defaultOptions)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

test.each(examples.map(({ id }) => id))('example %s shares what it says it shares', (id) => {
  const { proof } = generated(generate({ example: id }, defaultOptions));
  expect(proof.filter(({ holds }) => !holds)).toEqual([]);
  expect(proof.length).toBeGreaterThan(0);
});

test('the answer has the form that the contract shows', () => {
  const contract: Intent = JSON.parse(
    readFileSync(new URL('../intents/contract-example/intent.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(generated(generate({ intent: contract }, defaultOptions)))).toEqual([
    'manifest',
    'explanation',
    'analysis',
    'proof',
  ]);
});

describe.each(examples)('the example $id', ({ id, kinds, shares, lesson, feature }) => {
  test.each(kinds)('as a %s shares what it says, on every cluster', (kind) => {
    for (const [kubernetesVersion, runtime] of [
      [feature === undefined ? '1.29' : '1.33', 'containerd'],
      ['1.37', 'containerd'],
      ['1.37', 'cri-o'],
    ] as const) {
      const parameters = kinds.length > 1 ? { kind } : {};
      const options = { ...defaultOptions, kubernetesVersion, runtime };
      const { proof, analysis } = generated(generate({ example: id, parameters }, options));
      expect(proof.map(({ holds }) => holds)).toEqual(shares.map(() => true));
      expect(analysis.pods.map(({ source }) => source.kind)).toEqual([kind]);
    }
  });

  test('comes with all it needs to run, and its lesson', () => {
    const { manifest, explanation } = generated(generate({ example: id }, defaultOptions));
    const built = buildExample(id, {});
    expect(built.ok && printExample(built.value)).toBe(manifest);
    expect(explanation).toContain(lesson ?? '');
  });
});
