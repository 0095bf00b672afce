import type { Problem } from '../model/problem.ts';
import type { Counts } from '../runtime/api.ts';

/** What came of a question about manifests: an answer and what it was about, or what was wrong with the question. */
export type Outcome<T> = Answered<T> | Refused;

export type Answered<T> = { readonly ok: true; readonly answer: T; readonly counts: Counts };
export type Refused = { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** What several answers were about, taken together. */
export const sumCounts = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, { documents, pods, containers }) => ({
      documents: sum.documents + documents,
      pods: sum.pods + pods,
      containers: sum.containers + containers,
    }),
    { documents: 0, pods: 0, containers: 0 },
  );
