/** The middle one of an odd number of measurements. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Times a function that is warm: as many calls a round as take some 50 ms, eleven rounds.
 *
 * @returns The median, in milliseconds per call.
 */
export function timeWarm(call: () => unknown): number {
  const once = (count: number) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) call();
    return (performance.now() - start) / count;
  };
  once(20);
  const count = Math.max(1, Math.round(50 / once(20)));
  return median(Array.from({ length: 11 }, () => once(count)));
}
