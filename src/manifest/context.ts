import type { Problem } from '../model/problem.ts';
import type { Range } from '../model/report.ts';
import type { Budget } from './budget.ts';
import type { Seen } from './observe.ts';

/** What an object needs to know of its document. */
export type Context = {
  readonly document: number;
  readonly budget: Budget;
  readonly locate: (pointer: string) => Range;
  /** Where a pointer stands in the text, to bring observations into text order. */
  readonly offset: (pointer: string) => number;
  /** What was seen about the document as a whole; said of each of its Pods. */
  readonly remarks: readonly Seen[];
  /** Problems that may still be told of the document. */
  problemsLeft: number;
};

/** Tells a problem, unless the document has had enough of them. */
export type Report = (
  problem: Pick<Problem, 'code' | 'detail' | 'limit'> & { readonly pointer: string },
) => void;
