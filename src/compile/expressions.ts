/*
 * Every expression of a compiled workflow. What stands between `${{` and `}}` is written in this file and nowhere else; nothing
 * of a definition gets in but a phase's name, and only one that is an identifier (see `phaseLiteral`).
 */
import type { JobId } from './job-ids.js';

const expression = (text: string): string => `\${{ ${text} }}`;
const all = (...conditions: readonly string[]): string => expression(conditions.join(' && '));

/** A phase's name in an expression. Throws for what `isPhaseName` does not allow: the caller has checked. */
function phaseLiteral(name: string): string {
  if (!isPhaseName(name)) throw new Error(`not the name of a phase: ${name}`);
  return `'${name}'`;
}

/** As in the schema of definitions; no quote, no brace, nothing that means something in an expression. */
export const isPhaseName = (name: string): boolean => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(name);

/** Values. Inputs are empty where nobody dispatched (a schedule), hence the `||`. */
export const value = {
  ref: expression('github.ref'),
  matrixStep: expression('matrix.step'),
  attempt: expression('needs.plan.outputs.attempt'),
  validatedCommit: expression('needs.validate.outputs.commit'),
  hosts: expression('needs.validate.outputs.hosts'),
  pushedRange: expression('needs.publish.outputs.pushed-range'),
  pullRequest: expression('needs.publish.outputs.pull-request-number'),
  outcome: expression(
    "(contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled')) && 'failure' || 'success'",
  ),
  phase: expression('inputs.phase'),
  dryRun: expression("inputs.dry-run || 'false'"),
  skipStep: expression('inputs.skip-step'),
  rollback: expression('inputs.rollback-to-checkpoint'),
  resumeFrom: expression('inputs.resume-from'),
  acceptChanges: expression("inputs.accept-changes || 'false'"),
  agentBackend: expression('inputs.agent-backend'),
  maxConcurrent: expression('inputs.max-concurrent'),
  budgetUsd: expression('inputs.budget-usd'),
  publish: {
    'pull-request': expression("inputs.publish || 'pull-request'"),
    push: expression("inputs.publish || 'push'"),
  },
} as const;

/** Outputs of jobs, from their last step. */
export const output = {
  attempt: expression('steps.plan.outputs.attempt'),
  status: expression('steps.run.outputs.status'),
  /**
   * Why a job paused before its part was done; empty otherwise. The runner does not send empty outputs, so one paused job of a
   * matrix is seen although the jobs of a matrix share their outputs (actions/runner, JobExtension.cs).
   */
  paused: expression("steps.run.outputs.pause-reason != 'phase-done' && steps.run.outputs.pause-reason || ''"),
  validity: expression('steps.validate.outputs.status'),
  commit: expression('steps.validate.outputs.commit'),
  hosts: expression('steps.validate.outputs.hosts'),
  landed: expression('steps.publish.outputs.landed'),
  pushedRange: expression('steps.publish.outputs.pushed-range'),
  pullRequest: expression('steps.publish.outputs.pull-request-number'),
} as const;

const NONE_CANCELLED = "!contains(needs.*.result, 'cancelled')";
const NONE_FAILED = "!contains(needs.*.result, 'failure')";
const PLANNED = "!cancelled() && needs.plan.result == 'success' && !inputs.dry-run";
const asked = (phase: string): string => `(inputs.phase == '' || inputs.phase == ${phaseLiteral(phase)})`;

/** Later jobs do not go on where an earlier one paused. Of a skipped job every output is empty. */
const nonePaused = (jobs: readonly JobId[]): string[] => jobs.map((job) => `needs.${job}.outputs.paused == ''`);

export interface PhaseTurn {
  readonly phase: string;
  /** The jobs of the phases before it. */
  readonly before: readonly JobId[];
  /** Its condition asks for the status of the run, so it may have to run after a failure. */
  readonly afterFailure: boolean;
}

/** Conditions of jobs and steps. `!cancelled()` keeps GitHub from putting `success()` before, which a skipped job would fail. */
export const condition = {
  hosted: expression("runner.environment == 'github-hosted'"),
  begins: expression('!inputs.dry-run'),
  phase: ({ phase, before, afterFailure }: PhaseTurn): string =>
    all(PLANNED, asked(phase), NONE_CANCELLED, ...(afterFailure ? [] : [NONE_FAILED]), ...nonePaused(before)),
  /** Joins what the jobs of the last phase did. */
  result: ({ phase, before }: PhaseTurn, job: JobId): string => {
    const done = `needs.${job}.result == 'success'`;
    return all(PLANNED, asked(phase), done, NONE_CANCELLED, NONE_FAILED, ...nonePaused(before), ...nonePaused([job]));
  },
  completed: (last: JobId): string =>
    all('!cancelled()', `needs.${last}.result == 'success'`, `needs.${last}.outputs.status == 'completed'`),
  publish: all(
    '!cancelled()',
    "needs.validate.result == 'success'",
    "needs.validate.outputs.status == 'valid'",
    "inputs.publish != 'none'",
  ),
  landed: all('!cancelled()', "needs.publish.result == 'success'", "needs.publish.outputs.landed == 'true'"),
  verifyFailed: all('!cancelled()', "needs.verify.result == 'failure'"),
  /** Where the run goes on by itself there is nothing to tell yet. */
  notify: all('!cancelled()', '!inputs.dry-run', "needs.continue.result != 'success'"),
  pausedByDeadline: all('!cancelled()', "contains(needs.*.outputs.paused, 'deadline')"),
} as const;

/** A secret by its name, which `isSecretName` has allowed. */
export const secret = (name: string): string => expression(`secrets.${name}`);

/** The secret, or the job's own token where it is not set. */
export const tokenOf = (name: string): string => expression(`secrets.${name} || github.token`);
