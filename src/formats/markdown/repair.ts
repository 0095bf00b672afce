import type { Repair } from '../../model/fix.ts';
import { codeBlock, codeSpan, escapeText } from './text.ts';

/**
 * Prints a repair as GitHub-flavoured Markdown: the diff, then a line for each finding with what was written or why nothing
 * was.
 */
export function renderRepair({ diff, fixed, notes, unfixed }: Repair): string {
  const noteOf = new Map(notes.map(({ id, text }) => [id, text]));
  const lines = [
    ...fixed.map((id) => fixedLine(id, noteOf.get(id))),
    ...unfixed.map(({ id, reason }) => unfixedLine(id, reason)),
  ];
  const change = diff === '' ? 'Nothing was changed.' : codeBlock(diff, 'diff');
  return `${[change, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')}\n`;
}

/** A finding that went with another has no note of its own. */
export const fixedLine = (id: string, note: string | undefined): string =>
  `- ✅ ${codeSpan(id)}${note === undefined ? '' : `: ${escapeText(note)}`}`;

export const unfixedLine = (id: string, reason: string): string =>
  `- ❌ ${codeSpan(id)}: ${escapeText(reason)}`;
