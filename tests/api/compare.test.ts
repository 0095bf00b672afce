import { compare } from '../../src/api/compare.ts';
import { defaultOptions } from '../../src/model/options.ts';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, image: i }] }\n';
const bad = 'kind: Pod\nspec: [\n';

const answer = (before: string, after: string) => {
  const result = compare({ before, after }, defaultOptions);
  return result.ok
    ? result.answer.pods.map(({ status }) => status)
    : result.problems.map(({ code, detail }) => `${code} ${detail.split(':')[0]}`);
};

test.each<[string, string, string, string[]]>([
  ['two', pod, pod, ['same']],
  ['nothing before', '', pod, ['added']],
  ['nothing after', pod, ' \n', ['removed']],
  ['nothing but a comment and a separator before', '# none yet\n---\n', pod, ['added']],
  ['no Pod before', 'apiVersion: v1\nkind: Service\n', pod, ['added']],
  ['nothing at all', '', '', ['EMPTY_MANIFEST In `before`', 'EMPTY_MANIFEST In `after`']],
  ['one that cannot be read', pod, bad, ['YAML_SYNTAX In `after`']],
  ['one that cannot be read and nothing', bad, '', ['YAML_SYNTAX In `before`']],
  [
    'a List of which no item can be read',
    'kind: List\nitems: [{kind: Pod}]\n',
    pod,
    ['MISSING_KIND In `before`'],
  ],
  ['two that cannot be read', bad, bad, ['YAML_SYNTAX In `before`', 'YAML_SYNTAX In `after`']],
])('%s', (_, before, after, want) => {
  expect(answer(before, after)).toStrictEqual(want);
});

test('a document that cannot be read is named, and the others are compared', () => {
  const result = compare({ before: pod, after: `${pod}---\n${bad}` }, defaultOptions);
  if (!result.ok) throw new Error('It failed');
  const { pods, problems, summary } = result.answer;
  expect(pods.map(({ status }) => status)).toStrictEqual(['same']);
  expect(problems.map(({ code, document }) => [code, document])).toStrictEqual([['YAML_SYNTAX', 1]]);
  expect(problems[0]?.detail).toMatch(/^In `after`: /);
  expect(summary).toBe('Not everything could be read: a Pod that is missing for that counts as not there.');
});

test('both sides count', () => {
  const result = compare({ before: pod, after: `${pod}---\n${pod}` }, defaultOptions);
  expect(result.ok && result.counts).toStrictEqual({ documents: 3, pods: 3, containers: 3 });
});
