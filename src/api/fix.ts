import { checksAtLimit } from '../core/checks/at-limit.ts';
import { findingId } from '../core/checks/finding-id.ts';
import { unifiedDiff } from '../formats/unified-diff.ts';
import { openEditor } from '../manifest/edit/edit-manifest.ts';
import type { Repair } from '../model/fix.ts';
import { limits } from '../model/limits.ts';
import type { Options } from '../model/options.ts';
import type { Analysis } from '../model/report.ts';
import { analyzeManifest } from './analyze.ts';
import type { Outcome } from './outcome.ts';
import { chooseFixes } from './repair/choose-fixes.ts';
import { type FixTarget, readFixTargets } from './repair/fix-targets.ts';
import { type SurveyedPod, surveyManifest } from './repair/survey.ts';
import { type Before, stillFound, type Trial } from './repair/try-fixes.ts';

export type FixRequest = {
  readonly manifest: string;
  /** Ids of findings, or of checks, which mean all their findings. */
  readonly findings: readonly string[];
};

/**
 * Fixes findings by editing the text that was sent: what REST and GraphQL both answer.
 *
 * Nothing is done that was not asked for, and nothing that does harm: the new text is read and analysed again, every fixed
 * finding is gone, and nothing is found that was not found before. A fix for which that does not hold is left out and stands
 * in `unfixed` with the reason; so does an id that nothing has, a finding that is waived, and one that takes a decision of
 * the author. A finding that goes by the edits of another is fixed without edits of its own: nothing is taken away that need not
 * go. One that is seen only when another is fixed is fixed with it where its check is asked for; its id has the place in the
 * text that was sent.
 *
 * Comments, order, quotes and layout stay; without anything to fix, the text is the one that was sent. It fails only when no
 * document could be read, with the problems of all. Never throws, whatever the text and the ids.
 */
export function fix({ manifest, findings }: FixRequest, options: Options): Outcome<Repair> {
  const editor = openEditor(manifest);
  const pods = surveyManifest(editor.manifest, options);
  const before: Before = { editor, pods, options, asked: new Set(findings) };
  const { targets, unfixed } = readFixTargets(findings, before.pods);
  const { trial, kept, reasons } = chooseFixes(manifest, targets, before);
  const result = analyzeManifest(trial.manifest, options);
  if (!result.ok) return result;
  const { answer: analysis, counts } = result;
  const stays = findStaying(trial, analysis);
  const all = [...targets, ...trial.uncovered];
  const gone = all.filter((target) => !stays(target));
  const left = all.filter(stays);
  const mended = new Set(gone.map(({ finding }) => finding.check));
  const repair: Repair = {
    manifest: trial.text,
    patches: [...trial.plans].flatMap(([document, { patch }]) =>
      patch.length === 0 ? [] : [{ document, patch: [...patch] }],
    ),
    diff: unifiedDiff(manifest, trial.changes),
    fixed: gone.map(({ finding }) => finding.id),
    notes: gone.flatMap((target) =>
      kept.has(target) ? [{ id: target.finding.id, text: target.effect }] : [],
    ),
    unfixed: [
      // A check that found nothing in what was sent may have found something since.
      ...unfixed.filter(({ id }) => !mended.has(id)),
      ...left.map((target) => ({ id: target.finding.id, reason: reasons.get(target) ?? stillFound })),
      ...findCut(pods, left, analysis)
        .filter((check) => before.asked.has(check) && targets.some(({ finding }) => finding.check === check))
        .map((id) => ({ id, reason: cut })),
    ],
    analysis,
  };
  return { ok: true, answer: repair, counts };
}

/** Finds the checks of which there may have been more in a Pod than is listed, and there is still. */
function findCut(
  before: readonly SurveyedPod[],
  left: readonly FixTarget[],
  { pods }: Analysis,
): readonly string[] {
  const full = new Set(before.flatMap(({ findings }) => [...checksAtLimit(findings)]));
  const found = pods.flatMap(({ findings }) => findings.filter(({ waived }) => waived === undefined));
  return [...full].filter(
    (id) =>
      found.filter(({ check }) => check === id).length >
      left.filter(({ finding: { check } }) => check === id).length,
  );
}

const cut = `There are more: only the first ${limits.findingsPerCheck} of a check in a Pod are looked at (findingsPerCheck). Ask again with the new manifest.`;

/** Gives a test for findings that are there still, at the place that the edits gave them. */
function findStaying({ plans }: Trial, { pods }: Analysis): (target: FixTarget) => boolean {
  const there = new Set(pods.flatMap(({ findings }) => findings.map(({ id }) => id)));
  return ({ finding: { check, pointer }, pod, document }) => {
    const plan = plans.get(document);
    const now = plan === undefined ? pointer : plan.follow(pointer);
    return now !== null && there.has(findingId(pod, check, now));
  };
}
