/**
 * Starts to measure processor time, which does not grow when the machine is busy with something else.
 *
 * @returns A function that says how many milliseconds, user and system, this process has used since: as many as it would have
 * on the machine the bounds were set on.
 */
export function startCpuTimer(): () => number;
