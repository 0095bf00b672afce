import type { Edit, TextEdit } from '../../model/edit.ts';
import type { Manifest } from '../../model/manifest.ts';
import { listLines, toRange } from '../lines.ts';
import { toPlain } from '../plain.ts';
import { openText, readOpened } from '../read-manifest.ts';
import type { Source } from '../read-text.ts';
import { type EditableDocument, openDocument, reasons } from './document.ts';
import { openPage } from './layout.ts';
import { applyPatch } from './patch.ts';
import { type Plan, type PlanResult, planEdits } from './plan.ts';
import { applyChanges, type TextChange } from './text-change.ts';

/** Edits a manifest as text: comments, order, quotes and layout stay. */
export type ManifestEditor = {
  /** What the text says. */
  readonly manifest: Manifest;
  /** Works out what edits of one document come to; all of them or, with the reason, none. */
  readonly plan: (document: number, edits: readonly Edit[]) => PlanResult;
  /** Writes the plans of some documents into the text. The new text is read again: `wrong` lists the documents that do
   * not say what they should. */
  readonly write: (plans: ReadonlyMap<number, Plan>) => Written;
  readonly toTextEdits: (changes: readonly TextChange[]) => TextEdit[];
};

export type Written = {
  readonly text: string;
  /** What the new text says. */
  readonly manifest: Manifest;
  readonly changes: readonly TextChange[];
  readonly wrong: ReadonlySet<number>;
};

/**
 * Opens a manifest to edit. It is read once; documents that cannot be read have nothing to edit.
 *
 * @example
 * const editor = openEditor('spec:\n  hostPID: true # why\n  hostIPC: true\n');
 * const plan = editor.plan(0, [{ op: 'remove', pointer: '/spec/hostPID' }]);
 * plan.ok && editor.write(new Map([[0, plan]])).text // 'spec:\n  # why\n  hostIPC: true\n'
 */
export function openEditor(text: string): ManifestEditor {
  const opened = openText(text);
  const { sources } = opened;
  const page = openPage(text);
  const documents = new Map<number, EditableDocument>();
  const open = (index: number): EditableDocument | undefined => {
    const source = sources[index];
    if (!documents.has(index) && source?.root) documents.set(index, openDocument(page, source.root, source));
    return documents.get(index);
  };
  const lines = listLines(text);
  return {
    manifest: readOpened(opened),
    plan: (index, edits) => {
      const document = open(index);
      return document === undefined
        ? { ok: false, reason: reasons.absent, pointers: new Set() }
        : planEdits(edits, document);
    },
    write: (plans) => {
      const changes = [...plans].sort(([a], [b]) => a - b).flatMap(([, plan]) => plan.changes);
      const written = applyChanges(text, changes);
      const now = openText(written);
      const wrong = findWrong(sources, now.sources, plans);
      return { text: written, manifest: readOpened(now), changes, wrong };
    },
    toTextEdits: (changes) => changes.map((change) => ({ range: toRange(lines, change), text: change.text })),
  };
}

/** Finds the documents that do not say what their plan makes of them; all when their number is another. */
function findWrong(
  before: readonly Source[],
  after: readonly Source[],
  plans: ReadonlyMap<number, Plan>,
): ReadonlySet<number> {
  const isRight = ([index, { patch }]: [number, Plan]): boolean => {
    const [old, now] = [before[index]?.root, after[index]?.root];
    if (!old || !now || before.length !== after.length) return false;
    const meant = toPlain(old);
    applyPatch(meant, patch);
    return isEqual(meant, toPlain(now));
  };
  return new Set([...plans].filter((plan) => !isRight(plan)).map(([index]) => index));
}

/** Compares plain data; the order of members does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
