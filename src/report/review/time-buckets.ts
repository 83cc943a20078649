import type { Review, RunPoint } from './review.js';
import { dayText } from './review-words.js';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The runs that ended in one stretch of time. */
export interface Bucket {
  /** The day that it begins at, or the hour. */
  readonly label: string;
  readonly completed: number;
  readonly failed: number;
  readonly stopped: number;
  readonly costUsd: number;
}

/** How long a column of the plot is: hours of up to two days, days of up to ten weeks, weeks, or stretches of four weeks. */
function stretchOf(windowMs: number): { readonly ms: number; readonly word: string } {
  if (windowMs <= 2 * DAY_MS) return { ms: HOUR_MS, word: 'hour' };
  if (windowMs <= 70 * DAY_MS) return { ms: DAY_MS, word: 'day' };
  return windowMs <= 500 * DAY_MS ? { ms: 7 * DAY_MS, word: 'week' } : { ms: 28 * DAY_MS, word: 'four weeks' };
}

/** The runs of a review by stretches of time, UTC, with the empty ones; `each` says how long one is. */
export function bucketsOf({ from, to, runs }: Review): { readonly each: string; readonly buckets: readonly Bucket[] } {
  const { ms, word } = stretchOf(to - from);
  const first = Math.floor(from / ms);
  const count = Math.floor(to / ms) - first + 1;
  const within: RunPoint[][] = Array.from({ length: count }, () => []);
  for (const run of runs) within[Math.floor(run.endedAt / ms) - first]?.push(run);
  const counted = (list: readonly RunPoint[], status: string): number =>
    list.filter((run) => run.status === status).length;
  const buckets = within.map((list, index) => {
    const begin = (first + index) * ms;
    const hour = new Date(begin).toISOString().slice(11, 16);
    return {
      label: ms < DAY_MS ? `${dayText(begin)} ${hour}` : dayText(begin),
      completed: counted(list, 'completed'),
      failed: counted(list, 'failed'),
      stopped: counted(list, 'paused') + counted(list, 'interrupted'),
      costUsd: list.reduce((sum, run) => sum + run.costUsd, 0),
    };
  });
  return { each: word, buckets };
}
