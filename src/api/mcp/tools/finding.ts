import { findingLine } from '../../../formats/document/findings.ts';
import { printLine } from '../../../formats/markdown/blocks.ts';
import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import type { BriefFinding, BriefSharing } from '../../../model/brief.ts';
import { listWords } from '../../../model/list-words.ts';
import type { CrossPodSharing, Finding } from '../../../model/report.ts';
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

/** Something that containers of different Pods share, in both forms. */
export function sharingEntry({ kind, subject, members, because }: CrossPodSharing): {
  readonly text: string;
  readonly data: BriefSharing;
} {
  const pods = [...new Set(members.map(({ pod }) => pod))];
  const data = {
    kind,
    subject: clip(subject, LONGEST_REASON),
    pods: pods.slice(0, MOST_PODS),
    members: members.length,
    because: clip(because.text, LONGEST_REASON),
  };
  return { text: `${listWords(pods.map(codeSpan), MOST_PODS)}: ${escapeText(data.because)}`, data };
}

/** Pods that are named; the others are counted. */
const MOST_PODS = 6;
