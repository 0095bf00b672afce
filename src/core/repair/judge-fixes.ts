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
 * be fixed may tell of the Pod as a whole and point to where it shows first, which moves of its own accord: of its check a
 * finding is new only when more is found than before, or when the two are about different containers.
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

/** Leaves out as many findings as went elsewhere, and all of a check that had more than are listed. */
function withoutMoved(
  unknown: readonly Finding[],
  moved: readonly Finding[],
  before: readonly Finding[],
): Finding[] {
  const left = groupBy(moved, ({ check }) => check);
  const atLimit = checksAtLimit(before);
  return unknown.filter((finding) => {
    if (atLimit.has(finding.check)) return false;
    const gone = left.get(finding.check);
    const index = gone?.findIndex((one) => isAboutSame(one, finding)) ?? -1;
    if (index >= 0) gone?.splice(index, 1);
    return index < 0;
  });
}

/** Whether two findings of a check may be one. They are not when each is about a container, and not the same. */
function isAboutSame(one: Finding, other: Finding): boolean {
  const [here, there] = [containerOf(one), containerOf(other)];
  return here === undefined || there === undefined || here === there;
}

/** Pointer of the container that a finding is about; undefined when it is about several, or points to the Pod. */
const containerOf = ({ containers, pointer }: Finding): string | undefined =>
  containers.length === 1
    ? /^.*?\/(?:init|ephemeral)?[cC]ontainers\/\d+(?=\/|$)/.exec(pointer)?.[0]
    : undefined;
