/** The middle one of an odd number of measurements. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Calls a function for a second, which is what it takes until all of it is compiled; then times some 50 ms of calls each time. */
function warmUp(call: () => unknown): () => number {
  for (const end = performance.now() + 1000; performance.now() < end; ) call();
  const once = (count: number) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) call();
    return (performance.now() - start) / count;
  };
  const count = Math.max(1, Math.round(50 / once(3)));
  return () => once(count);
}

const ROUNDS = 11;

/** @returns The median time of a function that is warm, in milliseconds per call. */
export function timeWarm(call: () => unknown): number {
  const time = warmUp(call);
  return median(Array.from({ length: ROUNDS }, time));
}

/** @returns How many times as long as another a function takes. They take turns, because the machine's speed changes. */
export function compareWarm(call: () => unknown, other: () => unknown): number {
  const [time, timeOther] = [warmUp(call), warmUp(other)];
  return median(Array.from({ length: ROUNDS }, () => time() / timeOther()));
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
