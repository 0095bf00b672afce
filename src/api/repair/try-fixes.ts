import { judgeFixes } from '../../core/repair/judge-fixes.ts';
import type { Attempt, Verdict } from '../../core/repair/search.ts';
import { reasons } from '../../manifest/edit/document.ts';
import type { ManifestEditor, Written } from '../../manifest/edit/edit-manifest.ts';
import type { Plan } from '../../manifest/edit/plan.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Options } from '../../model/options.ts';
import type { Finding } from '../../model/report.ts';
import type { FixTarget } from './fix-targets.ts';
import { type SurveyedPod, surveyManifest } from './survey.ts';

/** A manifest as it was sent, and what was found in it. */
export type Before = {
  readonly editor: ManifestEditor;
  readonly pods: readonly SurveyedPod[];
  readonly options: Options;
};

export type Trial = Written & {
  readonly plans: ReadonlyMap<number, Plan>;
  /** By document. */
  readonly verdicts: ReadonlyMap<number, Verdict<FixTarget>>;
};

/** Fixes some findings of each document, reads the new text, and says of each document what came of it. */
export function tryFixes(attempts: ReadonlyMap<number, Attempt<FixTarget>>, before: Before): Trial {
  const plans = new Map<number, Plan>();
  const verdicts = new Map<number, Verdict<FixTarget>>();
  for (const [document, { done }] of attempts) {
    const plan = before.editor.plan(
      document,
      done.flatMap(({ edits }) => edits),
    );
    if (plan.ok) plans.set(document, plan);
    else {
      const atFault = done.filter(({ edits }) => edits.some(({ pointer }) => plan.pointers.has(pointer)));
      verdicts.set(document, {
        reason: plan.reason,
        blamed: new Map(atFault.map((target) => [target, plan.reason])),
      });
    }
  }
  const written = before.editor.write(plans);
  const now = new Map(surveyManifest(written.manifest, before.options).map((pod) => [pod.id, pod]));
  const podsOf = groupBy(before.pods, ({ document }) => document);
  for (const [document, plan] of plans) {
    const pods = podsOf.get(document) ?? [];
    verdicts.set(
      document,
      written.wrong.has(document)
        ? misread
        : judgeDocument(pods, now, plan, attempts.get(document)?.wanted ?? []),
    );
  }
  return { ...written, plans, verdicts };
}

export const stillFound = 'It would still be found.';

const misread: Verdict<FixTarget> = {
  reason: reasons.mismatch,
  blamed: new Map(),
};

function judgeDocument(
  pods: readonly SurveyedPod[],
  now: ReadonlyMap<string, SurveyedPod>,
  { follow }: Plan,
  targets: readonly FixTarget[],
): Verdict<FixTarget> {
  const fixed = new Set(targets.map(({ finding }) => finding));
  const stayed = new Set<Finding>();
  const brought: Finding[] = [];
  for (const { id, findings } of pods) {
    const judgement = judgeFixes(findings, now.get(id)?.findings ?? [], fixed, follow);
    for (const finding of judgement.stayed) stayed.add(finding);
    brought.push(...judgement.brought);
  }
  if (stayed.size > 0) {
    const staying = targets.filter(({ finding }) => stayed.has(finding));
    return { reason: stillFound, blamed: new Map(staying.map((target) => [target, stillFound])) };
  }
  if (brought.length === 0) return null;
  // What is found where something was fixed comes of that.
  const byPlace = groupBy(brought, ({ pointer }) => pointer);
  const blamed = targets.flatMap((target) => {
    const there = byPlace.get(follow(target.finding.pointer) ?? '');
    return there === undefined ? [] : [[target, elseFound(there)] as const];
  });
  return { reason: elseFound(brought), blamed: new Map(blamed) };
}

const elseFound = (findings: readonly Finding[]): string =>
  `Something else would be found then: ${[...new Set(findings.map(({ check }) => check))].join(', ')}.`;
