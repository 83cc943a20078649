/** With fewer values a median or a percentile says more about chance than about what it is of. */
export const ENOUGH = 5;

/** Durations of the same thing, in seconds. */
export interface Durations {
  readonly count: number;
  readonly shortest: number;
  readonly longest: number;
  /** null of fewer than `ENOUGH` values. */
  readonly median: number | null;
  /** 95 of 100 are not longer; null of fewer than `ENOUGH` values. */
  readonly p95: number | null;
}

/** null of no values. */
export function durationsOf(seconds: readonly number[]): Durations | null {
  const sorted = [...seconds].sort((a, b) => a - b);
  const [shortest] = sorted;
  const longest = sorted.at(-1);
  if (shortest === undefined || longest === undefined) return null;
  const isEnough = sorted.length >= ENOUGH;
  return {
    count: sorted.length,
    shortest,
    longest,
    median: isEnough ? medianOfSorted(sorted) : null,
    p95: isEnough ? percentileOfSorted(sorted, 0.95) : null,
  };
}

/** The value in the middle, or the mean of the two that are; null of no values. */
export function median(values: readonly number[]): number | null {
  return medianOfSorted([...values].sort((a, b) => a - b));
}

function medianOfSorted(sorted: readonly number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 ? high : ((sorted[sorted.length / 2 - 1] ?? high) + high) / 2;
}

/** The smallest value that at least this share (0 to 1) of the values do not exceed (nearest rank). */
function percentileOfSorted(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
