import { checks } from '../../core/checks/index.ts';
import { type Proposal, proposeFix } from '../../core/repair/propose-fix.ts';
import type { Repair } from '../../model/fix.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Finding } from '../../model/report.ts';
import type { SurveyedPod } from './survey.ts';

/** A finding that is to go. */
export type FixTarget = {
  readonly finding: Finding;
  readonly pod: string;
  readonly document: number;
} & Proposal;

type Unfixed = Repair['unfixed'][number];

/**
 * Finds what is asked for by ids of findings or of checks; the id of a check means all its findings. Each finding is a target
 * once, in the order asked.
 *
 * @returns With the targets, what cannot be one, and why. What they name is as it was asked for; of a check, each finding.
 */
export function readFixTargets(
  asked: readonly string[],
  pods: readonly SurveyedPod[],
): { readonly targets: FixTarget[]; readonly unfixed: Unfixed[] } {
  const all = pods.flatMap((pod) => pod.findings.map((finding) => ({ finding, pod })));
  const byId = groupBy(all, ({ finding }) => finding.id);
  const byCheck = groupBy(all, ({ finding }) => finding.check);
  const targets = new Map<string, FixTarget>();
  const unfixed: Unfixed[] = [];
  for (const id of new Set(asked)) {
    const reason = refuse(
      id,
      byId.has(id) ? byId.get(id)?.[0].finding.check : id,
      byId.has(id) || byCheck.has(id),
    );
    if (reason !== null) unfixed.push({ id, reason });
    for (const { finding, pod } of reason === null ? (byId.get(id) ?? byCheck.get(id) ?? []) : []) {
      const proposal = finding.waived === undefined ? proposeFix(pod.facts, finding) : null;
      if (proposal === null) unfixed.push({ id: finding.id, reason: waived });
      else targets.set(finding.id, { finding, pod: pod.id, document: pod.document, ...proposal });
    }
  }
  return { targets: [...targets.values()], unfixed };
}

const waived = 'It is waived for this Pod.';

/** Says why an id names no target. */
function refuse(id: string, checkId: string | undefined, isFound: boolean): string | null {
  const check = checks.find((each) => each.id === checkId);
  if (check === undefined) return 'Nothing that was found, and no check, has this id.';
  if (check.fix === undefined) return `What to do takes a decision of the author. ${check.remedy}`;
  return isFound ? null : `Nothing was found by ${id}.`;
}
