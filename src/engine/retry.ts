import { mayRetry, type Failure } from '../base/failure.js';
import type { Retry } from '../definition/workflow.js';

/**
 * When to try a failed step again, in ms from now; null when it should not be.
 * `failures` counts the failed attempts so far, this one included. Exponential doubles, linear adds, constant repeats
 * `delayMs`; none waits longer than `maxDelayMs`.
 */
export function retryDelayMs(retry: Retry | null, failures: number, failure: Failure): number | null {
  if (retry === null || failures > retry.times || !mayRetry(failure)) return null;
  return Math.min(retry.maxDelayMs, delayMs(retry, failures));
}

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
