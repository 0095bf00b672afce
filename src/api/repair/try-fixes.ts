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
import { findUncovered } from './uncovered.ts';

/** A manifest as it was sent, and what was found in it. */
export type Before = {
  readonly editor: ManifestEditor;
  readonly pods: readonly SurveyedPod[];
  readonly options: Options;
  /** Ids that were asked for: of findings, or of checks. */
  readonly asked: ReadonlySet<string>;
};

export type Trial = Written & {
  readonly plans: ReadonlyMap<number, Plan>;
  /** By document. */
  readonly verdicts: ReadonlyMap<number, Verdict<FixTarget>>;
  /** Findings that the fixes brought to light, and that are fixed with them. */
  readonly uncovered: readonly FixTarget[];
  /** How often a new text was read. */
  readonly readings: number;
};

type Attempts = ReadonlyMap<number, Attempt<FixTarget>>;

/**
 * Fixes some findings of each document, reads the new text, and says of each document what came of it.
 *
 * What a fix uncovers and was asked for by the id of its check is fixed with it, and what that uncovers, so many times: a
 * field whose name was wrong has fields in it that nobody looked at.
 */
export function tryFixes(attempts: Attempts, before: Before, rounds: number): Trial {
  const uncovered = new Map<string, FixTarget>();
  for (let readings = 1; ; readings += 1) {
    const { brought, ...trial } = tryOnce(attempts, [...uncovered.values()], before);
    const more = readings > rounds ? [] : brought.filter(({ finding }) => !uncovered.has(finding.id));
    if (more.length === 0) return { ...trial, uncovered: [...uncovered.values()], readings };
    for (const target of more) uncovered.set(target.finding.id, target);
  }
}

function tryOnce(
  attempts: Attempts,
  uncovered: readonly FixTarget[],
  before: Before,
): Omit<Trial, 'uncovered' | 'readings'> & { readonly brought: readonly FixTarget[] } {
  const plans = new Map<number, Plan>();
  const verdicts = new Map<number, Verdict<FixTarget>>();
  const uncoveredIn = groupBy(uncovered, ({ document }) => document);
  for (const [document, { done }] of attempts) {
    const planOf = (targets: readonly FixTarget[]) =>
      before.editor.plan(
        document,
        targets.flatMap(({ edits }) => edits),
      );
    const whole = planOf([...done, ...(uncoveredIn.get(document) ?? [])]);
    // What is uncovered and cannot be edited is something new, which is the better reason.
    const plan = whole.ok ? whole : planOf(done);
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
  const brought: FixTarget[] = [];
  for (const [document, plan] of plans) {
    const judged = written.wrong.has(document)
      ? misread
      : judgeDocument(podsOf.get(document) ?? [], now, plan, attempts.get(document)?.wanted ?? []);
    verdicts.set(document, judged.verdict);
    for (const { pod, findings } of judged.brought)
      brought.push(...findUncovered(findings, pod, plan, before.asked));
  }
  return { ...written, plans, verdicts, brought };
}

/** What came of the fixes of one document, and what is found in its Pods that was not before. */
type JudgedDocument = {
  readonly verdict: Verdict<FixTarget>;
  readonly brought: readonly { readonly pod: SurveyedPod; readonly findings: readonly Finding[] }[];
};

export const stillFound = 'It would still be found.';

const misread: JudgedDocument = { verdict: { reason: reasons.mismatch, blamed: new Map() }, brought: [] };

function judgeDocument(
  pods: readonly SurveyedPod[],
  now: ReadonlyMap<string, SurveyedPod>,
  { follow }: Plan,
  targets: readonly FixTarget[],
): JudgedDocument {
  const fixed = new Set(targets.map(({ finding }) => finding));
  const stayed = new Set<Finding>();
  const brought = pods.flatMap(({ id, findings }) => {
    const pod = now.get(id);
    if (pod === undefined) return [];
    const judgement = judgeFixes(findings, pod.findings, fixed, follow);
    for (const finding of judgement.stayed) stayed.add(finding);
    return { pod, findings: judgement.brought };
  });
  const all = brought.flatMap(({ findings }) => findings);
  return { verdict: judgeTargets(targets, stayed, all, follow), brought };
}

function judgeTargets(
  targets: readonly FixTarget[],
  stayed: ReadonlySet<Finding>,
  brought: readonly Finding[],
  follow: Plan['follow'],
): Verdict<FixTarget> {
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
