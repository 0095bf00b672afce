import { groupBy } from '../../model/group-by.ts';

/** One thing of two lists: on both sides, new, or gone. */
export type Match<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: null; readonly after: T }
  | { readonly before: T; readonly after: null };

/**
 * Pairs the things of two lists that have the same key. Those that are left are tried by the next key, and so on; the
 * strictest key comes first. Things with equal keys are paired in the order of their lists.
 *
 * @returns What is in `after`, in its order, then what is only in `before`. With the sides exchanged the same pairs.
 */
export function matchUp<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((value: T) => string)[],
): Match<T>[] {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of keys) {
    const free = groupBy(
      before.flatMap((value, i) => (taken.has(i) ? [] : [{ key: keyOf(value), i }])).reverse(),
      ({ key }) => key,
    );
    after.forEach((value, i) => {
      const partner = partners.has(i) ? undefined : free.get(keyOf(value))?.pop();
      if (partner === undefined) return;
      partners.set(i, partner.i);
      taken.add(partner.i);
    });
  }
  return [
    ...after.map((value, i): Match<T> => {
      const partner = before[partners.get(i) ?? -1];
      return partner === undefined ? { before: null, after: value } : { before: partner, after: value };
    }),
    ...before.flatMap((value, i) => (taken.has(i) ? [] : [{ before: value, after: null }])),
  ];
}
