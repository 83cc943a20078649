/** What the review needs to know of each run beside the sums of `metrics.json`: one entry per run, bounded in every direction. */
import { z } from 'zod';
import { timeSchema } from '../state-schema.js';

const MAX_RUNS = 2000;
/** Steps of one run: those that failed and the slowest; the others are not worth a look. */
export const MAX_STEPS = 1000;
/** Of the whole file, as JSON; runs of very many steps leave room for fewer runs. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Inputs on which a step failed in one run. */
export const MAX_INPUTS = 5;

const agentSchema = z.object({
  name: z.string().max(300),
  asked: z.boolean().describe('False for a task that is bound to code: no model was asked.'),
  cost_usd: z.number().nonnegative(),
  tokens: z.int().nonnegative(),
  attempts_of_unknown_cost: z.int().nonnegative(),
});

const stepSchema = z.object({
  id: z.string().max(300),
  outcome: z.enum(['completed', 'failed', 'stopped']).describe('stopped: the run paused or died while it ran.'),
  seconds: z.number().nonnegative().describe('Time in its attempts, without the waits between them.'),
  attempts: z.int().positive(),
  retries: z.int().nonnegative().describe('Attempts that were made because the one before had failed.'),
  failed_on: z
    .array(z.string().max(64))
    .max(MAX_INPUTS)
    .describe('What attempts that failed began with: digests of tree and definition.'),
  passed_on: z.string().max(64).nullable().describe('The same of the attempt that completed.'),
  agent: agentSchema.nullable(),
});

const runSchema = z.object({
  run_id: z.string().max(100),
  workflow: z.string().max(300),
  status: z.enum(['completed', 'failed', 'paused', 'interrupted']),
  ended_at: timeSchema,
  duration_seconds: z.number().nonnegative().describe('Without the time between a pause and the resume.'),
  cost_usd: z.number().nonnegative(),
  attempts_of_unknown_cost: z.int().nonnegative(),
  steps: z.array(stepSchema).max(MAX_STEPS),
});

/** Keys of a later version are dropped, so that going back to this one costs no history. */
export const runHistorySchema = z.object({ runs: z.array(runSchema).max(MAX_RUNS) });

/** `run-history.json`: the newest runs, in the order in which they ended. */
export type RunHistory = z.infer<typeof runHistorySchema>;
export type RunRecord = RunHistory['runs'][number];
export type StepRecord = RunRecord['steps'][number];

/**
 * The history with this run in it. A run that ends again after a resume replaces what it was; the oldest go when there are too
 * many, or together they are too large.
 */
export function addToHistory(history: RunHistory | null, record: RunRecord): RunHistory {
  const others = (history?.runs ?? []).filter((run) => keyOfRun(run) !== keyOfRun(record));
  const newest = [...others, record].slice(-MAX_RUNS);
  let room = MAX_CHARACTERS;
  const first = newest.findLastIndex((run) => (room -= JSON.stringify(run).length + 1) < 0);
  return { runs: newest.slice(Math.min(first + 1, newest.length - 1)) };
}

/** What tells a run from every other: ids are unique by workflow. */
export const keyOfRun = ({ workflow, run_id }: Pick<RunRecord, 'workflow' | 'run_id'>): string =>
  JSON.stringify([workflow, run_id]);
