import { analyze } from '../../../src/api/analyze.ts';
import { defaultOptions, type Options } from '../../../src/model/options.ts';
import { answerTo } from './call.ts';
import { inGraph, selectAll, typeNamed } from './everything.ts';
import { manifests } from './manifests.ts';

const query = `query ($manifest: String!, $options: AnalyzeOptions) {
  analyze(manifest: $manifest, options: $options) ${selectAll(typeNamed('AnalyzeResult'))}
}`;

const optionSets: readonly { readonly given: object; readonly options: Options }[] = [
  { given: {}, options: defaultOptions },
  {
    given: {
      kubernetesVersion: '1.30',
      runtime: 'CRI_O',
      cgroup: 'V1',
      namespace: 'team',
      detail: 'SUMMARY',
      ignore: ['host-pid'],
    },
    options: {
      kubernetesVersion: '1.30',
      runtime: 'cri-o',
      cgroup: 'v1',
      namespace: 'team',
      detail: 'summary',
      ignore: ['host-pid'],
    },
  },
];

const cases = Object.entries(manifests).flatMap(([name, manifest]) =>
  optionSets.map((set) => ({ name, manifest, ...set })),
);

test.each(cases)(
  '$name, $given: the graph says what the report says',
  async ({ manifest, given, options }) => {
    const outcome = analyze(manifest, options);
    if (!outcome.ok) throw new Error('the manifest is good');
    expect(await answerTo(query, { manifest, options: given })).toStrictEqual({
      data: {
        analyze: { __typename: 'Analysis', ...Object(inGraph(outcome.answer, typeNamed('Analysis'))) },
      },
    });
  },
);

test('a manifest that cannot be read is a Rejection with the problems that REST has', async () => {
  const manifest = 'a: [\n---\n- 1\n';
  const outcome = analyze(manifest, defaultOptions);
  if (outcome.ok) throw new Error('the manifest is bad');
  expect(outcome.problems.length).toBeGreaterThan(1);
  expect(await answerTo(query, { manifest })).toStrictEqual({
    data: {
      analyze: {
        __typename: 'Rejection',
        problems: outcome.problems.map((problem) => inGraph(problem, typeNamed('Problem'))),
      },
    },
  });
});

test('options that are null have their defaults', async () => {
  const options = {
    kubernetesVersion: null,
    runtime: null,
    cgroup: null,
    namespace: null,
    detail: null,
    ignore: null,
  };
  const [manifest = ''] = Object.values(manifests);
  expect(await answerTo(query, { manifest, options })).toStrictEqual(await answerTo(query, { manifest }));
  expect(await answerTo(query, { manifest, options: null })).toStrictEqual(
    await answerTo(query, { manifest }),
  );
});
