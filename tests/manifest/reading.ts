import { openBudget } from '../../src/manifest/budget.ts';
import { readHeader } from '../../src/manifest/header.ts';
import { toPlain } from '../../src/manifest/plain.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { readText } from '../../src/manifest/read-text.ts';

/** The values of the documents podshare can read, as plain data. */
export function readValues(text: string): unknown[] {
  return readText(text, openBudget()).flatMap(({ root }) => (root === null ? [] : [toPlain(root)]));
}

/** As `readValues`, without what is no object (no map, or none with a kind): kubectl tells of it and goes on. */
export function readObjects(text: string): unknown[] {
  return readText(text, openBudget()).flatMap(({ root }) =>
    root === null || readHeader(root).kind === null ? [] : [toPlain(root)],
  );
}

/** Codes of the problems podshare finds in a text, and kinds of observations that say kubectl does not read it so. */
export function listObjections(text: string): string[] {
  const told = readManifest(text).documents.flatMap(({ problems, pods, items = [] }) => [
    ...[...problems, ...items.flatMap((item) => item.problems)].map(({ code }) => code),
    ...pods
      .flatMap(({ observations }) => observations.map(({ kind }) => kind))
      .filter((kind) => refusals.has(kind)),
  ]);
  return [...new Set<string>(told)];
}

const refusals: ReadonlySet<string> = new Set(['kubectl-refuses', 'separator-in-block-scalar']);

/** Prints as JSON with sorted keys. JSON has no negative zero, and neither has Go's integer. */
export function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${print(member)}`).join()}}`;
}
