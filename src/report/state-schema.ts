import { z } from 'zod';

/** A time in UTC, whole seconds. */
export const timeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

const packageSchema = z.strictObject({
  name: z.string(),
  version: z.string().describe('Empty for a package without one.'),
});

/** One host compared. */
export const hostSchema = z.strictObject({
  host: z.string().describe('Name of the NixOS configuration.'),
  level: z
    .enum(['identical', 'reordered', 'different', 'added', 'removed', 'failed'])
    .describe('identical: the same derivation. reordered: the same but for the order of lists. failed: not evaluated.'),
  what: z.string().describe('What differs, one line; empty when nothing does.'),
  derivations: z.array(z.string()).describe('Names of derivations that differ for themselves, the most telling first.'),
  derivation_count: z.int().nonnegative().describe('How many derivations differ for themselves.'),
  packages: z
    .strictObject({
      added: z.array(packageSchema).describe('Packages that were not used before.'),
      removed: z.array(packageSchema).describe('Packages that are used no more.'),
      changed: z
        .array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() }))
        .describe('Packages of another version.'),
      count: z.int().nonnegative().describe('How many there are; the lists may be cut.'),
    })
    .describe('Packages that what differs is built from on one side only, or in another version.'),
  sizes: z
    .strictObject({ before: z.int().nonnegative(), after: z.int().nonnegative() })
    .nullable()
    .describe('Bytes of the whole system in the store; null unless both are built already.'),
});

export const stateSchema = z
  .strictObject({
    workflow: z.string().describe('Name of the workflow.'),
    version: z.string().describe('Version of the workflow, semantic versioning.'),
    status: z
      .enum(['running', 'completed', 'failed', 'paused'])
      .describe(
        'What the run was doing when this file was written. A killed run still says running: `workflow-runner status` tells.',
      ),
    started_at: timeSchema.describe('When the run started, UTC.'),
    updated_at: timeSchema.describe('When something last happened in the run, UTC.'),
    completed_at: timeSchema.nullable().describe('When the run ended, completed or failed, UTC; null before.'),
    current_step: z.int().nonnegative().describe('Number of the step that started last; 0 before the first.'),
    total_steps: z.int().nonnegative().describe('Steps of the plan, nested workflows expanded.'),
    errors: z
      .array(
        z.strictObject({
          step: z.int().positive().nullable().describe('Number of the step; null for a phase or the run as a whole.'),
          id: z.string().nullable().describe('Id of the step or path of the phase; null for the run as a whole.'),
          reason: z.string().describe('Stable kebab-case name of the kind of failure.'),
          message: z.string().describe('What happened, one line.'),
          details: z.array(z.string()).describe('Where and what exactly, line by line.'),
          help: z.string().describe('What to do about it.'),
          at: timeSchema.describe('When it failed, UTC.'),
        }),
      )
      .describe('What failed and has not been repaired by a later attempt.'),
    metadata: z.strictObject({
      triggered_by: z.string().describe('What started the run: manual, schedule, …'),
      git_commit: z.string().describe('The commit that the run started from.'),
      base_branch: z.string().nullable().describe('The branch that the run started from; null when HEAD was detached.'),
      definition: z.record(z.string(), z.string()).describe('SHA-256 of each file that defines the run, by path.'),
    }),
    run_id: z.string().describe('Id of the run.'),
    paused_because: z
      .enum(['interrupted', 'deadline', 'budget', 'phase-done', 'rolled-back', 'storage'])
      .nullable()
      .describe('Why the run is paused; null when it is not.'),
    ended_steps: z.int().nonnegative().describe('Steps that completed, failed or were skipped.'),
    cost_usd: z.number().nonnegative().describe('Known cost of all attempts so far, US dollars.'),
    attempts_of_unknown_cost: z.int().nonnegative().describe('Attempts of agents that did not say what they cost.'),
    result_commit: z.string().describe('The commit with everything that is done and merged so far.'),
    validation: z
      .strictObject({
        commit: z.string().describe('The commit that was looked at.'),
        checks: z.array(z.string()).describe('What passed on it, in order.'),
        known: z
          .strictObject({
            at: z.string().describe('When it was checked.'),
            run: z.string().nullable().describe('The run that checked it; null when it was none.'),
          })
          .nullable()
          .describe('Already validated: the flake of this very tree had passed before. null: it was checked now.'),
      })
      .nullable()
      .describe('The last validation of the whole result that passed; null before.'),
    derivations: z
      .strictObject({
        hosts: z.record(z.string(), z.string().nullable()).describe('toplevel.drvPath by host; null: not evaluated.'),
        checks: z.record(z.string(), z.string().nullable()).describe('drvPath by SYSTEM.NAME; null: not evaluated.'),
      })
      .nullable()
      .describe('What the commit that the run started from builds; null when no step has an expect:.'),
    hosts: z
      .array(hostSchema)
      .nullable()
      .describe('The hosts of the result, compared with those at the start; null when they were not compared.'),
    landed: z
      .strictObject({
        commit: z.string().describe('The commit that landed.'),
        how: z.string().describe('fast-forward, branch, kept or nothing-to-land.'),
        branch: z.string().nullable().describe('The branch that holds it; null for none.'),
      })
      .nullable()
      .describe('How the result came to the user; null before.'),
    blamed: z
      .strictObject({
        step: z.int().positive().nullable().describe('Number of the step; null when it is none of them.'),
        id: z.string().nullable().describe('Id of the step; null when it is none of them.'),
        of: z.string().nullable().describe('Path of the phase whose check failed; null for the result.'),
        message: z.string().describe('Who broke it, one line.'),
        details: z.array(z.string()).describe('What the step changed: overview and patch, cut.'),
        commit: z.string().nullable().describe("The step's commit."),
        prefix: z.string().nullable().describe('The steps up to this one: the first commit on which the check fails.'),
        passes_alone: z.boolean().nullable().describe('Whether the check passes on the step alone; null: not known.'),
      })
      .optional()
      .describe('The step that made a check of the result or of a phase fail; left out when none was looked for.'),
  })
  .meta({
    title: 'workflow-runner state',
    description: 'The state of a run: .claude/workflows/<workflow>/state.json.',
  });

/** `state.json`. */
export type StateDocument = z.infer<typeof stateSchema>;
