import { proposeFix } from '../core/repair/propose-fix.ts';
import { openEditor } from '../manifest/edit/edit-manifest.ts';
import type { TextEdit } from '../model/edit.ts';
import type { Options } from '../model/options.ts';
import { surveyManifest } from './repair/survey.ts';

/**
 * Proposes how each finding could be fixed, as edits of the text that was sent: what a report format has a place for, and
 * an editor offers beside the finding.
 *
 * Each proposal stands alone, and only `fix` proves one: the new text is not analysed here.
 *
 * @returns By id of the finding, in text order. A finding that is waived, or that cannot be fixed without asking, has none.
 * @see SARIF 2.1.0, 3.27.30 (fixes)
 *
 * @example proposeEdits('…hostPID: true…', defaultOptions).get('0/spec#host-pid@/spec/hostPID')
 * // [{ range: { start: { line: 6, column: 1 }, end: { line: 7, column: 1 } }, text: '' }]
 */
export function proposeEdits(text: string, options: Options): ReadonlyMap<string, readonly TextEdit[]> {
  const editor = openEditor(text);
  return new Map(
    surveyManifest(editor.manifest, options).flatMap(({ document, facts, findings }) =>
      findings.flatMap((finding) => {
        const edits = finding.waived === undefined ? (proposeFix(facts, finding)?.edits ?? []) : [];
        const plan = editor.plan(document, edits);
        return plan.ok && plan.changes.length > 0
          ? [[finding.id, editor.toTextEdits(plan.changes)] as const]
          : [];
      }),
    ),
  );
}
