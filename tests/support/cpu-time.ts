/**
 * Starts to measure processor time, which does not grow when the machine is busy with something else.
 *
 * @returns A function that says how many milliseconds, user and system, this process has used since.
 */
export function startCpuTimer(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
