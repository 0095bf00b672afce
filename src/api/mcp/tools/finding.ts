import { signs } from '../../../formats/markdown/findings.ts';
import { codeSpan, escapeText } from '../../../formats/markdown/text.ts';
import type { BriefFinding, BriefSharing } from '../../../model/brief.ts';
import type { CrossPodSharing, Finding } from '../../../model/report.ts';
import { severities } from '../../../model/vocabulary.ts';
import { clip } from './told.ts';

/** Characters of one message or reason in a short answer: the longest that are not about hostile names fit. */
export const LONGEST_REASON = 700;

/** Sorts findings: errors first, those that are waived last, otherwise as the report has them. */
export const byWeight = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => weigh(a) - weigh(b));

const weigh = ({ severity, waived }: Finding): number =>
  severities.indexOf(severity) + (waived === undefined ? 0 : severities.length);

/** A finding without what its check says of all of its kind: the tool `explain` has that. */
export const briefFinding = ({ id, severity, message, range, fixable, waived }: Finding): BriefFinding => ({
  id,
  severity,
  message: clip(message, LONGEST_REASON),
  line: range.start.line,
  fixable,
  ...(waived !== undefined && { waived: true }),
});

/** The same in one line of a list. */
export const findingLine = ({ severity, check, message, range, waived }: Finding): string =>
  `- ${signs[severity]} **${severity}** ${codeSpan(check)} (line ${range.start.line})${waived === undefined ? '' : ', waived'}: ${escapeText(clip(message, LONGEST_REASON))}`;

export const briefSharing = ({ kind, subject, members, because }: CrossPodSharing): BriefSharing => ({
  kind,
  subject: clip(subject, LONGEST_REASON),
  members: members.length,
  because: clip(because.text, LONGEST_REASON),
});
