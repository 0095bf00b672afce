import type { Intent, Proof } from '../../model/generate.ts';
import { limits } from '../../model/limits.ts';
import type { Options } from '../../model/options.ts';
import { type Problem, type Result, refuseAll } from '../../model/problem.ts';
import type { PodReport } from '../../model/report.ts';
import type { CommentedManifest } from '../examples/example.ts';
import { buildWorkload } from '../workload.ts';
import { refuseContradiction } from './contradictions.ts';
import { explain } from './explanation.ts';
import { findFaults } from './faults.ts';
import { makePlan } from './plan.ts';
import { buildPodSpec } from './pod-spec.ts';
import { rule } from './rule.ts';

/** A manifest that does what an intent wishes, and nothing more. */
export type BuiltIntent = CommentedManifest & {
  readonly explanation: string;
  /** Reads from the report on it whether each wish came true: `share`, then `keepApart`, as written. */
  readonly prove: (report: PodReport) => Proof[];
};

/**
 * Builds the manifest of an intent.
 *
 * @param options - Only `kubernetesVersion` counts, and that of the intent wins (`optionsOf`).
 * @returns The manifest; an INVALID_INTENT for each name or wish that makes no sense; or an IMPOSSIBLE_WISH for each reason why
 * Kubernetes cannot do a wish, with the pointer of the wish and the nearest thing that works. Pure: same intent, same manifest.
 */
export function buildIntent(intent: Intent, options: Options): Result<BuiltIntent> {
  const senseless = refuseAll(findFaults(intent));
  if (senseless) return senseless;

  const plan = makePlan(intent, optionsOf(intent, options));
  const rulings = plan.wishes.map((wish) => ({ wish, ...rule(wish, plan) }));
  const problems = rulings.flatMap(({ wish, refusals }) =>
    [...refuseContradiction(wish, plan), ...refusals].map(
      (detail): Problem => ({
        code: 'IMPOSSIBLE_WISH',
        detail,
        pointer: `/intent/${wish.list}/${wish.index}`,
      }),
    ),
  );
  const impossible = refuseAll(problems.slice(0, limits.problemsPerDocument));
  if (impossible) return impossible;

  const additions = rulings.map(({ addition }) => addition);
  const { spec, comments } = buildPodSpec(plan, additions);
  const { kind = 'Pod', name, namespace } = intent;
  const { manifest, pointer } = buildWorkload(kind, { name, namespace }, spec);
  return {
    ok: true,
    value: {
      manifest,
      comments: Object.fromEntries(
        Object.entries(comments).map(([at, comment]) => [`${pointer}${at}`, comment]),
      ),
      explanation: explain(plan, additions),
      prove: (report) => rulings.map(({ asked, prove }) => ({ asked, ...prove(report) })),
    },
  };
}

/** The options an intent is built and judged with: the version it names wins. */
export const optionsOf = (intent: Intent, options: Options): Options => ({
  ...options,
  kubernetesVersion: intent.kubernetesVersion ?? options.kubernetesVersion,
});
