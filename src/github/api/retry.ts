/** How an attempt ended that may be worth another: `again` after at least `afterMs`, or as backoff says when that is null. */
export type Attempt<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly error: unknown; readonly afterMs: number | null };

export interface RetryOptions {
  /** Attempts in all. */
  readonly attempts: number;
  /** Before the second attempt; doubled each time. */
  readonly firstDelayMs: number;
  /** A server that asks for more than this is not waited for. */
  readonly maxDelayMs: number;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Tries until an attempt is done; rejects with the error of the last. `attempt` rejects for what another try cannot mend.
 */
export async function retry<T>(attempt: (number: number) => Promise<Attempt<T>>, options: RetryOptions): Promise<T> {
  const { attempts, firstDelayMs, maxDelayMs, sleep } = options;
  for (let number = 1; ; number += 1) {
    const tried = await attempt(number);
    if (tried.done) return tried.value;
    const delayMs = tried.afterMs ?? Math.min(maxDelayMs, firstDelayMs * 2 ** (number - 1));
    if (number >= attempts || delayMs > maxDelayMs) throw tried.error;
    await sleep(delayMs);
  }
}
