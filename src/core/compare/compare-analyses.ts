import { listParts } from '../../model/analysis.ts';
import type { Comparison } from '../../model/compare.ts';
import type { PodManifest } from '../../model/manifest.ts';
import type { Options } from '../../model/options.ts';
import type { Analysis, ProblemReport, Range } from '../../model/report.ts';
import type { ComparedSide } from '../../model/vocabulary.ts';
import { buildPod } from '../pod.ts';
import { comparePod, type PodSide } from './compare-pod.ts';
import { matchPods } from './match-pods.ts';
import { compareSharedAcrossPods } from './shared-across-pods.ts';
import { summarizeComparison } from './summary.ts';

/** One of two manifests, analyzed, and how a pointer of a document is found in its text. */
export type Side = {
  readonly analysis: Analysis;
  /** Finds a Pod as read by its id: what the report does not say, such as the storage of a volume, is seen there. */
  readonly manifestOf: (id: string) => PodManifest | undefined;
  readonly locate: (document: number, pointer: string) => Range;
};

/**
 * Says how the sharing of two manifests differs: what is shared now and was not, what is not any more, what is shared in
 * another way, which findings are new and which are gone. Names decide what is the same, never places, so that texts
 * which differ only in comments, order or line numbers compare as equal.
 *
 * Pure. A manifest compared with itself has no change. With the sides exchanged, gained and lost are exchanged, and so
 * are before and after. Linear in the two reports, and within the Pods whose pairs are listed in their pairs.
 *
 * @throws When `locate` does not know a document of its own analysis.
 */
export function compareAnalyses(before: Side, after: Side, options: Options): Comparison {
  const sides = { before: openSide(before, options), after: openSide(after, options) };
  const matches = matchPods(before.analysis.pods, after.analysis.pods);
  const pods = matches.map((match) => comparePod(match, sides));
  const sharedAcrossPods = compareSharedAcrossPods(
    before.analysis.sharedAcrossPods,
    after.analysis.sharedAcrossPods,
    matches,
  );
  const problems = [...listUnread('before', before.analysis), ...listUnread('after', after.analysis)];
  return {
    engine: after.analysis.engine,
    summary: summarizeComparison({ pods, sharedAcrossPods, problems }),
    pods,
    sharedAcrossPods,
    problems,
  };
}

const openSide = ({ manifestOf, locate }: Side, options: Options): PodSide => ({
  locate,
  podOf: (id) => {
    const manifest = manifestOf(id);
    return manifest && buildPod(manifest, options);
  },
});

/** What is wrong with the documents and items that could not be read at all. */
const listUnread = (side: ComparedSide, { documents }: Analysis): ProblemReport[] =>
  listParts(documents)
    .filter(({ status }) => status === 'invalid')
    .flatMap(({ problems }) => problems)
    .map((problem) => inSide(side, problem));

/** Says in a problem which of the two texts it is in. */
export const inSide = <P extends { readonly detail: string }>(side: ComparedSide, problem: P): P => ({
  ...problem,
  detail: `In \`${side}\`: ${problem.detail}`,
});
