import type { Permissions } from './bed.js';
import type { JobFacts } from './runner-job.js';
import { JobControl } from './workflow-control.js';
import type { Fields, JobDocument, WorkflowDocument } from './workflow-document.js';
import type { WorkflowRequest } from './workflow-executor.js';
import { evaluateField, evaluateIf, evaluateString, stringOf, type ExpressionScope } from './workflow-expressions.js';
import { runJob, type JobRun, type JobSetting, type Outcome } from './workflow-job.js';
import { combinationName, expandMatrix, type Combination } from './workflow-matrix.js';
import type { ActionUnderTest } from './workflow-step.js';

/** All jobs of a key: one, or those of its matrix. */
export interface JobResult {
  readonly result: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** In order of the matrix; of this attempt, or kept of an earlier one. */
  readonly runs: readonly JobRun[];
  /** Why the job could not even begin, for example an empty matrix. */
  readonly message: string | null;
}

export interface JobsRequest {
  readonly request: WorkflowRequest;
  readonly document: WorkflowDocument;
  readonly facts: Omit<JobFacts, 'job'>;
  readonly inputs: Fields;
  readonly folder: string;
  readonly action: ActionUnderTest;
}

/** What the jobs of one workflow run share. */
interface Ground extends JobsRequest {
  readonly results: Map<string, JobResult>;
  readonly controls: Set<JobControl>;
  readonly slots: Slots;
  cancelled: boolean;
}

/** Permissions of a token when the workflow says nothing, as new repositories have it. */
const DEFAULT_PERMISSIONS: Permissions = { contents: 'read', packages: 'read' };
const ALL_PERMISSIONS = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
];

/** Runs all jobs, each as soon as those that it needs have ended. */
export async function runJobs(request: JobsRequest): Promise<Readonly<Record<string, JobResult>>> {
  const { document } = request;
  const slots = new Slots(request.request.concurrentJobs ?? 2);
  const ground: Ground = { ...request, results: new Map(), controls: new Set(), slots, cancelled: false };
  const waiting = new Map<string, Promise<void>>();
  const visiting: string[] = [];
  const start = (id: string): Promise<void> => {
    const job = document.jobs.get(id);
    if (job === undefined) throw new Error(`Job '${visiting.at(-1) ?? ''}' needs '${id}', which does not exist.`);
    if (visiting.includes(id)) throw new Error(`Jobs need each other: ${[...visiting, id].join(' -> ')}`);
    const known = waiting.get(id);
    if (known !== undefined) return known;
    visiting.push(id);
    const needed = job.needs.map(start);
    visiting.pop();
    const done = Promise.all(needed).then(async () => {
      ground.results.set(id, await takeJob(ground, job));
    });
    waiting.set(id, done);
    return done;
  };
  try {
    await Promise.all([...document.jobs.keys()].map(start));
  } catch (error) {
    // The test bed itself is at its end: what still runs must not outlive it.
    for (const control of ground.controls) control.lose();
    throw error;
  }
  return Object.fromEntries([...document.jobs.keys()].map((id) => [id, resultOf(ground, id)]));
}

async function takeJob(ground: Ground, job: JobDocument): Promise<JobResult> {
  const before = ground.request.rerun?.of.jobs[job.id];
  if (before !== undefined && isKept(ground, job, before)) return before;
  const scope = scopeOf(ground, job);
  const nothing = { outputs: {}, runs: [], message: null };
  let combinations: readonly (Combination | null)[];
  try {
    if (!evaluateIf(job.if, scope)) return { ...nothing, result: ground.cancelled ? 'cancelled' : 'skipped' };
    combinations = expandMatrix(evaluateField(job.strategy['matrix'], scope));
  } catch (error) {
    return { ...nothing, result: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
  return runCombinations(ground, { job, combinations, before, scope });
}

interface Combinations {
  readonly job: JobDocument;
  readonly combinations: readonly (Combination | null)[];
  readonly before: JobResult | undefined;
  readonly scope: ExpressionScope;
}

async function runCombinations(ground: Ground, { job, combinations, before, scope }: Combinations): Promise<JobResult> {
  const failFast = stringOf(evaluateField(job.strategy['fail-fast'] ?? true, scope)) !== 'false';
  const limit = Number(evaluateString(job.strategy['max-parallel'] ?? combinations.length, scope));
  const slots = new Slots(limit);
  const controls: JobControl[] = combinations.map(() => new JobControl());
  for (const control of controls) ground.controls.add(control);
  // Outputs of a matrix: the job that ends last and sets a value wins (docs: using job outputs in a matrix job).
  const outputs: Record<string, string> = {};
  const take = async (combination: Combination | null, index: number): Promise<JobRun> => {
    const control = controls[index] ?? new JobControl();
    const kept = ground.request.rerun?.jobs === 'failed' ? keptRun(before, combination) : undefined;
    const strategy = {
      'fail-fast': failFast,
      'job-index': index,
      'job-total': combinations.length,
      'max-parallel': limit,
    };
    const run =
      kept ??
      (await slots.use(() =>
        ground.slots.use(() => runJob(settingOf(ground, { job, combination, strategy, scope, control }))),
      ));
    for (const [name, value] of Object.entries(run.outputs)) if (value !== '') outputs[name] = value;
    if (failFast && run.result === 'failure' && !run.mayFail) for (const other of controls) other.cancel();
    return run;
  };
  const runs = await Promise.all(combinations.map(take));
  const counted = runs.map((run) => (run.mayFail && run.result === 'failure' ? 'success' : run.result));
  const result = (['failure', 'cancelled'] as const).find((one) => counted.includes(one)) ?? 'success';
  return { result, outputs, runs, message: null };
}

interface CombinationSetting {
  readonly job: JobDocument;
  readonly combination: Combination | null;
  readonly strategy: Fields;
  readonly scope: ExpressionScope;
  readonly control: JobControl;
}

function settingOf(ground: Ground, { job, combination, strategy, scope, control }: CombinationSetting): JobSetting {
  const { request, document, facts } = ground;
  const contexts = { ...scope.contexts, strategy, matrix: combination ?? {} };
  const suffix = combination === null ? '' : ` (${combinationName(combination)})`;
  const name = job.name === null ? `${job.id}${suffix}` : evaluateString(job.name, { ...scope, contexts });
  const info = { id: job.id, name, matrix: combination, attempt: facts.attempt };
  const interruption = request.onJob?.(info) ?? null;
  if (interruption !== null) {
    control.at(interruption.when, () => {
      if (interruption.kind === 'kill') control.lose();
      else if (interruption.kind === 'cancel') control.cancel();
      else cancelAll(ground);
    });
  }
  const fromFork = request.event.fromFork === true;
  const secrets = fromFork ? {} : (request.secrets ?? {});
  return {
    bed: request.github,
    workflow: document,
    job,
    name,
    matrix: combination,
    facts: { ...facts, job: job.id },
    fullRerun: request.rerun?.jobs === 'all',
    permissions: permissionsOf(job.permissions ?? document.permissions, fromFork),
    contexts,
    secrets,
    action: ground.action,
    idle: request.idle ?? [],
    machine: request.machine ?? {},
    runnerEnvironment: request.runnerEnvironment ?? 'github-hosted',
    cacheReadOnly: fromFork,
    minuteMs: request.minuteMs ?? 60_000,
    folder: ground.folder,
    control,
  };
}

function cancelAll(ground: Ground): void {
  ground.cancelled = true;
  for (const control of ground.controls) control.cancel();
}

/** "Re-run failed jobs" leaves out what succeeded and what was skipped, unless a job that it needs runs again. */
function isKept(ground: Ground, job: JobDocument, before: JobResult): boolean {
  const { rerun } = ground.request;
  if (rerun?.jobs !== 'failed' || before.result === 'failure' || before.result === 'cancelled') return false;
  return job.needs.every((id) => rerun.of.jobs[id] === ground.results.get(id));
}

/** A job of a matrix that is not run again, because it had succeeded. */
function keptRun(before: JobResult | undefined, combination: Combination | null): JobRun | undefined {
  const key = JSON.stringify(combination);
  const found = before?.runs.find((run) => JSON.stringify(run.matrix) === key);
  return found?.result === 'success' && before?.result !== 'success' ? found : undefined;
}

/** `success()` asks for all jobs that came before, not only those that are needed directly (docs: status check functions). */
function scopeOf(ground: Ground, job: JobDocument): ExpressionScope {
  const { request, document, facts, inputs } = ground;
  const ancestors = new Set(job.needs);
  for (const id of ancestors) for (const other of document.jobs.get(id)?.needs ?? []) ancestors.add(other);
  const results = [...ancestors].map((id) => resultOf(ground, id).result);
  const needs = job.needs.map((id) => [
    id,
    { result: resultOf(ground, id).result, outputs: resultOf(ground, id).outputs },
  ]);
  const [owner = ''] = facts.repository.split('/');
  return {
    contexts: {
      github: {
        event: facts.event,
        event_name: facts.eventName,
        ref: facts.ref,
        ref_name: facts.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
        sha: facts.sha,
        repository: facts.repository,
        repository_owner: owner,
        run_id: String(facts.runId),
        run_number: String(facts.runNumber),
        run_attempt: String(facts.attempt),
        actor: facts.actor,
        workflow: facts.workflow,
        head_ref: facts.headRef,
        base_ref: facts.baseRef,
        server_url: request.github.serverUrl,
        api_url: request.github.apiUrl,
      },
      inputs,
      needs: Object.fromEntries(needs) as unknown,
      vars: request.vars ?? {},
      secrets: request.event.fromFork === true ? {} : (request.secrets ?? {}),
    },
    status: {
      success: !ground.cancelled && results.every((one) => one === 'success'),
      failure: results.includes('failure'),
      cancelled: ground.cancelled,
    },
  };
}

function resultOf(ground: Ground, id: string): JobResult {
  const found = ground.results.get(id);
  if (found === undefined) throw new Error(`Job '${id}' has not ended.`);
  return found;
}

function permissionsOf(said: unknown, fromFork: boolean): Permissions {
  const whole = (right: 'read' | 'write'): Permissions =>
    Object.fromEntries(ALL_PERMISSIONS.map((name) => [name, right]));
  const granted =
    said === undefined
      ? DEFAULT_PERMISSIONS
      : said === 'read-all'
        ? whole('read')
        : said === 'write-all'
          ? whole('write')
          : ((said ?? {}) as Permissions);
  if (!fromFork) return granted;
  return Object.fromEntries(
    Object.entries(granted).map(([name, right]) => [name, right === 'write' ? ('read' as const) : right]),
  );
}

/** Lets so many at once go on; the others wait in order. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = Math.max(1, count);
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
