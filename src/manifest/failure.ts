import { type LimitName, limits } from '../model/limits.ts';
import type { ProblemCode } from '../model/problem.ts';

/** Why a text cannot be read, and where: offsets count UTF-16 code units from the start of the text that was read. */
export type Failure = {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly at: number;
  readonly limit?: LimitName;
};

/** Lists and maps nest too deep at an offset. */
export function tooDeep(at: number): Failure {
  const detail = `Lists and maps nest deeper than ${limits.nestingDepth} here.`;
  return { code: 'TOO_DEEP', detail, at, limit: 'nestingDepth' };
}

/** Something podshare reads although kubectl refuses it. */
export type Refusal = { readonly at: number; readonly detail: string };

/** Refusals kept of one document; kubectl stops at the first. */
export const refusalsKept = 10;

export function addRefusal(refusals: Refusal[], at: number, detail: string): void {
  if (refusals.length < refusalsKept) refusals.push({ at, detail });
}
