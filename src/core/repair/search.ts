/** What speaks against some fixes that were tried; null when nothing does. */
export type Verdict<T> = {
  readonly reason: string;
  /** Those that are certainly at fault. Empty: one of them is, or several together. */
  readonly blamed: ReadonlySet<T>;
} | null;

/** What a trial showed, and whether there can be more; if not, what is not proven stays out. */
export type Judged<T> = { readonly verdict: Verdict<T>; readonly isLast: boolean };

export type Outcome<T> = {
  readonly kept: readonly T[];
  /** The others, each with the last reason against it. */
  readonly left: ReadonlyMap<T, string>;
};

/**
 * Looks for as many fixes as can be done together. Yields what to try next and is told what came of it; what it keeps has
 * been tried as a whole.
 *
 * All are tried at once, then each half of what failed. What was left out is tried again beside what was kept, because one
 * fix may be fine only together with another. With k at fault among n it takes some k · log n trials.
 *
 * @see A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002
 */
export function* searchFixes<T>(candidates: readonly T[]): Generator<readonly T[], Outcome<T>, Judged<T>> {
  const search: Search<T> = { kept: [], left: new Map(), isOver: false };
  for (let waiting = candidates; waiting.length > 0; ) {
    const before = search.kept.length;
    search.left.clear();
    yield* settle(waiting, search);
    waiting = search.kept.length > before && !search.isOver ? [...search.left.keys()] : [];
  }
  return { kept: search.kept, left: search.left };
}

type Search<T> = { readonly kept: T[]; readonly left: Map<T, string>; isOver: boolean };

function* settle<T>(group: readonly T[], search: Search<T>): Generator<readonly T[], void, Judged<T>> {
  const { kept, left } = search;
  if (search.isOver) {
    for (const each of group) left.set(each, tooMuch);
    return;
  }
  const { verdict, isLast } = yield [...kept, ...group];
  search.isOver = isLast;
  if (verdict === null) {
    kept.push(...group);
    return;
  }
  const { reason, blamed } = verdict;
  const isAtFault = (each: T) => group.length === 1 || blamed.has(each);
  for (const each of group.filter(isAtFault)) left.set(each, reason);
  const innocent = group.filter((each) => !isAtFault(each));
  const middle = innocent.length === group.length ? innocent.length >>> 1 : 0;
  for (const part of [innocent.slice(0, middle), innocent.slice(middle)]) {
    if (part.length > 0) yield* settle(part, search);
  }
}

const tooMuch = 'There is too much here to try it out: ask for fewer at a time.';
