import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { GitHubBed, WorkflowRun } from './bed.js';
import type { JobFacts } from './runner-job.js';
import type { JobInterruption } from './workflow-control.js';
import { dispatchInputs, parseWorkflow, type WorkflowDocument } from './workflow-document.js';
import type { JobRun, Outcome } from './workflow-job.js';
import { runJobs, type JobResult } from './workflow-jobs.js';
import type { Combination } from './workflow-matrix.js';
import type { ActionUnderTest } from './workflow-step.js';

/** What a workflow run is about. */
export interface WorkflowEvent {
  readonly name: string;
  /** Full; default `refs/heads/main`. */
  readonly ref?: string;
  /** Default: where `ref` is. */
  readonly sha?: string;
  /** Added to what every event has. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Branches of a pull request. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly actor?: string;
  /** A pull request of a fork: no secrets, a token that only reads, no writing of caches. */
  readonly fromFork?: boolean;
}

/** A job that is about to begin. */
export interface JobInfo {
  readonly id: string;
  readonly name: string;
  readonly matrix: Combination | null;
  readonly attempt: number;
}

export interface WorkflowRequest {
  readonly github: GitHubBed;
  /** `owner/name`. */
  readonly repository: string;
  /** Path in the repository, which it is read from at the commit of the event, or the text itself with the path it would have. */
  readonly workflow: { readonly path: string; readonly text?: string };
  readonly event: WorkflowEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Default: dist/action/index.js and action.yml of the project, run by the node of the test. */
  readonly action?: Partial<ActionUnderTest>;
  /** What the machine of every runner sets. */
  readonly machine?: Readonly<Record<string, string>>;
  readonly runnerEnvironment?: 'github-hosted' | 'self-hosted';
  /** Actions that do nothing here, besides the installers of Nix. */
  readonly idle?: readonly RegExp[];
  /** Jobs at once; default 2. */
  readonly concurrentJobs?: number;
  /** Length of a minute of `timeout-minutes`; default 60 000. */
  readonly minuteMs?: number;
  /** What is done to a job that begins. */
  readonly onJob?: (job: JobInfo) => JobInterruption | null;
  /** Another attempt of an earlier run: of the jobs that failed and those that need them, or of all. Its event and commit stay. */
  readonly rerun?: { readonly of: WorkflowResult; readonly jobs: 'failed' | 'all' };
}

export interface WorkflowResult {
  readonly runId: number;
  readonly attempt: number;
  readonly facts: JobFacts;
  readonly conclusion: Exclude<Outcome, 'skipped'>;
  /** By key. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** Of the workflow; null without one. */
  readonly concurrency: unknown;
}

let lastRunId = 5000;

/**
 * Runs a workflow as GitHub does, jobs on fresh runners with real processes. Rejects for what GitHub refuses to start and for what the
 * test bed does not know.
 */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowResult> {
  const { github, repository, event, rerun } = request;
  const ref = event.ref ?? 'refs/heads/main';
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', github.bareFolder(repository), ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const sha = rerun?.of.facts.sha ?? event.sha ?? git('rev-parse', '--verify', `${ref}^{commit}`).trim();
  const { path } = request.workflow;
  const document = parseWorkflow(request.workflow.text ?? git('show', `${sha}:${path}`));
  if (!(event.name in document.on)) throw new Error(`${path} is not triggered by ${event.name}.`);
  const inputs = event.name === 'workflow_dispatch' ? dispatchInputs(document, request.inputs ?? {}) : {};
  const runId = rerun?.of.runId ?? (lastRunId += 1);
  const attempt = (rerun?.of.attempt ?? 0) + 1;
  const facts: Omit<JobFacts, 'job'> = {
    repository,
    runId,
    runNumber: runId - 5000,
    attempt,
    workflow: document.name ?? path,
    workflowPath: path,
    sha,
    ref,
    headRef: event.headRef ?? '',
    baseRef: event.baseRef ?? '',
    eventName: event.name,
    event: payloadOf(request, ref, inputs),
    actor: event.actor ?? 'someone',
  };
  const folder = mkdtempSync(join(tmpdir(), 'workflow-runner-run-'));
  const told = runOf(facts, event);
  github.putRun(told);
  try {
    const jobs = await runJobs({ request, document, facts, inputs, folder, action: actionOf(request) });
    const conclusion = conclusionOf(Object.values(jobs));
    const runs = Object.values(jobs).flatMap((job) => job.runs);
    github.putRun({ ...told, status: 'completed', conclusion, jobs: runs.map(toldJob) });
    return {
      runId,
      attempt,
      facts: { ...facts, job: '' },
      conclusion,
      jobs,
      concurrency: document.concurrency ?? null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function actionOf({ action = {} }: WorkflowRequest): ActionUnderTest {
  return {
    entry: action.entry ?? resolve('dist/action/index.js'),
    file: action.file ?? resolve('action.yml'),
    node: action.node ?? process.execPath,
  };
}

function payloadOf(
  { repository, event, workflow }: WorkflowRequest,
  ref: string,
  inputs: WorkflowDocument['env'],
): unknown {
  const [owner = '', name = ''] = repository.split('/');
  const values = Object.entries(inputs).map(([key, value]) => [key, String(value as string | number | boolean)]);
  return {
    repository: {
      full_name: repository,
      name,
      owner: { login: owner },
      default_branch: 'main',
      private: false,
      fork: false,
    },
    sender: { login: event.actor ?? 'someone' },
    ...(event.name === 'workflow_dispatch'
      ? { inputs: Object.fromEntries(values) as unknown, ref, workflow: workflow.path }
      : {}),
    ...(event.name === 'schedule' ? { schedule: '0 0 * * 0' } : {}),
    ...event.payload,
  };
}

function conclusionOf(jobs: readonly JobResult[]): 'success' | 'failure' | 'cancelled' {
  if (jobs.some((job) => job.result === 'failure')) return 'failure';
  return jobs.some((job) => job.result === 'cancelled') ? 'cancelled' : 'success';
}

function runOf(facts: Omit<JobFacts, 'job'>, event: WorkflowEvent): WorkflowRun {
  return {
    id: facts.runId,
    repository: facts.repository,
    headRepository: event.fromFork === true ? `stranger/${basename(facts.repository)}` : facts.repository,
    runNumber: facts.runNumber,
    attempt: facts.attempt,
    name: facts.workflow,
    path: facts.workflowPath,
    event: facts.eventName,
    headBranch: facts.headRef || facts.ref.replace(/^refs\/(heads|tags)\//, ''),
    headSha: facts.sha,
    status: 'in_progress',
    conclusion: null,
    jobs: [],
  };
}

function toldJob({ name, attempt, result }: JobRun, index: number): WorkflowRun['jobs'][number] {
  return { id: index + 1, name, attempt, status: 'completed', conclusion: result };
}
