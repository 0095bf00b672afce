import { compareAnalyses, inSide, type Side } from '../core/compare/compare-analyses.ts';
import type { Comparison } from '../model/compare.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { Analysis } from '../model/report.ts';
import type { ComparedSide } from '../model/vocabulary.ts';
import { type Analyzed, analyze, describeEngine } from './analyze.ts';
import { type Outcome, sumCounts } from './outcome.ts';

/** Two manifests. One of them may be empty. */
export type ToCompare = { readonly before: string; readonly after: string };

/**
 * Reads two manifests and reports how the sharing in them differs: what REST and GraphQL both answer.
 *
 * One side may have no document: then every Pod of the other is new, or gone. It fails when neither side has one, and when
 * none of a side could be read; each problem says which side it is in. Never throws, whatever the texts.
 */
export function compare(texts: ToCompare, options: Options): Outcome<Comparison> {
  const [before, after] = [analyze(texts.before, options), analyze(texts.after, options)];
  const bothEmpty = isEmpty(before) && isEmpty(after);
  const was = isEmpty(before) && !bothEmpty ? nothing(options) : before;
  const is = isEmpty(after) && !bothEmpty ? nothing(options) : after;
  if (was.ok && is.ok)
    return {
      ok: true,
      answer: compareAnalyses(sideOf(was), sideOf(is), options),
      counts: sumCounts([was.counts, is.counts]),
    };
  const [first, ...rest] = [...problemsIn('before', was), ...problemsIn('after', is)];
  if (first === undefined) throw new Error('A side that failed has no problem');
  return { ok: false, problems: [first, ...rest] };
}

/** Says whether a text has no document: nothing but blanks, comments and separators. */
const isEmpty = (result: Outcome<Analysis>): boolean =>
  !result.ok && result.problems.every(({ code }) => code === 'EMPTY_MANIFEST');

const nothing = (options: Options): Analyzed => ({
  ok: true,
  answer: { engine: describeEngine(options), documents: [], pods: [], sharedAcrossPods: [] },
  counts: { documents: 0, pods: 0, containers: 0 },
  manifestOf: () => undefined,
  locate: () => {
    throw new RangeError('There is no document');
  },
});

const sideOf = ({ answer: analysis, manifestOf, locate }: Analyzed): Side => ({
  analysis,
  manifestOf,
  locate,
});

const problemsIn = (side: ComparedSide, result: Outcome<Analysis>): Problem[] =>
  result.ok ? [] : result.problems.map((problem) => inSide(side, problem));
