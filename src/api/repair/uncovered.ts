import { findingId } from '../../core/checks/finding-id.ts';
import { proposeFix } from '../../core/repair/propose-fix.ts';
import type { Plan } from '../../manifest/edit/plan.ts';
import type { Edit } from '../../model/edit.ts';
import { joinPointer, parentOf, splitPointer } from '../../model/pointer.ts';
import type { Finding } from '../../model/report.ts';
import type { FixTarget } from './fix-targets.ts';
import type { SurveyedPod } from './survey.ts';

/**
 * Finds what a plan brought to light and may be fixed with it: the check was asked for, and that means all its findings.
 *
 * @param findings Those of the new text that the Pod did not have before.
 * @returns Their fixes as edits of the text that was sent, so that they can be one plan with those that uncovered them.
 */
export function findUncovered(
  findings: readonly Finding[],
  { id, document, facts }: SurveyedPod,
  { back }: Plan,
  asked: ReadonlySet<string>,
): FixTarget[] {
  return findings.flatMap((finding) => {
    const proposal = asked.has(finding.check) ? proposeFix(facts, finding) : null;
    if (proposal === null || proposal.edits.length === 0) return [];
    const pointer = back(finding.pointer);
    return {
      finding: { ...finding, pointer, id: findingId(id, finding.check, pointer) },
      pod: id,
      document,
      edits: proposal.edits.map((edit) => moveBack(edit, back)),
      effect: proposal.effect,
    };
  });
}

function moveBack(edit: Edit, back: Plan['back']): Edit {
  const pointer = back(edit.pointer);
  if (edit.op !== 'add') return { ...edit, pointer };
  const after = splitPointer(back(joinPointer(parentOf(edit.pointer), edit.after))).at(-1) ?? edit.after;
  return { ...edit, pointer, after };
}
