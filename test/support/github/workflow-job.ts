import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHubBed, Permissions } from './bed.js';
import type { Annotation } from './runner-commands.js';
import { openRunnerJob, type JobFacts } from './runner-job.js';
import { killOrphans } from './runner-process.js';
import type { StepEnd } from './runner-step.js';
import type { JobControl } from './workflow-control.js';
import type { Fields, JobDocument, StepDocument, WorkflowDocument } from './workflow-document.js';
import { evaluateIf, evaluateString, type ExpressionScope } from './workflow-expressions.js';
import type { Combination } from './workflow-matrix.js';
import { environmentOf, planOf, scopeOf, type JobCourse } from './workflow-scope.js';
import { runStep, type ActionUnderTest, type StepDone, type StepMachine, type StepPlan } from './workflow-step.js';

export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepRun {
  readonly id: string | null;
  readonly name: string;
  /** Before `continue-on-error`. */
  readonly outcome: Outcome;
  readonly conclusion: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  readonly message: string | null;
  /** null when no process ran. */
  readonly end: StepEnd | null;
}

/** One job that ran, one of a matrix. */
export interface JobRun {
  readonly id: string;
  readonly name: string;
  readonly matrix: Combination | null;
  readonly attempt: number;
  readonly result: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** Post steps come last, their names begin with `Post `. */
  readonly steps: readonly StepRun[];
  readonly permissions: Permissions;
  readonly environment: string | null;
  readonly concurrency: string | null;
  readonly runsOn: unknown;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  readonly log: string;
  /** For `continue-on-error` of the job. */
  readonly mayFail: boolean;
}

/** Everything that a job is run with. */
export interface JobSetting {
  readonly bed: GitHubBed;
  readonly workflow: WorkflowDocument;
  readonly job: JobDocument;
  readonly name: string;
  readonly matrix: Combination | null;
  readonly facts: JobFacts;
  readonly fullRerun: boolean;
  readonly permissions: Permissions;
  /** `inputs`, `needs`, `strategy`, `secrets`, `vars` and `matrix`. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly action: ActionUnderTest;
  readonly idle: readonly RegExp[];
  readonly machine: Readonly<Record<string, string>>;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted';
  readonly cacheReadOnly: boolean;
  /** Length of a minute of `timeout-minutes`. */
  readonly minuteMs: number;
  /** Where runners are made. */
  readonly folder: string;
  readonly control: JobControl;
}

/** The job in its course. */
interface Course extends JobCourse {
  readonly setting: JobSetting;
  readonly steps: StepRun[];
  readonly posts: { readonly name: string; readonly done: NonNullable<StepDone['post']> }[];
  failed: boolean;
}

const LOST: Annotation = {
  level: 'error',
  message: 'The hosted runner lost communication with the server.',
  title: null,
  file: null,
  line: null,
  endLine: null,
  column: null,
  shown: true,
};

/** Runs a job on a fresh runner; one that was cancelled while it waited does not begin. */
export async function runJob(setting: JobSetting): Promise<JobRun> {
  const { bed, facts, control, name } = setting;
  if (control.isCancelled()) return notBegun(setting);
  const { repository, runId, attempt } = facts;
  const folder = mkdtempSync(join(setting.folder, 'runner-'));
  const token = bed.mintToken({ repository, permissions: setting.permissions, job: name });
  const identity = { repository, runId, attempt, job: name, fullRerun: setting.fullRerun, cacheRef: facts.ref };
  const baseRef = facts.baseRef === '' ? 'refs/heads/main' : `refs/heads/${facts.baseRef}`;
  const runtimeToken = bed.results.runtimeToken({ ...identity, baseRef, cacheReadOnly: setting.cacheReadOnly });
  const runner = openRunnerJob(folder, {
    facts,
    urls: bed,
    services: { resultsUrl: bed.results.url, runtimeToken },
    token,
    secrets: setting.secrets,
    environment: setting.runnerEnvironment,
    machine: setting.machine,
  });
  const { workflow, job, contexts } = setting;
  const isCancelled = (): boolean => control.isCancelled();
  const course: Course = { setting, workflow, job, runner, contexts, isCancelled, steps: [], posts: [], failed: false };
  const limit = Number(evaluateString(job.timeoutMinutes ?? 360, scopeOf(course)));
  control.at({ afterMs: limit * setting.minuteMs }, () => control.cancel());
  try {
    for (const [index, step] of job.steps.entries()) await takeStep(course, step, index);
    for (const post of course.posts.reverse()) await takePost(course, post);
    return finish(course);
  } finally {
    control.end();
    await killOrphans(runner.trackingId);
    bed.revokeToken(token);
    rmSync(folder, { recursive: true, force: true });
  }
}

function notBegun({ job, name, matrix, facts, permissions }: JobSetting): JobRun {
  return {
    id: job.id,
    name,
    matrix,
    attempt: facts.attempt,
    result: 'cancelled',
    outputs: {},
    steps: [],
    permissions,
    environment: null,
    concurrency: null,
    runsOn: job.runsOn,
    annotations: [],
    summary: '',
    log: '',
    mayFail: false,
  };
}

async function takeStep(course: Course, document: StepDocument, index: number): Promise<void> {
  const { control } = course.setting;
  if (control.isLost()) return;
  const name = document.name ?? document.uses ?? document.run?.split('\n')[0] ?? `step ${index + 1}`;
  const blank = { id: document.id, name, outputs: {}, message: null, end: null };
  const env = environmentOf(course, document);
  const wanted = (): boolean => evaluateIf(document.if, scopeOf(course, env));
  const plan = planned(wanted, () => planOf(course, document, env));
  if (plan === 'skip') {
    course.steps.push({ ...blank, outcome: 'skipped', conclusion: 'skipped' });
    return;
  }
  if (typeof plan === 'string') {
    course.steps.push({ ...blank, outcome: 'failure', conclusion: 'failure', message: plan });
    course.failed = true;
    return;
  }
  control.begin(wanted);
  const done = await withTimeout(course, document, () => runStep(plan, stepMachine(course)));
  if (control.isLost()) return;
  const outcome = !done.failed ? 'success' : control.isCancelled() && !wanted() ? 'cancelled' : 'failure';
  const mayFail = done.failed && evaluateString(document.continueOnError ?? false, scopeOf(course, env)) === 'true';
  const { outputs, message, end, post } = done;
  course.steps.push({ ...blank, outcome, conclusion: mayFail ? 'success' : outcome, outputs, message, end });
  if (done.failed && !mayFail) course.failed = true;
  if (post !== null) course.posts.push({ name: `Post ${name}`, done: post });
}

/** The step to run; `skip`; or why its expressions cannot be evaluated, which fails the step. */
function planned(wanted: () => boolean, plan: () => StepPlan): StepPlan | string {
  try {
    return wanted() ? plan() : 'skip';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function withTimeout(
  course: Course,
  { timeoutMinutes }: StepDocument,
  run: () => Promise<StepDone>,
): Promise<StepDone> {
  if (timeoutMinutes === undefined) return run();
  const { control, minuteMs } = course.setting;
  const minutes = Number(evaluateString(timeoutMinutes, scopeOf(course)));
  const timer = setTimeout(() => control.cancelStep(), minutes * minuteMs);
  try {
    return await run();
  } finally {
    clearTimeout(timer);
  }
}

function stepMachine({ setting, runner }: Course): StepMachine {
  const { bed, action, idle, control } = setting;
  return { bed, job: runner, action, idle, onProcess: (started) => control.attach(started) };
}

async function takePost(course: Course, { name, done }: Course['posts'][number]): Promise<void> {
  const { control } = course.setting;
  if (control.isLost() || !evaluateIf(done.condition, scopeOf(course))) return;
  control.begin(() => true);
  const end = await done.run();
  if (control.isLost()) return;
  const outcome = end?.failed === true ? 'failure' : 'success';
  course.steps.push({ id: null, name, outcome, conclusion: outcome, outputs: end?.outputs ?? {}, message: null, end });
  if (outcome === 'failure') course.failed = true;
}

function finish(course: Course): JobRun {
  const { setting, steps, runner } = course;
  const { control, job } = setting;
  const scope = scopeOf(course, environmentOf(course, null));
  const ends = steps.map((step) => step.end).filter((end) => end !== null);
  const result =
    control.isLost() || (course.failed && !control.isCancelled())
      ? 'failure'
      : control.isCancelled()
        ? 'cancelled'
        : 'success';
  return {
    id: job.id,
    name: setting.name,
    matrix: setting.matrix,
    attempt: setting.facts.attempt,
    result,
    outputs: control.isLost() ? {} : outputsOf(job.outputs, scope, runner.masks),
    steps,
    permissions: setting.permissions,
    environment: nameOrText(job.environment, scope, 'name'),
    concurrency: nameOrText(job.concurrency, scope, 'group'),
    runsOn: job.runsOn,
    annotations: [...ends.flatMap((end) => end.annotations), ...(control.isLost() ? [LOST] : [])],
    summary: ends.map((end) => end.summary).join(''),
    log: ends.flatMap((end) => end.log).join('\n'),
    mayFail: evaluateString(job.continueOnError ?? false, scope) === 'true',
  };
}

/** Outputs with a secret in them are dropped (docs: passing information between jobs). */
function outputsOf(outputs: Fields, scope: ExpressionScope, masks: ReadonlySet<string>): Record<string, string> {
  const values = Object.entries(outputs).map(([name, value]) => [name, evaluateString(value, scope)] as const);
  return Object.fromEntries(values.filter(([, value]) => ![...masks].some((mask) => value.includes(mask))));
}

function nameOrText(value: unknown, scope: ExpressionScope, key: string): string | null {
  if (value === undefined || value === null) return null;
  return evaluateString(typeof value === 'object' ? (value as Fields)[key] : value, scope);
}
