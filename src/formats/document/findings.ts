import type { Finding, PodReport } from '../../model/report.ts';
import { type Block, heading, type Line, list, paragraph } from './block.ts';

const signs = { error: '🛑', warning: '⚠️', info: 'ℹ️' } as const;

/** The findings as a list, each with its place, and what to do. */
export const findingBlocks = ({ findings }: PodReport): Block[] => [
  heading(3, 'Findings'),
  findings.length === 0 ? paragraph('None.') : list(findings.map(findingLine)),
];

/** One finding: its place, what it is, and what to do or why it is waived. */
export function findingLine({ severity, check, message, remedy, range, waived }: Finding): Line {
  const what: Line = [
    { sign: signs[severity] },
    { severity },
    ' ',
    { code: check },
    ' (',
    { place: range.start },
    `): ${message} `,
  ];
  return [...what, waived === undefined ? remedy : { em: `Waived: ${waived.reason}` }];
}
