import { problemReply, problemTypes, problemTypeUri } from '../../src/api/problems.ts';
import { limits } from '../../src/model/limits.ts';

const request = { route: 'POST /v1/analyze', requestId: 'JKJ=' };

test('the first problem decides, all are listed', () => {
  const problems = [
    { code: 'YAML_SYNTAX', detail: 'Bad indentation.', document: 0, range },
    { code: 'TOO_DEEP', detail: 'Too deep.', document: 1, limit: 'nestingDepth' },
  ] as const;
  const { body, ...reply } = problemReply(request, problems, { vary: 'accept' });
  expect(reply).toEqual({
    status: 422,
    headers: { 'content-type': 'application/problem+json', vary: 'accept' },
  });
  expect(JSON.parse(body)).toEqual({
    type: 'https://podshare.dev/problems/yaml-syntax',
    title: 'The manifest is not YAML.',
    status: 422,
    detail: 'Bad indentation.',
    instance: '/v1/analyze#JKJ%3D',
    code: 'YAML_SYNTAX',
    problems,
    limits: { nestingDepth: limits.nestingDepth },
  });
});

const range = { start: { line: 2, column: 1 }, end: { line: 2, column: 5 } };

test('of more problems than an answer holds, the first are listed', () => {
  const problem = { code: 'YAML_SYNTAX', detail: 'x'.repeat(100), range } as const;
  const { body } = problemReply(request, [problem, ...Array(30_000).fill(problem)]);
  const listed = JSON.parse(body).problems.length;
  expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(limits.outputBytes);
  expect(listed).toBeGreaterThan(7_000);
});

test('without a limit that was passed there are no limits', () => {
  const { body } = problemReply(request, [{ code: 'NOT_FOUND', detail: 'Nothing.' }]);
  expect(JSON.parse(body)).not.toHaveProperty('limits');
});

test.each([
  ['POST /v1/analyze', '/v1/analyze#id'],
  ['GET /v1/checks/{id}', '/v1/checks/#id'],
  ['$default', '/#id'],
])('the instance of %s is the endpoint, not what was sent', (route, instance) => {
  const { body } = problemReply({ route, requestId: 'id' }, [{ code: 'NOT_FOUND', detail: 'Nothing.' }]);
  expect(JSON.parse(body).instance).toBe(instance);
});

test.each(Object.entries(problemTypes))(
  '%s has a status of an error and a title that is a sentence',
  (_, { status, title }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[A-Za-z].*\.$/);
  },
);

test('the type of a problem is its code', () => {
  expect(problemTypeUri('UNSUPPORTED_MEDIA_TYPE')).toBe(
    'https://podshare.dev/problems/unsupported-media-type',
  );
});
