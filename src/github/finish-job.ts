import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { EXIT } from '../commands/world.js';
import { resultCommit, type RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { describeFailure } from '../report/describe-failure.js';
import { foundFailures } from '../report/found-failures.js';
import { shortCommit } from '../report/step-label.js';
import { renderJobSummary } from '../report/job-summary.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { howToGoOn } from './how-to-go-on.js';
import { keepMetrics } from './keep-metrics.js';
import { publish } from './publish/publish-command.js';
import { baseBranch, publishRequest } from './publish-settings.js';
import { revert } from './revert/revert-command.js';
import { annotateProblem, tellProblem } from './tell-problem.js';

/** A job whose run has ended or paused. */
export interface FinishedJob {
  readonly inputs: ActionInputs;
  readonly prepared: PreparedRun;
  readonly world: ActionWorld;
  readonly landing: LandingGit;
  readonly state: RunState;
  /** What could not be written beside the run itself. */
  readonly problems: readonly string[];
  /** Name of the newest checkpoint. */
  readonly checkpoint: string | null;
}

/** What a job came to. */
export interface JobEnd {
  readonly exitCode: number;
  /** Number of the pull request with the result; null for none. */
  readonly pull: number | null;
}

/** Outputs, annotations, job summary, and what the inputs ask for after the end. */
export async function finishJob(job: FinishedJob): Promise<JobEnd> {
  const { inputs, world, state, problems } = job;
  const { output, console } = world;
  setOutputs(job);
  for (const problem of problems) output.warning(`could not be written: ${problem}`);
  if (state.status !== 'paused') await keepMetrics(job, world);
  const why = state.status === 'paused' ? ` (${state.pause ?? 'unknown'})` : '';
  console.print(
    `run ${state.runId} of ${state.plan.workflow}: ${state.status}${why}, at ${shortCommit(resultCommit(state))}`,
  );
  annotate(state, world);
  if (hasResult(state) && inputs.publish === 'pull-request') {
    // Before the summary of the run: where the result is now is what people look for first.
    const published = await publishResult(job);
    const isPublished = published.exitCode === EXIT.completed;
    await summarise(job, isPublished);
    return isPublished ? { ...published, exitCode: exitCodeOf(state) } : published;
  }
  await summarise(job, false);
  if (state.status === 'failed' && state.landed === null && inputs.onFailure === 'revert') await revertPushed(job);
  return { exitCode: exitCodeOf(state), pull: null };
}

/** All of the run, or with `partial` what is valid of it. */
function hasResult({ status, landed }: RunState): boolean {
  return status === 'completed' || (status === 'failed' && landed !== null);
}

function exitCodeOf({ status, pause }: RunState): number {
  if (status === 'completed' || (status === 'paused' && pause === 'phase-done')) return EXIT.completed;
  return status === 'paused' ? EXIT.paused : EXIT.failed;
}

function setOutputs({ state, world: { output }, checkpoint }: FinishedJob): void {
  const commit = resultCommit(state);
  output.setOutput('status', state.status);
  output.setOutput('pause-reason', state.status === 'paused' ? (state.pause ?? '') : '');
  output.setOutput('run-id', state.runId);
  output.setOutput('commit', commit);
  output.setOutput('changed', String(commit !== state.base.commit));
  output.setOutput('checkpoint', checkpoint ?? '');
}

/** Errors at the user's lines; then one sentence about why the job is red. */
function annotate(state: RunState, { output, facts }: ActionWorld): void {
  const failures = foundFailures(state).filter(({ isBorne }) => !isBorne);
  output.annotate(failures.flatMap(({ failure }) => diagnosticsOf(failure)));
  for (const { where, failure, blame } of failures) {
    const { title, details, help } = describeFailure(failure);
    const without = failure.reason === 'partial' ? details : [];
    const guilty = blame === null ? [] : [blame.title, ...blame.details];
    output.error([`${where}: ${title}`, ...without, ...guilty, ...(help === '' ? [] : [help])].join('\n'));
  }
  if (state.status === 'paused' && state.pause !== 'phase-done') output.error(howToGoOn(state, facts));
}

/** What a failure says about places in files. */
export function diagnosticsOf(failure: Failure): readonly Diagnostic[] {
  return 'diagnostics' in failure ? failure.diagnostics : [];
}

async function summarise({ state, checkpoint, world }: FinishedJob, isPublished: boolean): Promise<void> {
  const { facts, output } = world;
  const { owner, repo, runId, serverUrl } = facts;
  const repository = `${owner}/${repo}`;
  const isPushed = state.landed?.how === 'fast-forward' || state.landed?.how === 'branch';
  await output.summary(
    renderJobSummary(state, {
      commitsAt: isPushed ? `${serverUrl}/${repository}` : null,
      workflowRun: { repository, id: runId },
      checkpoint,
      isPublished,
      validation: null,
      hosts: null,
      notes: [],
    }),
  );
}

async function publishResult({ inputs, world, landing, state }: FinishedJob): Promise<JobEnd> {
  const { validation } = state;
  const of = { landing, state, result: resultCommit(state), mode: 'pull-request', validation } as const;
  const request = publishRequest(inputs, world.facts, of);
  if (!request.ok) return { exitCode: await tellProblem(request.error, world.output), pull: null };
  const published = await publish(request.value, world);
  if (!published.ok) return { exitCode: annotateProblem(published.error, world.output), pull: null };
  const { value } = published;
  return { exitCode: EXIT.completed, pull: value.kind === 'pull-request' ? value.pullRequest.number : null };
}

async function revertPushed({ inputs, world, landing, state }: FinishedJob): Promise<void> {
  const branch = baseBranch(inputs, world.facts);
  if (!branch.ok) {
    annotateProblem(branch.error, world.output);
    return;
  }
  const { trusted } = landing;
  const target = { kind: 'run', runId: state.runId, base: state.base.commit } as const;
  const reason = `workflow ${state.plan.workflow} failed`;
  const reverted = await revert({ trusted, branch: branch.value, target, reason }, world);
  if (!reverted.ok) annotateProblem(reverted.error, world.output);
}
