/**
 * Analyses every manifest of a folder of real ones and prints what came of it: `npm run corpus -- FOLDER`.
 *
 * Fails when there are none, when a file throws, or when a document is neither analyzed, skipped nor invalid with a reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analyze } from '../src/api/analyze.ts';
import { defaultOptions } from '../src/model/options.ts';
import type { DocumentReport } from '../src/model/report.ts';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name a folder of manifests: npm run corpus -- FOLDER');
const statuses = new Map<string, number>();
const fired = new Map<string, number>();
const unexplained: string[] = [];

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function readFile(file: string): void {
  const result = analyze(readFileSync(file, 'utf8'), defaultOptions);
  if (!result.ok) {
    count(statuses, `file refused: ${result.problems[0].code}`);
    return;
  }
  for (const document of result.answer.documents) countDocument(file, document);
  for (const { findings } of result.answer.pods) {
    for (const { check, severity } of findings) count(fired, `${severity} ${check}`);
  }
}

function countDocument(
  file: string,
  { status, problems, items }: Pick<DocumentReport, 'status' | 'problems' | 'items'>,
): void {
  count(statuses, status);
  if (status === 'invalid' && problems.length === 0) unexplained.push(file);
  for (const item of items ?? []) countDocument(file, item);
}

function print(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(title);
  for (const [key, value] of [...counts].sort(([, x], [, y]) => y - x))
    console.log(`  ${String(value).padStart(5)}  ${key}`);
}

const files = readdirSync(folder)
  .filter((file) => /\.(ya?ml|json)$/.test(file))
  .map((file) => join(folder, file));
if (files.length === 0) throw new Error(`There are no manifests in ${folder}`);
for (const file of files) readFile(file);
print(`${files.length} files, documents:`, statuses);
print('Findings:', fired);
if (unexplained.length > 0) throw new Error(`Invalid without a reason: ${unexplained.join(', ')}`);
