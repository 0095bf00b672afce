import { groupBy } from '../../model/group-by.ts';
import type { Finding } from '../../model/report.ts';
import { checksAtLimit } from '../checks/at-limit.ts';

/** What became of one Pod. */
export type Judgement = {
  /** Findings that were to go and are there still. */
  readonly stayed: ReadonlySet<Finding>;
  /** Findings that were not there before; waived ones do not count. */
  readonly brought: readonly Finding[];
};

/**
 * Compares the findings of a Pod before and after some fixes.
 *
 * A finding is the same when its check and its place are, whatever it says; the place moves with the edits. One that cannot
 * be fixed may tell of the Pod as a whole and point to where it shows first, which moves of its own accord: of its check and
 * the containers from the same one on, a finding is new only when more is found than before.
 *
 * @param follow - Gives the pointer that a place has after the edits; null when it is gone.
 */
export function judgeFixes(
  before: readonly Finding[],
  after: readonly Finding[],
  fixed: ReadonlySet<Finding>,
  follow: (pointer: string) => string | null,
): Judgement {
  const keyOf = (check: string, pointer: string) => `${check}\n${pointer}`;
  const waiting = new Map<string, Finding>();
  const moved: Finding[] = [];
  for (const finding of before) {
    const pointer = follow(finding.pointer);
    if (pointer !== null) waiting.set(keyOf(finding.check, pointer), finding);
    else if (!finding.fixable) moved.push(finding);
  }
  const stayed = new Set<Finding>();
  const unknown: Finding[] = [];
  for (const finding of after) {
    const key = keyOf(finding.check, finding.pointer);
    const known = waiting.get(key);
    if (known === undefined && finding.waived === undefined) unknown.push(finding);
    if (known !== undefined && fixed.has(known)) stayed.add(known);
    waiting.delete(key);
  }
  for (const finding of waiting.values()) if (!finding.fixable) moved.push(finding);
  return { stayed, brought: withoutMoved(unknown, moved, before) };
}

/** Leaves out, for each subject, as many findings as went elsewhere, and all of a check that had more than are listed. */
function withoutMoved(
  unknown: readonly Finding[],
  moved: readonly Finding[],
  before: readonly Finding[],
): Finding[] {
  const left = new Map([...groupBy(moved, subjectOf)].map(([subject, all]) => [subject, all.length]));
  const atLimit = checksAtLimit(before);
  return unknown.filter((finding) => {
    const subject = subjectOf(finding);
    const count = left.get(subject) ?? 0;
    left.set(subject, count - 1);
    return count <= 0 && !atLimit.has(finding.check);
  });
}

/** What a finding is about, wherever it points. */
const subjectOf = ({ check, containers: [first = ''] }: Finding): string => `${check}\n${first}`;
