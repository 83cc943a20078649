import type { Failure } from '../../base/failure.js';
import type { RunEvent } from '../../engine/event.js';

/** One try of a step, as the journal tells it. Times are ms since 1970. */
export interface Attempt {
  readonly number: number;
  readonly startedAt: number;
  /** null: it was still running when the journal ended. */
  endedAt: number | null;
  outcome: 'running' | 'completed' | 'failed' | 'stopped';
  failure: Failure | null;
  /** Until when the step waited after it; null when nothing came after it. */
  waitedUntil: number | null;
  /** null: unknown, or it costs nothing. */
  costUsd: number | null;
}

/**
 * Every attempt of every step by its id, those too that a rollback took back: they happened, and took their time. An attempt that
 * nobody saw the end of (a killed runner) ended at the last word before the run was resumed.
 */
export function attemptsOf(events: readonly RunEvent[]): Map<string, Attempt[]> {
  const attempts = new Map<string, Attempt[]>();
  const open = new Map<string, Attempt>();
  let lastAt = 0;
  for (const event of events) {
    if (event.type === 'step-started') open.set(event.step, begin(attempts, event));
    if (event.type === 'step-completed' || event.type === 'step-failed') {
      const attempt = open.get(event.step);
      open.delete(event.step);
      if (attempt !== undefined) end(attempt, event);
    }
    if (event.type === 'run-resumed') stop(open, lastAt);
    if (event.type === 'run-paused' || event.type === 'run-ended') stop(open, event.at);
    lastAt = event.at;
  }
  return attempts;
}

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

function begin(attempts: Map<string, Attempt[]>, { step, at, attempt: number }: EventOf<'step-started'>): Attempt {
  const list = attempts.get(step) ?? [];
  const before = list.at(-1);
  // Only what was waited for: a resume days later is no backoff.
  if (before?.waitedUntil != null) before.waitedUntil = Math.min(before.waitedUntil, Math.max(at, before.startedAt));
  const attempt: Attempt = {
    number,
    startedAt: at,
    endedAt: null,
    outcome: 'running',
    failure: null,
    waitedUntil: null,
    costUsd: null,
  };
  attempts.set(step, [...list, attempt]);
  return attempt;
}

function end(attempt: Attempt, event: EventOf<'step-completed' | 'step-failed'>): void {
  attempt.endedAt = Math.max(event.at, attempt.startedAt);
  attempt.costUsd = event.costUsd;
  if (event.type === 'step-completed') {
    attempt.outcome = 'completed';
    return;
  }
  attempt.outcome = event.failure.reason === 'cancelled' ? 'stopped' : 'failed';
  attempt.failure = event.failure;
  attempt.waitedUntil = event.retryAt;
}

function stop(open: Map<string, Attempt>, at: number): void {
  for (const attempt of open.values()) {
    attempt.endedAt = Math.max(at, attempt.startedAt);
    attempt.outcome = 'stopped';
  }
  open.clear();
}
