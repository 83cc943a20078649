import type { RunRecord, StepRecord } from '../../src/report/review/run-history.js';
import { timestamp } from '../../src/report/timestamp.js';

export const DAY = 24 * 3600 * 1000;

/** 2026-02-09T10:00:00Z. */
export const NOW = Date.UTC(2026, 1, 9, 10, 0, 0);

/** A step that completed at once. */
export const stepRecord = (id: string, more: Partial<StepRecord> = {}): StepRecord => ({
  id,
  outcome: 'completed',
  seconds: 10,
  attempts: 1,
  retries: 0,
  failed_on: [],
  passed_on: 'tree',
  agent: null,
  ...more,
});

/** A completed run that ended so many days before `NOW`. */
export const runRecord = (daysAgo: number, more: Partial<RunRecord> = {}): RunRecord => ({
  run_id: `run-${daysAgo}`,
  workflow: 'tidy',
  status: 'completed',
  ended_at: timestamp(NOW - daysAgo * DAY),
  duration_seconds: 100,
  cost_usd: 0.1,
  attempts_of_unknown_cost: 0,
  steps: [],
  ...more,
});
