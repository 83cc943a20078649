import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { runnerContext, type RunnerJob } from './runner-job.js';
import type { JobDocument, StepDocument, WorkflowDocument } from './workflow-document.js';
import { evaluateString, type ExpressionScope } from './workflow-expressions.js';
import type { StepPlan } from './workflow-step.js';

/** What expressions of a job and its steps are about. */
export interface JobCourse {
  readonly workflow: WorkflowDocument;
  readonly job: JobDocument;
  readonly runner: RunnerJob;
  /** Contexts that stay the same during the job. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly isCancelled: () => boolean;
  readonly steps: readonly EndedStep[];
  readonly failed: boolean;
}

export interface EndedStep {
  readonly id: string | null;
  readonly outcome: string;
  readonly conclusion: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A step with its expressions evaluated. */
export function planOf(course: JobCourse, document: StepDocument, env: Readonly<Record<string, string>>): StepPlan {
  const { job, workflow } = course;
  const scope = scopeOf(course, env);
  const folder =
    document.workingDirectory ?? job.defaults.workingDirectory ?? workflow.defaults.workingDirectory ?? '.';
  return {
    document,
    inputs: Object.fromEntries(
      Object.entries(document.with).map(([name, value]) => [name, evaluateString(value, scope)]),
    ),
    env,
    script: evaluateString(document.run ?? '', scope),
    shell: document.shell ?? job.defaults.shell ?? workflow.defaults.shell,
    cwd: join(course.runner.workspace, evaluateString(folder, scope)),
  };
}

/** Of workflow, job, the steps before, and the step itself; each sees those before it as the context `env`. */
export function environmentOf(course: JobCourse, document: StepDocument | null): Record<string, string> {
  const { workflow, job } = course;
  let env: Record<string, string> = {};
  for (const layer of [workflow.env, job.env, course.runner.addedEnv, document?.env ?? {}]) {
    const scope = scopeOf(course, env);
    const isPlain = layer === course.runner.addedEnv;
    const values = Object.entries(layer).map(([name, value]) => [name, isPlain ? value : evaluateString(value, scope)]);
    env = { ...env, ...(Object.fromEntries(values) as Record<string, string>) };
  }
  return env;
}

/** What expressions see now. */
export function scopeOf(course: JobCourse, env: Readonly<Record<string, string>> = {}): ExpressionScope {
  const { runner, steps, failed } = course;
  const cancelled = course.isCancelled();
  const named = steps.filter((step) => step.id !== null);
  const status = cancelled ? 'cancelled' : failed ? 'failure' : 'success';
  return {
    contexts: {
      ...course.contexts,
      github: runner.github,
      runner: runnerContext(runner),
      env,
      job: { status },
      steps: Object.fromEntries(
        named.map(({ id, outputs, outcome, conclusion }) => [id ?? '', { outputs, outcome, conclusion }]),
      ),
    },
    status: { success: status === 'success', failure: status === 'failure', cancelled },
    hashFiles: (patterns) => hashOf(runner.workspace, patterns),
  };
}

/** As the function of that name: the digest of the digests of the files, in order of their paths. */
function hashOf(workspace: string, patterns: readonly string[]): string {
  const isWanted = picomatch([...patterns], { dot: true });
  const files = readdirSync(workspace, { recursive: true, encoding: 'utf8' })
    .filter((path) => isWanted(path) && statSync(join(workspace, path)).isFile())
    .sort();
  if (files.length === 0) return '';
  const all = createHash('sha256');
  for (const file of files)
    all.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, file)))
        .digest(),
    );
  return all.digest('hex');
}
