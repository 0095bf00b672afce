/** The middle one of an odd number of measurements. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Times a function that is warm: called for a second first, which is what it takes until all of it is compiled; then
 * eleven rounds of as many calls as take some 50 ms.
 *
 * @returns The median, in milliseconds per call.
 */
export function timeWarm(call: () => unknown): number {
  for (const end = performance.now() + 1000; performance.now() < end; ) call();
  const once = (count: number) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) call();
    return (performance.now() - start) / count;
  };
  const count = Math.max(1, Math.round(50 / once(3)));
  return median(Array.from({ length: 11 }, () => once(count)));
}

/** Times the first calls of something large: three, the median, in milliseconds. */
export function timeOnce(call: () => unknown): number {
  return median(
    Array.from({ length: 3 }, () => {
      const start = performance.now();
      call();
      return performance.now() - start;
    }),
  );
}
