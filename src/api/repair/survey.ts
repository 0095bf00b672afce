import type { Facts } from '../../core/checks/check.ts';
import { runChecks } from '../../core/checks/run.ts';
import { gatherFacts } from '../../core/gather-facts.ts';
import { waiversOf } from '../../core/waivers.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Options } from '../../model/options.ts';
import type { Finding } from '../../model/report.ts';

/** One Pod of a manifest with all that was found in it. */
export type SurveyedPod = {
  readonly id: string;
  readonly document: number;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
};

/**
 * Finds what is to be found in a manifest, without the rest of a report. Where it stands in the text is left open.
 *
 * @returns The Pods in text order; none of a document that cannot be read.
 */
export function surveyManifest({ documents }: Manifest, options: Options): SurveyedPod[] {
  return documents.flatMap(({ pods, index }) =>
    pods.map((manifest) => {
      const facts = gatherFacts(manifest, options);
      const findings = runChecks(facts, () => nowhere, waiversOf(facts.pod));
      return { id: facts.pod.id, document: index, facts, findings };
    }),
  );
}

const nowhere: Finding['range'] = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
