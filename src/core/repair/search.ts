import { groupBy } from '../../model/group-by.ts';

/** What speaks against some fixes that were tried; null when nothing does. */
export type Verdict<T> = {
  /** Of those that are not blamed. */
  readonly reason: string;
  /** Those that are certainly at fault, each with its own reason. Empty: one of them is, or several together. */
  readonly blamed: ReadonlyMap<T, string>;
} | null;

/** What to try. */
export type Attempt<T> = {
  /** Fixes that are done. */
  readonly done: readonly T[];
  /** Those whose findings must be gone then. */
  readonly wanted: readonly T[];
};

/** What a trial showed, and whether there can be more; if not, what is not proven stays out. */
export type Judged<T> = { readonly verdict: Verdict<T>; readonly isLast: boolean };

export type Outcome<T> = {
  readonly kept: readonly T[];
  /** Those that are done without edits of their own: what is kept mends them as well. */
  readonly along: readonly T[];
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
 * Of what is kept all of one kind is then left out, the last asked for first: where their findings go all the same, their
 * edits would only take away more than has to go.
 *
 * @param kindOf - Says what is alike: one kind seldom mends itself, and with that a trial is enough for many.
 * @see A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002
 */
export function* searchFixes<T>(
  candidates: readonly T[],
  kindOf: (each: T) => unknown,
): Generator<Attempt<T>, Outcome<T>, Judged<T>> {
  const search: Search<T> = { kept: [], left: new Map(), isOver: false };
  for (let waiting = candidates; waiting.length > 0; ) {
    const before = search.kept.length;
    search.left.clear();
    yield* settle(waiting, search);
    waiting = search.kept.length > before && !search.isOver ? [...search.left.keys()] : [];
  }
  const kept = yield* thinOut(search, kindOf);
  return { kept, along: search.kept.filter((each) => !kept.includes(each)), left: search.left };
}

/** Leaves out what the others mend as well; what is not proven stays. */
function* thinOut<T>(
  { kept: wanted, isOver }: Search<T>,
  kindOf: (each: T) => unknown,
): Generator<Attempt<T>, readonly T[], Judged<T>> {
  let done: readonly T[] = wanted;
  let isLast = isOver;
  for (const alike of [...groupBy(wanted, kindOf).values()].reverse()) {
    // What stays although the others are done is needed, and the rest may not be.
    for (let out: readonly T[] = alike; out.length > 0 && out.length < done.length && !isLast; ) {
      const fewer = done.filter((each) => !out.includes(each));
      const judged: Judged<T> = yield { done: fewer, wanted };
      isLast = judged.isLast;
      if (judged.verdict === null) {
        done = fewer;
        break;
      }
      const { blamed } = judged.verdict;
      const rest = out.filter((each) => !blamed.has(each));
      out = rest.length < out.length ? rest : [];
    }
  }
  return done;
}

type Search<T> = { readonly kept: T[]; readonly left: Map<T, string>; isOver: boolean };

function* settle<T>(group: readonly T[], search: Search<T>): Generator<Attempt<T>, void, Judged<T>> {
  const { kept, left } = search;
  if (search.isOver) {
    for (const each of group) left.set(each, tooMuch);
    return;
  }
  const done = [...kept, ...group];
  const { verdict, isLast } = yield { done, wanted: done };
  search.isOver = isLast;
  if (verdict === null) {
    kept.push(...group);
    return;
  }
  const { reason, blamed } = verdict;
  const isAtFault = (each: T) => group.length === 1 || blamed.has(each);
  for (const each of group.filter(isAtFault)) left.set(each, blamed.get(each) ?? reason);
  const innocent = group.filter((each) => !isAtFault(each));
  const middle = innocent.length === group.length ? innocent.length >>> 1 : 0;
  for (const part of [innocent.slice(0, middle), innocent.slice(middle)]) {
    if (part.length > 0) yield* settle(part, search);
  }
}

const tooMuch = 'There is too much here to try it out: ask for fewer at a time.';
