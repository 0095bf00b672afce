import { groupBy } from '../../model/group-by.ts';
import { limits } from '../../model/limits.ts';
import type { Finding } from '../../model/report.ts';

/** Lists the checks of which a Pod has as many findings as are listed: there may be more. */
export const checksAtLimit = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    [...groupBy(findings, ({ check }) => check)].flatMap(([check, all]) =>
      all.length < limits.findingsPerCheck ? [] : [check],
    ),
  );
