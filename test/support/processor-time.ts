/**
 * Milliseconds that this process computes for while it does the work, whoever else is busy on the machine. For limits far above what
 * is usual, which only work that grows faster than its input exceeds.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
