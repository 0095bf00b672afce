import { type ExplainedPair, explainPair } from '../core/explain-pair.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import type { ManifestDocument } from '../model/manifest.ts';
import type { Options } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { Counts } from '../runtime/api.ts';
import { problemsOf } from './analyze.ts';
import type { Outcome } from './outcome.ts';

export type WhichPair = {
  readonly manifest: string;
  readonly a: string;
  readonly b: string;
  /** Id (`0/spec`) or name of the Pod; needed when several have both containers. */
  readonly pod?: string;
};

/**
 * Reads a manifest and explains one pair of containers in it: what they share, why, and what one can do to the other.
 *
 * @returns The pair; the problems of a manifest that could not be read; NOT_FOUND when no Pod has both containers, and
 * INVALID_REQUEST when several have. Never throws, whatever the text.
 */
export function explainPairOf({ manifest, a, b, pod }: WhichPair, options: Options): Outcome<ExplainedPair> {
  const { documents } = readManifest(manifest);
  if (documents.every(({ status }) => status === 'invalid'))
    return { ok: false, problems: problemsOf(documents) };

  const pods = documents.flatMap((document) => document.pods);
  const explained: ExplainedPair[] = [];
  for (const one of pods) {
    if (explained.length > 1) break;
    if (pod !== undefined && pod !== one.name && pod !== `${one.document}${one.pointer}`) continue;
    const found = explainPair(one, options, [a, b]);
    if (found) explained.push(found);
  }
  const [first, second] = explained;
  if (first === undefined) return { ok: false, problems: [notFound] };
  if (second !== undefined) return { ok: false, problems: [ambiguous] };
  return { ok: true, answer: first, counts: countOne(documents, pods.length) };
}

/** Only the two containers were looked at, in however many Pods there are. */
const countOne = ({ length }: readonly ManifestDocument[], pods: number): Counts => ({
  documents: length,
  pods,
  containers: 2,
});

const notFound: Problem = {
  code: 'NOT_FOUND',
  detail:
    'No such Pod has both containers. Name two different containers of one Pod as a report names them; analyze_sharing lists them.',
};

const ambiguous: Problem = {
  code: 'INVALID_REQUEST',
  detail: 'Several Pods have both containers: say in `pod` which is meant, by its id, such as 0/spec.',
};
