import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyze } from '../src/api/analyze.ts';
import { checks } from '../src/core/checks/index.ts';
import { defaultOptions } from '../src/model/options.ts';
import type { Finding } from '../src/model/report.ts';

/** The bad and the good example of a check, as `GET /v1/checks/{id}` shows them: read, analysed, found out or not. */
const findingsIn = (id: string, file: string): Finding[] => {
  const result = analyze(readFileSync(join(__dirname, 'cases', id, file), 'utf8'), defaultOptions);
  if (!result.ok) throw new Error(`tests/cases/${id}/${file} cannot be read`);
  return result.answer.pods.flatMap(({ findings }) => findings);
};

const ids = checks.map(({ id }) => id);

/** It tells of every Pod how far it gets. */
const alwaysFires = 'pod-security-level';

test.each(ids)('%s: pod.yaml fires it', (id) => {
  expect(findingsIn(id, 'pod.yaml').map(({ check }) => check)).toContain(id);
});

test.each(ids)('%s: good.yaml does not, and has no error at all', (id) => {
  const wrong = findingsIn(id, 'good.yaml').filter(
    ({ check, severity }) => (check === id && id !== alwaysFires) || severity === 'error',
  );
  expect(wrong).toEqual([]);
});

test.each(ids)('%s: what it finds stands in the text', (id) => {
  for (const { check, range } of findingsIn(id, 'pod.yaml')) {
    if (check === id) expect(range.start.line).toBeGreaterThan(2);
  }
});
