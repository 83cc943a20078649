/** What the weekly review needs to know of each run beside the sums of `metrics.json`: one entry per run, bounded in every direction. */
import { z } from 'zod';
import type { RunState } from '../engine/run-state.js';
import { roundCost } from './state-document.js';
import { timeSchema } from './state-schema.js';
import { secondsBetween, timestamp } from './timestamp.js';

const MAX_RUNS = 500;
/** The slowest steps of a run; the others are not worth a look. */
const MAX_STEPS = 30;

const stepSchema = z.strictObject({
  id: z.string().max(300),
  seconds: z.number().nonnegative(),
  attempts: z.int().nonnegative(),
});

const runSchema = z.strictObject({
  run_id: z.string().max(100),
  workflow: z.string().max(300),
  status: z.enum(['completed', 'failed', 'paused']),
  ended_at: timeSchema,
  duration_seconds: z.number().nonnegative(),
  cost_usd: z.number().nonnegative(),
  attempts_of_unknown_cost: z.int().nonnegative(),
  slowest_steps: z.array(stepSchema).max(MAX_STEPS),
});

export const runHistorySchema = z.strictObject({ runs: z.array(runSchema).max(MAX_RUNS) });

/** `run-history.json`: the newest runs, in the order in which they ended. */
export type RunHistory = z.infer<typeof runHistorySchema>;
export type RunRecord = RunHistory['runs'][number];

/** What is kept of a run that has ended, for good or for now; null while it runs. */
export function recordOfRun(state: RunState): RunRecord | null {
  const { status, runId, startedAt, updatedAt, endedAt } = state;
  if (status === 'running') return null;
  const steps = [...state.steps.values()].flatMap(({ step, attempt, startedAt: from, endedAt: to }) =>
    from === null || to === null
      ? []
      : [{ id: step.id.slice(0, 300), seconds: secondsBetween(from, to), attempts: attempt }],
  );
  return {
    run_id: runId.slice(0, 100),
    workflow: state.plan.workflow.slice(0, 300),
    status,
    ended_at: timestamp(endedAt ?? updatedAt),
    duration_seconds: secondsBetween(startedAt, endedAt ?? updatedAt),
    cost_usd: roundCost(state.costUsd),
    attempts_of_unknown_cost: state.attemptsOfUnknownCost,
    slowest_steps: steps.sort((a, b) => b.seconds - a.seconds).slice(0, MAX_STEPS),
  };
}

/** The history with this run in it. A run that ends again after a resume replaces what it was; the oldest go when there are too many. */
export function addToHistory(history: RunHistory | null, record: RunRecord): RunHistory {
  const others = (history?.runs ?? []).filter(
    ({ run_id, workflow }) => run_id !== record.run_id || workflow !== record.workflow,
  );
  return { runs: [...others, record].slice(-MAX_RUNS) };
}
