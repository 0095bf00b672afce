import type { Finding, PodReport } from '../../model/report.ts';
import { codeSpan, escapeText } from './text.ts';

const signs = { error: '🛑', warning: '⚠️', info: 'ℹ️' } as const;

/** The findings as a list, each with its line, and what to do. */
export function findingSection({ findings }: PodReport): string {
  if (findings.length === 0) return '### Findings\n\nNone.';
  return ['### Findings', findings.map(findingLine).join('\n')].join('\n\n');
}

/** One finding as an item of a list: its line, what it is, and what to do or why it is waived. */
export function findingLine({ severity, check, message, remedy, range, waived }: Finding): string {
  const where = `line ${range.start.line}`;
  const text = `- ${signs[severity]} **${severity}** ${codeSpan(check)} (${where}): ${escapeText(message)}`;
  return waived === undefined
    ? `${text} ${escapeText(remedy)}`
    : `${text} _Waived: ${escapeText(waived.reason)}_`;
}
