import fc from 'fast-check';

import { type Outcome, searchFixes, type Verdict } from '../../../src/core/repair/search.ts';

/** Searches, with a judge in the place of the manifest. */
function search<T>(
  candidates: readonly T[],
  judge: (some: readonly T[]) => Verdict<T>,
  most = Number.POSITIVE_INFINITY,
): Outcome<T> & { trials: number } {
  const steps = searchFixes(candidates);
  let trials = 0;
  for (let step = steps.next(); ; trials += 1) {
    if (step.done) return { ...step.value, trials };
    step = steps.next({ verdict: judge(step.value), isLast: trials + 1 >= most });
  }
}

const bad = (reason: string, ...blamed: string[]): Verdict<string> => ({ reason, blamed: new Set(blamed) });

test('all that is fine is kept with one trial', () => {
  expect(search(['a', 'b', 'c'], () => null)).toEqual({ kept: ['a', 'b', 'c'], left: new Map(), trials: 1 });
});

test('nothing to try, nothing tried', () => {
  expect(search([], () => bad('never'))).toEqual({ kept: [], left: new Map(), trials: 0 });
});

test('who is blamed is left out at once', () => {
  const judge = (some: readonly string[]) => (some.includes('b') ? bad('stays', 'b') : null);
  expect(search(['a', 'b', 'c'], judge)).toEqual({
    kept: ['a', 'c'],
    left: new Map([['b', 'stays']]),
    trials: 3,
  });
});

test('one that is fine only beside another is kept, though a third does harm', () => {
  const judge = (some: readonly string[]) =>
    some.includes('c') ? bad('c harms') : some.includes('a') && !some.includes('b') ? bad('a needs b') : null;
  const { kept, left } = search(['a', 'c', 'b'], judge);
  expect({ kept: [...kept].sort(), left }).toEqual({ kept: ['a', 'b'], left: new Map([['c', 'c harms']]) });
});

test('of two that exclude each other the first is kept', () => {
  const judge = (some: readonly string[]) =>
    some.includes('a') && some.includes('b') ? bad('not both') : null;
  expect(search(['a', 'b'], judge)).toMatchObject({ kept: ['a'], left: new Map([['b', 'not both']]) });
});

test('after the last trial, what is not proven is left out', () => {
  const judge = (some: readonly string[]) => (some.includes('d') ? bad('harms') : null);
  const reason = 'There is too much here to try it out: ask for fewer at a time.';
  expect(search(['a', 'b', 'c', 'd', 'e', 'f'], judge, 2)).toEqual({
    kept: ['a', 'b', 'c'],
    left: new Map([
      ['d', reason],
      ['e', reason],
      ['f', reason],
    ]),
    trials: 2,
  });
});

test('whatever does harm by itself is left out, all else is kept, in few trials', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 60 }), fc.nat(6), (candidates, count) => {
      const harmful = new Set(candidates.filter((_, i) => i % 9 === 4).slice(0, count));
      const judge = (some: readonly number[]): Verdict<number> =>
        some.some((each) => harmful.has(each)) ? { reason: 'harms', blamed: new Set() } : null;
      const { kept, left, trials } = search(candidates, judge);
      expect(new Set(kept)).toEqual(new Set(candidates.filter((each) => !harmful.has(each))));
      expect(new Set(left.keys())).toEqual(harmful);
      expect(trials).toBeLessThanOrEqual(1 + 16 * harmful.size);
    }),
    { numRuns: 200, seed: 20_261_126 },
  );
});
