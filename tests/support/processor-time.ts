/**
 * Milliseconds of processor time that this thread has taken so far. Linux counts a thread's time at each tick, which may be 4 ms ago, but
 * brings it up to date when it is asked for the time of the whole process. Without that, little work seems to be none.
 */
export function processorTime(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
