import type { Finding } from '../model/report.ts';

/**
 * Counts the errors and the warnings that are to be looked at, each in words. Remarks and waived findings are not counted.
 *
 * @returns `['2 errors', '1 warning']`; nothing for what there is none of.
 */
export const countFindings = (findings: readonly Finding[]): string[] =>
  (['error', 'warning'] as const).flatMap((severity) => {
    const { length } = findings.filter((one) => one.severity === severity && one.waived === undefined);
    return length === 0 ? [] : [`${length} ${length === 1 ? severity : `${severity}s`}`];
  });
