import type { Span } from '../node.ts';

/** Another text for a part of the text; offsets are those of the text before any change. */
export type TextChange = Span & { readonly text: string };

/**
 * Brings changes into text order: equal ones become one, and so do removals that overlap. Insertions at one place keep
 * their order.
 *
 * @returns null when two of them want different things of one part of the text.
 */
export function orderChanges(changes: readonly TextChange[]): TextChange[] | null {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  const ordered: TextChange[] = [];
  for (const change of sorted) {
    const last = ordered.at(-1);
    if (last === undefined || change.start >= last.end) {
      if (last === undefined || !isSame(last, change)) ordered.push(change);
      continue;
    }
    if (isSame(last, change)) continue;
    if (last.text !== '' || change.text !== '' || change.start === change.end) return null;
    ordered[ordered.length - 1] = { ...last, end: Math.max(last.end, change.end) };
  }
  return ordered;
}

function isSame(a: TextChange, b: TextChange): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Writes changes, which are in order, into a text. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let from = 0;
  const parts = changes.flatMap(({ start, end, text: replacement }) => {
    const part = [text.slice(from, start), replacement];
    from = end;
    return part;
  });
  return [...parts, text.slice(from)].join('');
}
