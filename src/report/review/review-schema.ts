import { z } from 'zod';
import { timeSchema } from '../state-schema.js';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const seconds = z.number().nonnegative();

const durationsSchema = z
  .strictObject({
    count,
    shortest_seconds: seconds,
    longest_seconds: seconds,
    median_seconds: seconds.nullable().describe('null of fewer than five.'),
    p95_seconds: seconds.nullable().describe('95 of 100 are not longer; null of fewer than five.'),
  })
  .nullable();

const cost = {
  cost_usd: z.number().nonnegative().describe('Sum of the known costs, US dollars.'),
  attempts_of_unknown_cost: count.describe('Attempts of agents that did not say what they cost: not in the sum.'),
};

const figures = {
  runs: count,
  completed: count,
  failed: count,
  stopped: count.describe('Paused or interrupted: neither a success nor a failure, and without a duration.'),
  success_rate: share.nullable().describe('Completed of those that completed or failed; null when none did.'),
  durations: durationsSchema.describe(
    'Of runs that completed or failed, without the time between a pause and the resume.',
  ),
  duration_seconds: seconds.describe('The sum of these durations.'),
  retries: count.describe('Attempts of steps that were made because the one before had failed.'),
  ...cost,
};

const figuresSchema = z.strictObject(figures);

const stepSchema = z.strictObject({
  workflow: z.string(),
  step: z.string(),
  runs: count.describe('Runs in which it completed or failed.'),
  failed: count,
  durations: durationsSchema,
  share_of_run: share.describe('Its part of the duration of these runs.'),
  retries: count,
  flaky_runs: count.describe(
    'Runs in which it completed only after a retry, or failed on a tree on which it also passed.',
  ),
});

const agentSchema = z.strictObject({
  name: z.string(),
  steps: count.describe('Steps that it completed or failed.'),
  completed: count,
  completed_at_once: count.describe('Completed without a retry.'),
  by_code: count.describe('Tasks bound to code: no model was asked.'),
  retries: count,
  durations: durationsSchema,
  tokens: count,
  ...cost,
});

export const reviewSchema = z
  .strictObject({
    from: timeSchema,
    to: timeSchema,
    workflow: z.string().nullable().describe('The only workflow that is reviewed; null for all.'),
    total: figuresSchema,
    before: figuresSchema
      .nullable()
      .describe('The same for the window of the same length before; null when nothing is known of it.'),
    missing_runs: count.describe('Runs that metrics.json has counted and of which nothing else is known.'),
    workflows: z.array(
      z.strictObject({
        name: z.string(),
        ...figures,
        before: figuresSchema.nullable(),
        ever_runs: count,
        ever_completed: count,
        last_run_at: timeSchema.nullable(),
        nested_in: z.array(z.string()).describe('Workflows that have it as a step.'),
        mark: z
          .enum(['unused', 'never-successful', 'never-run', 'not-defined'])
          .nullable()
          .describe('unused (no run for 60 days) and never-successful are marked for removal.'),
      }),
    ),
    slowest_steps: z.array(stepSchema).describe('At most ten.'),
    flakiest_steps: z.array(stepSchema).describe('At most ten.'),
    agents: z.array(agentSchema),
    runs: z
      .array(
        z.strictObject({
          workflow: z.string(),
          run_id: z.string(),
          status: z.enum(['completed', 'failed', 'paused', 'interrupted']),
          ended_at: timeSchema,
          duration_seconds: seconds,
          cost_usd: z.number().nonnegative(),
        }),
      )
      .describe('The runs of the window, the oldest first.'),
  })
  .meta({ title: 'workflow-runner review', description: 'What workflow-runner report --since prints with --json.' });

export type ReviewDocument = z.infer<typeof reviewSchema>;
