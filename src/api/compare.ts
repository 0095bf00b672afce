import { compareAnalyses } from '../core/compare/compare-analyses.ts';
import type { Comparison } from '../model/compare.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { Counts } from '../runtime/api.ts';
import { type AnalyzeResult, analyze, describeEngine } from './analyze.ts';

export type CompareResult =
  | { readonly ok: true; readonly comparison: Comparison; readonly counts: Counts }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

export type ToCompare = { readonly before: string; readonly after: string };

/**
 * Reads two manifests and reports how the sharing in them differs: what REST and GraphQL both answer.
 *
 * One side may be empty: then every Pod of the other is new, or gone. It fails when a side that is not empty has no
 * document that could be read. Never throws, whatever the texts.
 */
export function compare({ before, after }: ToCompare, options: Options): CompareResult {
  const [was, is] = [analyzeSide(before, after, options), analyzeSide(after, before, options)];
  if (was.ok && is.ok) {
    return { ok: true, comparison: compareAnalyses(was, is), counts: addCounts(was.counts, is.counts) };
  }
  const [first, ...rest] = [...problemsIn('before', was), ...problemsIn('after', is)];
  if (first === undefined) throw new Error('A side that failed has no problem');
  return { ok: false, problems: [first, ...rest] };
}

/** A side may be empty when the other is not. */
const analyzeSide = (text: string, other: string, options: Options): AnalyzeResult =>
  text.trim() === '' && other.trim() !== '' ? nothing(options) : analyze(text, options);

const nothing = (options: Options): AnalyzeResult => ({
  ok: true,
  analysis: { engine: describeEngine(options), documents: [], pods: [], sharedAcrossPods: [] },
  counts: { documents: 0, pods: 0, containers: 0 },
  locate: () => {
    throw new RangeError('There is no document');
  },
});

const problemsIn = (side: string, result: AnalyzeResult): Problem[] =>
  result.ok
    ? []
    : result.problems.map((problem) => ({ ...problem, detail: `In \`${side}\`: ${problem.detail}` }));

const addCounts = (one: Counts, other: Counts): Counts => ({
  documents: one.documents + other.documents,
  pods: one.pods + other.pods,
  containers: one.containers + other.containers,
});
