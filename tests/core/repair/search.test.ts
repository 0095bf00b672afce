import fc from 'fast-check';

import { searchFixes, type Verdict } from '../../../src/core/repair/search.ts';

type Judge<T> = (done: readonly T[], wanted: readonly T[]) => Verdict<T>;

/** Each finding takes an edit of its own. */
const eachAlone: Judge<unknown> = (done, wanted) =>
  done.length === wanted.length ? null : { reason: 'stays', blamed: new Map() };

/** Searches, with a judge in the place of the manifest. */
function search<T>(
  candidates: readonly T[],
  judge: (done: readonly T[]) => Verdict<T>,
  {
    most = Number.POSITIVE_INFINITY,
    stays = eachAlone as Judge<T>,
    kindOf = (each: T): unknown => each,
  } = {},
) {
  const steps = searchFixes(candidates, kindOf);
  let trials = 0;
  for (let step = steps.next(); ; ) {
    if (step.done) return { ...step.value, trials };
    const { done, wanted } = step.value;
    // What leaves out what was kept is counted apart: one for each.
    if (done.length === wanted.length) trials += 1;
    step = steps.next({ verdict: judge(done) ?? stays(done, wanted), isLast: trials >= most });
  }
}

const bad = (reason: string, blamed: Readonly<Record<string, string>> = {}): Verdict<string> => ({
  reason,
  blamed: new Map(Object.entries(blamed)),
});

test('all that is fine is kept with one trial', () => {
  expect(search(['a', 'b', 'c'], () => null)).toEqual({
    kept: ['a', 'b', 'c'],
    along: [],
    left: new Map(),
    trials: 1,
  });
});

test('nothing to try, nothing tried', () => {
  expect(search([], () => bad('never'))).toEqual({ kept: [], along: [], left: new Map(), trials: 0 });
});

test('who is blamed is left out at once, with a reason of its own', () => {
  const judge = (some: readonly string[]) => (some.includes('b') ? bad('stays', { b: 'b stays' }) : null);
  expect(search(['a', 'b', 'c'], judge)).toEqual({
    kept: ['a', 'c'],
    along: [],
    left: new Map([['b', 'b stays']]),
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
  expect(search(['a', 'b', 'c', 'd', 'e', 'f'], judge, { most: 2 })).toEqual({
    kept: ['a', 'b', 'c'],
    along: [],
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
        some.some((each) => harmful.has(each)) ? { reason: 'harms', blamed: new Map() } : null;
      const { kept, left, trials } = search(candidates, judge);
      expect(new Set(kept)).toEqual(new Set(candidates.filter((each) => !harmful.has(each))));
      expect(new Set(left.keys())).toEqual(harmful);
      expect(trials).toBeLessThanOrEqual(1 + 16 * harmful.size);
    }),
    { numRuns: 200, seed: 20_261_126 },
  );
});

/** `a` mends `b` as well, and of `c` and `d` each mends the other. */
const along: Judge<string> = (done, wanted) => {
  const mends: Readonly<Record<string, string>> = { b: 'a', c: 'd', d: 'c' };
  const isGone = (each: string) => done.includes(each) || done.includes(mends[each] ?? each);
  return wanted.every(isGone) ? null : bad('stays');
};

test.each([
  [['a', 'b'], ['a'], ['b']],
  [['b', 'a'], ['a'], ['b']],
  [['b'], ['b'], []],
  [['c', 'd'], ['c'], ['d']],
  [['d', 'x', 'c'], ['d', 'x'], ['c']],
  [
    ['d', 'b', 'a', 'c'],
    ['d', 'a'],
    ['b', 'c'],
  ],
])('of %j what the others mend as well is not done: %j', (candidates, kept, without) => {
  expect(search(candidates, () => null, { stays: along })).toMatchObject({ kept, along: without });
});

test('what is alike is left out at once, but for what is needed', () => {
  const candidates = ['a1', 'b1', 'b2', 'b3', 'b4'];
  let tried = 0;
  // Each a mends its b; nothing does b3.
  const stays: Judge<string> = (done, wanted) => {
    tried += 1;
    const staying = wanted.filter((each) => !done.includes(each) && (each === 'b3' || each.startsWith('a')));
    return staying.length > 0
      ? bad('stays', Object.fromEntries(staying.map((each) => [each, 'stays'])))
      : null;
  };
  const { kept, along: without } = search(candidates, () => null, {
    stays,
    kindOf: (each) => each.charAt(0),
  });
  expect({ kept, without, tried }).toEqual({ kept: ['a1', 'b3'], without: ['b1', 'b2', 'b4'], tried: 4 });
});

test('without trials that are left, all that was proven is done', () => {
  expect(search(['a', 'b'], () => null, { most: 1, stays: along })).toMatchObject({
    kept: ['a', 'b'],
    along: [],
  });
});
