import { mayRetry, type Failure } from '../base/failure.js';
import type { Retry } from '../definition/workflow.js';

/**
 * When to try a failed step again, in ms from now; null when it should not be.
 * `failures` counts the failed attempts so far, this one included. Exponential doubles, linear adds, constant repeats
 * `delayMs`; none waits longer than `maxDelayMs`. Trouble of an API that passes by itself is tried again without being asked to.
 */
export function retryDelayMs(asked: Retry | null, failures: number, failure: Failure): number | null {
  const isTransient = failure.reason === 'agent-failed' && failure.trouble === 'transient';
  const retry = asked ?? (isTransient ? TRANSIENT_RETRY : null);
  if (retry === null || failures > retry.times || !mayRetry(failure)) return null;
  return Math.min(retry.maxDelayMs, delayMs(retry, failures));
}

/** How a failed check is run again by itself: after a while, and `alone` with one build and one host at a time. */
export interface CheckRetry {
  readonly delayMs: number;
  readonly alone: boolean;
}

/**
 * Whether a check that failed is run again on the same tree, nobody having changed anything; null when not. `failures` counts
 * the failed tries so far by their class, this one included. What is deterministic goes back to who wrote it.
 */
export function checkRetry(failures: Readonly<Record<'transient' | 'resources', number>>): CheckRetry | null {
  const { transient, resources } = failures;
  if (transient + resources === 0 || transient > CHECK_RETRY.times || resources > 1) return null;
  return { delayMs: transient === 0 ? 0 : delayMs(CHECK_RETRY, transient), alone: resources > 0 };
}

/** Short: Nix itself has tried each download five times by then. */
const CHECK_RETRY: Retry = { times: 3, backoff: 'exponential', delayMs: 2_000, maxDelayMs: 60_000 };

const TRANSIENT_RETRY: Retry = { times: 3, backoff: 'exponential', delayMs: 5_000, maxDelayMs: 120_000 };

function delayMs(retry: Retry, failures: number): number {
  switch (retry.backoff) {
    case 'constant':
      return retry.delayMs;
    case 'linear':
      return retry.delayMs * failures;
    case 'exponential':
      return retry.delayMs * 2 ** Math.min(failures - 1, 30);
  }
}
