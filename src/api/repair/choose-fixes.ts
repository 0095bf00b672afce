import { groupBy } from '../../core/group-by.ts';
import { type Outcome, searchFixes } from '../../core/repair/search.ts';
import type { SurveyedPod } from './survey.ts';
import { type Before, type Trial, tryFixes } from './try-fixes.ts';
import type { Wish } from './wishes.ts';

/** The fixes that are done. */
export type Choice = {
  /** What is kept, written. */
  readonly trial: Trial;
  /** Why the others are not. */
  readonly reasons: ReadonlyMap<Wish, string>;
};

/** Effort that may go into trials after the first, in characters; half a second or less. */
const EFFORT = 1_200_000;

/** What one trial costs: reading a character is the unit, a Pod and a container are looked at by every check. */
const effortOf = (manifest: string, pods: readonly SurveyedPod[]): number =>
  pods.reduce((sum, { facts }) => sum + 2000 + 500 * facts.pod.containers.length, manifest.length);

/**
 * Finds what can be done together: in each document by itself, in all documents with each trial. What is kept has been tried
 * as it stands. Bounded: past `EFFORT`, what is not proven is left out.
 */
export function chooseFixes(manifest: string, wishes: readonly Wish[], before: Before): Choice {
  const reasons = new Map<Wish, string>();
  const able = wishes.filter((wish) => isAble(wish, before, reasons));
  const searches = [...groupBy(able, ({ document }) => document)].map(([document, candidates]) => {
    const search = searchFixes(candidates);
    return { document, search, step: search.next() };
  });
  const sets = () => new Map(searches.map(({ document, step }) => [document, setOf(step)]));
  let tried = sets();
  let trial = tryFixes(tried, before);
  const effort = effortOf(manifest, before.pods);
  for (let left = EFFORT; searches.some(({ step }) => !step.done); left -= effort) {
    for (const each of searches) {
      const verdict = trial.verdicts.get(each.document) ?? null;
      if (!each.step.done) each.step = each.search.next({ verdict, isLast: left < effort });
    }
    const next = sets();
    // What a search keeps in the end is what it tried last, or less.
    const isTried = searches.every(
      ({ document, step }) => step.done && setOf(step).length === tried.get(document)?.length,
    );
    if (!isTried) trial = tryFixes(next, before);
    tried = next;
  }
  for (const { step } of searches) {
    if (step.done) for (const [wish, reason] of step.value.left) reasons.set(wish, reason);
  }
  return { trial, reasons };
}

/** Says whether a wish can come true alone, and notes why not. */
function isAble(wish: Wish, { editor }: Before, reasons: Map<Wish, string>): boolean {
  const { edits, document, finding } = wish;
  const plan = editor.plan(document, edits);
  if (edits.length === 0)
    reasons.set(wish, `What to do here takes a decision of the author. ${finding.remedy}`);
  else if (!plan.ok) reasons.set(wish, plan.reason);
  return !reasons.has(wish);
}

const setOf = (step: IteratorResult<readonly Wish[], Outcome<Wish>>): readonly Wish[] =>
  step.done ? step.value.kept : step.value;
