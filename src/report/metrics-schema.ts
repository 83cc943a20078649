import { z } from 'zod';
import { timeSchema } from './state-schema.js';

const rate = z.number().min(0).max(1).describe('Share that succeeded, 0 to 1, two digits.');
const average = z.int().nonnegative().describe('Average duration, whole seconds.');

// Defaults: files of earlier versions do not have these.
const costs = {
  total_cost_usd: z.number().nonnegative().default(0).describe('Sum of the known costs, US dollars.'),
  total_tokens: z.int().nonnegative().default(0).describe('Sum of the known tokens.'),
};

const agentCountsSchema = z.strictObject({
  invocations: z.int().nonnegative(),
  successes: z.int().nonnegative(),
  total_duration_seconds: z.number().nonnegative(),
  ...costs,
  of_unknown_cost: z.int().nonnegative().default(0),
});

export const metricsSchema = z
  .strictObject({
    workflows: z
      .array(
        z.strictObject({
          name: z.string().describe('Name of the workflow.'),
          executions: z.int().nonnegative().describe('Runs; a run that was resumed counts once.'),
          success_rate: rate,
          avg_duration_seconds: average,
          last_execution: timeSchema.describe('When a run of it last ended, UTC.'),
          successes: z.int().nonnegative().describe('Runs that completed.'),
          total_duration_seconds: z.number().nonnegative().describe('Sum of the durations of all runs, seconds.'),
          ...costs,
          attempts_of_unknown_cost: z
            .int()
            .nonnegative()
            .default(0)
            .describe('Attempts of agents that did not say what they cost: not in the sum.'),
          last_run: z
            .strictObject({
              run_id: z.string(),
              succeeded: z.boolean(),
              duration_seconds: z.number().nonnegative(),
              cost_usd: z.number().nonnegative().default(0),
              tokens: z.int().nonnegative().default(0),
              attempts_of_unknown_cost: z.int().nonnegative().default(0),
              agents: z.record(z.string(), agentCountsSchema),
            })
            .describe(
              'What the last run added to the sums, to be taken out again when it is resumed and ends once more.',
            ),
        }),
      )
      .describe('Every workflow that ran, by name.'),
    agents: z
      .record(
        z.string(),
        z.strictObject({
          invocations: z.int().nonnegative().describe('Steps that it did.'),
          success_rate: rate,
          avg_duration_seconds: average,
          successes: z.int().nonnegative().describe('Steps that completed.'),
          total_duration_seconds: z.number().nonnegative().describe('Sum of the durations, seconds.'),
          ...costs,
          of_unknown_cost: z
            .int()
            .nonnegative()
            .default(0)
            .describe('Steps whose agent did not say what it cost: not in the sum.'),
        }),
      )
      .describe('Every agent that ran, by name.'),
  })
  .meta({ title: 'workflow-runner metrics', description: 'Figures of all workflows: .claude/workflows/metrics.json.' });

/** `metrics.json`. */
export type MetricsDocument = z.infer<typeof metricsSchema>;
export type WorkflowMetrics = MetricsDocument['workflows'][number];
export type AgentMetrics = MetricsDocument['agents'][string];
export type AgentCounts = z.infer<typeof agentCountsSchema>;
