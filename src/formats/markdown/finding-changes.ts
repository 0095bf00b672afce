import type { PodChange } from '../../model/compare.ts';
import type { Finding } from '../../model/report.ts';
import { findingLine } from '../document/findings.ts';
import { printLine } from './blocks.ts';
import { codeSpan, escapeText } from './text.ts';

type Findings = PodChange['findings'];

/** Lines on findings: those that are new, those that say another thing of the same place, and those that are gone. */
export function findingChanges({ new: come, gone }: Findings): Record<'come' | 'changed' | 'gone', string[]> {
  const open = new Map(gone.map((finding) => [placeOf(finding), finding]));
  const before = new Map<Finding, Finding>();
  for (const finding of come) {
    const place = placeOf(finding);
    const was = open.get(place);
    if (was !== undefined && open.delete(place)) before.set(finding, was);
  }
  const replaced = new Set(before.values());
  return {
    come: come.filter((finding) => !before.has(finding)).map(newLine),
    changed: [...before].map(([is, was]) => changedLine(was, is)),
    gone: gone.filter((finding) => !replaced.has(finding)).map(goneLine),
  };
}

/** What a finding is about. The level is one for a Pod: where it points depends on what else is there. */
const placeOf = ({ check, pointer }: Finding): string =>
  check === 'pod-security-level' ? check : `${check}@${pointer}`;

const newLine = (finding: Finding): string => `- ${printLine(findingLine(finding))}`;

function changedLine(was: Finding, is: Finding): string {
  const text = was.message === is.message ? waiverOf(was) : was.message;
  return `${newLine(is)} _Before (line ${was.range.start.line}):_ ${escapeText(text)}`;
}

const waiverOf = ({ waived }: Finding): string =>
  waived === undefined ? 'not waived.' : `waived: ${waived.reason}`;

/** An error or warning that is gone is good news; a remark, or what was waived, may be either. */
function goneLine({ check, message, range, severity, waived }: Finding): string {
  const sign = severity === 'info' || waived !== undefined ? 'ℹ️' : '✅';
  return `- ${sign} ${codeSpan(check)} (line ${range.start.line} before): ${escapeText(message)}`;
}
