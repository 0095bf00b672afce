import { limits } from '../model/limits.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Problem } from '../model/problem.ts';
import type { Range } from '../model/report.ts';
import { type Budget, openBudget } from './budget.ts';
import { listLines, toRange } from './lines.ts';
import { readDocument } from './read-document.ts';
import { readText, type Source } from './read-text.ts';

/**
 * Reads a manifest exactly as kubectl reads it: YAML documents or JSON values, with the place of everything in them.
 *
 * Never throws and never recurses deeper than the limits, whatever the text. Time is linear in the length of the text and
 * in what its aliases stand for, which `limits` bounds. One bad document does not touch the others. Documents that are
 * empty, null or only comments are left out and do not count. When the text as a whole is past a limit, the manifest is
 * one invalid document that says so.
 *
 * @example readManifest('apiVersion: v1\nkind: Pod\nspec: {hostPID: yes}').documents[0]?.pods[0]?.spec // { hostPID: true }
 */
export function readManifest(text: string): Manifest {
  return readOpened(openText(text));
}

/** A text taken apart into its documents. */
export type OpenedText = {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly budget: Budget;
};

export function openText(text: string): OpenedText {
  const budget = openBudget();
  return { text, sources: readText(text, budget), budget };
}

/** Reads what was taken apart; once, because it uses the budget up. */
export function readOpened({ text, sources, budget }: OpenedText): Manifest {
  const lines = listLines(text);
  const documents =
    budget.documents < 0
      ? []
      : sources.map((source, index) => readDocument(source, sources[index + 1], { index, lines, budget }));
  const problem = findExcess(budget);
  return problem === null
    ? { documents }
    : refuseManifest(problem, toRange(lines, { start: 0, end: text.length }));
}

function findExcess({ documents, pods }: Budget): Problem | null {
  if (documents < 0) {
    const detail = `The manifest has more than ${limits.documents} documents and items of Lists.`;
    return { code: 'TOO_MANY_DOCUMENTS', detail, limit: 'documents' };
  }
  if (pods < 0) {
    return {
      code: 'TOO_MANY_PODS',
      detail: `The manifest has more than ${limits.pods} Pods.`,
      limit: 'pods',
    };
  }
  return null;
}

function refuseManifest(problem: Problem, range: Range): Manifest {
  const header = { apiVersion: null, kind: null, name: null };
  const problems = [{ ...problem, document: 0, range }];
  return {
    documents: [{ index: 0, status: 'invalid', ...header, range, problems, pods: [], locate: () => range }],
  };
}
