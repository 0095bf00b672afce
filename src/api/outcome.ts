import type { Problem } from '../model/problem.ts';
import type { Counts } from '../runtime/api.ts';

/** What came of a question about manifests: an answer and what it was about, or what was wrong with the question. */
export type Outcome<T> =
  | { readonly ok: true; readonly answer: T; readonly counts: Counts }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };
