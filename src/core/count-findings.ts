import type { Finding } from '../model/report.ts';

/** Says whether a finding is to be looked at: remarks and waived findings are not. */
export const isToLookAt = ({ severity, waived }: Finding): boolean =>
  severity !== 'info' && waived === undefined;

/**
 * Counts the errors and the warnings that are to be looked at, each in words.
 *
 * @returns `['2 errors', '1 warning']`; nothing for what there is none of.
 */
export const countFindings = (findings: readonly Finding[]): string[] =>
  (['error', 'warning'] as const).flatMap((severity) => {
    const { length } = findings.filter((one) => one.severity === severity && isToLookAt(one));
    return length === 0 ? [] : [`${length} ${length === 1 ? severity : `${severity}s`}`];
  });
