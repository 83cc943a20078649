import { z } from 'zod';
import { hostSchema, timeSchema } from './state-schema.js';

export const progressStepSchema = z.strictObject({
  id: z.int().positive().describe('Number of the step, counted from 1 over the whole plan.'),
  name: z.string().describe('The task, skill or id of the step.'),
  agent: z.string().optional().describe('The agent that does the step.'),
  skill: z.string().optional().describe('The skill that does the step.'),
  command: z.string().optional().describe('The shell command of the step.'),
  status: z
    .enum(['pending', 'running', 'retrying', 'completed', 'failed', 'conflict', 'skipped', 'cancelled'])
    .describe(
      'retrying: failed and waits for its next attempt. conflict: its changes do not merge. cancelled: stopped with the run.',
    ),
  started_at: timeSchema.optional().describe('When its first attempt started, UTC.'),
  completed_at: timeSchema.optional().describe('When it ended, whatever the outcome, UTC.'),
  duration_seconds: z
    .int()
    .nonnegative()
    .optional()
    .describe('From the first start to the end, retries included, whole seconds.'),
  progress_percent: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .optional()
    .describe('Only while it runs: how much is done, percent; null when there is nothing to measure it by.'),
  elapsed_seconds: z
    .int()
    .nonnegative()
    .optional()
    .describe('Only while it runs: since its first attempt started, whole seconds; fresh every second.'),
  outputs: z
    .looseObject({
      files_modified: z.int().nonnegative().describe('Files that it added, changed or removed.'),
      git_commit: z.string().describe('The commit with its changes, or the one it started from when there were none.'),
    })
    .optional()
    .describe('What it left behind; further keys are outputs of the step itself.'),
  hosts: z
    .array(hostSchema)
    .optional()
    .describe('The hosts after it compared with those before it; left out when it has no expect:.'),
  step_id: z.string().describe('Id of the step, unique in the plan.'),
  phase: z.string().describe('Path of the phase or nested workflow that it is in.'),
  attempts: z.int().nonnegative().describe('Attempts started so far.'),
  retry_at: timeSchema.optional().describe('When the next attempt may start, UTC.'),
  skipped_because: z
    .enum(['condition', 'asked', 'earlier-failure'])
    .optional()
    .describe('Why it was skipped: its condition did not hold, --skip-step, or a step before it failed.'),
  cost_usd: z
    .number()
    .nonnegative()
    .nullable()
    .optional()
    .describe('Known cost of its attempts, US dollars; null when its agent did not say, left out when none was asked.'),
  tokens: z.int().nonnegative().optional().describe('Tokens of its attempts; left out when unknown.'),
  error: z
    .strictObject({
      reason: z.string().describe('Stable kebab-case name of the kind of failure.'),
      message: z.string().describe('What happened, one line.'),
      help: z.string().describe('What to do about it.'),
    })
    .optional()
    .describe('Why its last attempt failed.'),
});

export const progressSchema = z
  .strictObject({
    steps: z.array(progressStepSchema).describe('Every step of the plan in order.'),
    run_id: z.string().describe('Id of the run.'),
  })
  .meta({
    title: 'workflow-runner progress',
    description: 'The steps of a run: .claude/workflows/<workflow>/progress.json.',
  });

/** One step of `progress.json`. */
export type ProgressStep = z.infer<typeof progressStepSchema>;

/** `progress.json`. */
export type ProgressDocument = z.infer<typeof progressSchema>;
