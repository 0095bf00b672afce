import { findingLine } from '../../../formats/document/findings.ts';
import { printLine } from '../../../formats/markdown/blocks.ts';
import type { BriefFinding } from '../../../model/brief.ts';
import type { Finding } from '../../../model/report.ts';
import { severities } from '../../../model/vocabulary.ts';
import { clip, LONGEST_REASON } from './clip.ts';

/** Sorts findings: errors first, those that are waived last, otherwise as the report has them. */
export const byWeight = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => weigh(a) - weigh(b));

const weigh = ({ severity, waived }: Finding): number =>
  severities.indexOf(severity) + (waived === undefined ? 0 : severities.length);

/** A finding with its texts clipped: hostile names make them long. */
const clipped = (finding: Finding): Finding => ({
  ...finding,
  message: clip(finding.message, LONGEST_REASON),
  remedy: clip(finding.remedy, LONGEST_REASON),
  ...(finding.waived && { waived: { reason: clip(finding.waived.reason, LONGEST_REASON) } }),
});

/** A finding in both forms. */
export function findingEntry(finding: Finding): { readonly text: string; readonly data: BriefFinding } {
  const short = clipped(finding);
  const { id, severity, message, remedy, range, fixable, waived } = short;
  return {
    text: `- ${printLine(findingLine(short))}`,
    data: { id, severity, message, remedy, line: range.start.line, fixable, ...(waived && { waived }) },
  };
}
