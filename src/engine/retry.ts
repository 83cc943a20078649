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
