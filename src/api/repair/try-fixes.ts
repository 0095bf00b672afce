import { groupBy } from '../../core/group-by.ts';
import { judgeFixes } from '../../core/repair/judge-fixes.ts';
import type { Verdict } from '../../core/repair/search.ts';
import type { ManifestEditor, Written } from '../../manifest/edit/edit-manifest.ts';
import type { Plan } from '../../manifest/edit/plan.ts';
import type { Options } from '../../model/options.ts';
import type { Finding } from '../../model/report.ts';
import { type SurveyedPod, surveyManifest } from './survey.ts';
import type { Wish } from './wishes.ts';

/** A manifest as it was sent, and what was found in it. */
export type Before = {
  readonly editor: ManifestEditor;
  readonly pods: readonly SurveyedPod[];
  readonly options: Options;
};

export type Trial = Written & {
  readonly plans: ReadonlyMap<number, Plan>;
  /** By document. */
  readonly verdicts: ReadonlyMap<number, Verdict<Wish>>;
};

/** Fixes some findings of each document, reads the new text, and says of each document what came of it. */
export function tryFixes(wishes: ReadonlyMap<number, readonly Wish[]>, before: Before): Trial {
  const plans = new Map<number, Plan>();
  const verdicts = new Map<number, Verdict<Wish>>();
  for (const [document, some] of wishes) {
    const plan = before.editor.plan(
      document,
      some.flatMap(({ edits }) => edits),
    );
    if (plan.ok) plans.set(document, plan);
    else verdicts.set(document, { reason: plan.reason, blamed: new Set() });
  }
  const written = before.editor.write(plans);
  const now = new Map(surveyManifest(written.manifest, before.options).map((pod) => [pod.id, pod]));
  const podsOf = groupBy(before.pods, ({ document }) => document);
  for (const [document, plan] of plans) {
    const pods = podsOf.get(document) ?? [];
    verdicts.set(
      document,
      written.wrong.has(document) ? misread : judgeDocument(pods, now, plan, wishes.get(document) ?? []),
    );
  }
  return { ...written, plans, verdicts };
}

export const stillFound = 'It would still be found.';

const misread: Verdict<Wish> = { reason: 'The edited text would not say what it should.', blamed: new Set() };

function judgeDocument(
  pods: readonly SurveyedPod[],
  now: ReadonlyMap<string, SurveyedPod>,
  { follow }: Plan,
  wishes: readonly Wish[],
): Verdict<Wish> {
  const fixed = new Set(wishes.map(({ finding }) => finding));
  const stayed = new Set<Finding>();
  const brought: Finding[] = [];
  for (const { id, findings } of pods) {
    const judgement = judgeFixes(findings, now.get(id)?.findings ?? [], fixed, follow);
    for (const finding of judgement.stayed) stayed.add(finding);
    brought.push(...judgement.brought);
  }
  const blame = (isAtFault: (finding: Finding) => boolean) =>
    new Set(wishes.filter(({ finding }) => isAtFault(finding)));
  if (stayed.size > 0) return { reason: stillFound, blamed: blame((finding) => stayed.has(finding)) };
  if (brought.length === 0) return null;
  const names = [...new Set(brought.map(({ check }) => check))];
  const places = new Set<string | null>(brought.map(({ pointer }) => pointer));
  return {
    reason: `Something else would be found then: ${names.join(', ')}.`,
    // What is found where something was fixed comes of that.
    blamed: blame(({ pointer }) => places.has(follow(pointer))),
  };
}
