import type { Check } from './check.ts';

/**
 * What the catalogue tells of a check: everything but its code.
 *
 * @example describeCheck(hostPid).effect // 'Removes hostPID: the containers no longer see …'
 */
export const describeCheck = ({ run: _, fix, ...check }: Check) => ({
  ...check,
  fixable: fix !== undefined,
  effect: fix?.effect ?? null,
});
