import { type Attempt, type Outcome, searchFixes } from '../../core/repair/search.ts';
import { reasons as editReasons } from '../../manifest/edit/document.ts';
import { groupBy } from '../../model/group-by.ts';
import type { FixTarget } from './fix-targets.ts';
import type { SurveyedPod } from './survey.ts';
import { type Before, type Trial, tryFixes } from './try-fixes.ts';

/** The fixes that are done. */
export type Choice = {
  /** What is kept, written. */
  readonly trial: Trial;
  /** With what they uncovered. */
  readonly kept: ReadonlySet<FixTarget>;
  /** Why others are not. One in neither goes along with what is kept. */
  readonly reasons: ReadonlyMap<FixTarget, string>;
};

/** Effort that may go into trials after the first, in characters; half a second or less. */
const EFFORT = 1_200_000;

/** Rounds of what a fix uncovers, at most: misspelled fields in one another, each with a value of the wrong type in the end. */
const ROUNDS = 5;

/** What it costs to read a text once: a character is the unit, a Pod and a container are looked at by every check. */
const effortOf = (manifest: string, pods: readonly SurveyedPod[]): number =>
  pods.reduce((sum, { facts }) => sum + 2000 + 500 * facts.pod.containers.length, manifest.length);

/**
 * Finds what can be done together: in each document by itself, in all documents with each trial. What is kept has been tried
 * as it stands. Bounded: past `EFFORT`, what is not proven is left out.
 */
export function chooseFixes(manifest: string, targets: readonly FixTarget[], before: Before): Choice {
  const reasons = new Map<FixTarget, string>();
  const able = targets.filter((target) => isAble(target, before, reasons));
  const searches = [...groupBy(able, ({ document }) => document)].map(([document, candidates]) => {
    const search = searchFixes(candidates, ({ finding }) => finding.check);
    return { document, search, step: search.next() };
  });
  const attempts = () => new Map(searches.map(({ document, step }) => [document, attemptOf(step)]));
  let tried = attempts();
  const effort = effortOf(manifest, before.pods);
  const rounds = Math.min(ROUNDS, 1 + Math.floor(EFFORT / 4 / effort));
  let trial = tryFixes(tried, before, rounds);
  for (let left = EFFORT; searches.some(({ step }) => !step.done); left -= effort * trial.readings) {
    for (const each of searches) {
      const verdict = trial.verdicts.get(each.document) ?? null;
      if (!each.step.done) each.step = each.search.next({ verdict, isLast: left < effort });
    }
    const next = attempts();
    // What a search keeps in the end is what it tried last, or less.
    const isTried = searches.every(
      ({ document, step }) => step.done && step.value.kept.length === tried.get(document)?.done.length,
    );
    if (!isTried) trial = tryFixes(next, before, rounds);
    tried = next;
  }
  const outcomes = searches.flatMap(({ step }) => (step.done ? [step.value] : []));
  for (const { left } of outcomes) for (const [target, reason] of left) reasons.set(target, reason);
  const kept = new Set([...outcomes.flatMap((outcome) => outcome.kept), ...trial.uncovered]);
  return { trial, kept, reasons };
}

/** Says whether a finding can be fixed alone or with others, and notes why not. */
function isAble(target: FixTarget, { editor }: Before, reasons: Map<FixTarget, string>): boolean {
  const { edits, document, finding } = target;
  const plan = editor.plan(document, edits);
  if (edits.length === 0)
    reasons.set(target, `What to do here takes a decision of the author. ${finding.remedy}`);
  else if (!plan.ok && plan.reason !== editReasons.shared) reasons.set(target, plan.reason);
  return !reasons.has(target);
}

const attemptOf = (step: IteratorResult<Attempt<FixTarget>, Outcome<FixTarget>>): Attempt<FixTarget> =>
  step.done ? { done: step.value.kept, wanted: [...step.value.kept, ...step.value.along] } : step.value;
