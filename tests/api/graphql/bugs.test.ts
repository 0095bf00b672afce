import { defaultOptions } from '../../../src/model/options.ts';
import { postThroughEdge } from './call.ts';

const analyze = jest.fn();
jest.mock('../../../src/api/analyze.ts', () => ({ analyze: (...args: unknown[]) => analyze(...args) }));

const none = { documents: 0, pods: 0, containers: 0 };
const query = '{ analyze(manifest: "hunter2") { ... on Analysis { engine { name } pods { id } } } }';

const post = (body: object) => postThroughEdge(JSON.stringify(body));

test.each([
  {
    what: 'a resolver that throws',
    outcome: () => {
      throw new RangeError('hunter2');
    },
    error: { name: 'RangeError' },
  },
  {
    what: 'an answer without a field that must be there',
    outcome: () => ({ ok: true, answer: {}, counts: none }),
    error: { name: 'Error' },
  },
  {
    what: 'an answer with a field of another type',
    outcome: () => ({ ok: true, answer: { engine: { name: { hunter2: 1 } }, pods: [] }, counts: none }),
    error: { name: 'GraphQLError' },
  },
])('$what is a bug: a 500 that says nothing, and its name in the log', async ({ outcome, error }) => {
  analyze.mockImplementation(outcome);
  const { reply, log } = await post({ query });
  expect(reply.status).toBe(500);
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'INTERNAL_ERROR' });
  expect(log).toEqual([expect.objectContaining({ level: 'error', status: 500, error })]);
  expect(`${reply.body}${JSON.stringify(log)}`).not.toContain('hunter2');
});

test('one manifest is analysed once for the same options, however often and by whatever name it is asked for', async () => {
  analyze.mockReset().mockReturnValue({ ok: true, answer: { pods: [] }, counts: none });
  const fields = (options: string) => `analyze(manifest: $m${options}) { ... on Analysis { pods { id } } }`;
  const variables = { m: 'a' };
  const [plain, spelled, other] = [
    fields(''),
    fields(', options: { runtime: CONTAINERD }'),
    fields(', options: { detail: SUMMARY }'),
  ];
  await post({ query: `query ($m: String!) { a: ${plain} b: ${spelled} c: ${other} }`, variables });
  expect(analyze.mock.calls).toStrictEqual([
    ['a', defaultOptions],
    ['a', { ...defaultOptions, detail: 'summary' }],
  ]);
});

test('nothing is kept from one request to the next', async () => {
  analyze.mockReset().mockReturnValue({ ok: true, answer: { pods: [] }, counts: none });
  await post({ query });
  await post({ query });
  expect(analyze).toHaveBeenCalledTimes(2);
});
