/*
 * Executes one attempt of a step: workspace, the step itself, evidence, commit.
 *
 * Job: turn what a step did into a commit, or into a failure with facts. Not its job: what the step is (`steps/`), when it
 * runs (`engine/`), recording (`run-loop.ts`). Invariants, cited by the tests:
 *  X1  The commit holds the tree that was checked; a file that changes later is not in it.
 *  X2  A ref names the commit before this resolves, so that the journal never names what git does not keep.
 *  X3  Work that cannot be used (it broke a check, it left its scope) is kept under a ref of its own.
 */
import picomatch from 'picomatch';
import { breaches, type HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { Changes } from '../git/changes.js';
import type { Trailers } from '../git/commit-message.js';
import type { Committed, Workspace } from '../git/workspace.js';
import type { FlakeCheck } from '../nix/flake-check.js';
import { performerOf, type PlanStep } from '../plan/plan.js';
import { runKind } from '../steps/registry.js';
import { free, type StepFailure, type StepInput, type StepReport, type StepTools } from '../steps/step-kind.js';
import { runChecks, type CommandWorld } from './run-checks.js';
import type { Effects, StepJob, StepListener, StepOutcome } from './effects.js';
import { steeringPaths } from './steering-paths.js';
import { redactDeep } from './redact-deep.js';
import type { LogSection } from './step-log.js';

/** What executing steps needs from the run that they belong to. */
export interface StepWorld extends CommandWorld {
  readonly runId: string;
  readonly now: () => number;
  readonly tools: StepTools;
  /** A workspace at that commit which nobody else uses until it is released; with the files of `work` when that is given. */
  readonly acquire: (commit: string, work: string | null) => Promise<Result<Workspace, Failure>>;
  readonly release: (workspace: Workspace) => void;
  /** Names a commit `refs/workflow-runner/<run>/<name>`, durably. */
  readonly keep: (name: string, commit: string) => Promise<Result<void, Failure>>;
  /** See `Effects`. */
  readonly compareHosts: Effects['compareHosts'];
  readonly log: (name: string) => LogSection;
  /** How much of a running step is done, in percent, where that can be measured. */
  readonly onProgress: (stepId: string, percent: number) => void;
}

/** Runs one attempt. Resolves with what is to be recorded; rejects only for a bug of ours. */
export async function executeStep(job: StepJob, hear: StepHearing, world: StepWorld): Promise<StepOutcome> {
  const { signal, onSession } = hear;
  const acquired = await world.acquire(job.base, job.history.work);
  if (!acquired.ok) return failed(free(acquired.error));
  const workspace = acquired.value;
  const log = world.log(job.step.id);
  const { step, attempt, base } = job;
  try {
    if (step.asksAgent) await workspace.noteUse({ runId: world.runId, step: step.id, attempt, base });
    const input: StepInput = {
      dir: workspace.root,
      stepId: job.step.id,
      attempt: job.attempt,
      timeoutMs: job.step.action.timeoutMs,
      history: job.history,
      // An agent may say a secret in any place; a conversation of that name is not gone on with.
      onSession: (session) => {
        if (world.tools.redact(session.id) === session.id) onSession(session);
      },
      signal,
      onOutput: log.write,
      onProgress: (percent) => world.onProgress(step.id, percent),
      tools: world.tools,
      checkCommit: () => checkCommit(job, { workspace, signal, log, world }),
    };
    // What it says goes into commits, the journal and documents: nothing of it is used before this.
    const report = redactDeep(await runKind(job.step.action, input), world.tools.redact);
    if (!report.ok) return await keepWork(job, workspace, { failure: report.error, world });
    const outcome = await judge({ job, workspace, report: report.value, signal, log, world });
    // The names of files in a failure are its words, too.
    return redactDeep(outcome, world.tools.redact);
  } finally {
    log.close();
    if (step.asksAgent) await workspace.noteUse(null);
    world.release(workspace);
  }
}

/** How a step is stopped, and what is heard from it. */
export interface StepHearing extends StepListener {
  readonly signal: AbortSignal;
}

interface Attempt {
  readonly job: StepJob;
  readonly workspace: Workspace;
  readonly report: StepReport;
  readonly signal: AbortSignal;
  readonly log: LogSection;
  readonly world: StepWorld;
}

/** What a step would find out about the commit that it builds on, the run finds out, and keeps. */
async function checkCommit(
  { step, base }: StepJob,
  { workspace, signal, log, world }: Pick<Attempt, 'workspace' | 'signal' | 'log' | 'world'>,
): Promise<FlakeCheck | null> {
  const changes = await workspace.changes();
  if (!changes.ok || changes.value.length > 0) return null;
  const { timeoutMs } = step.action;
  const limit = timeoutMs === null ? {} : { timeoutMs };
  return await world.flakes.check({ commit: base, signal, onOutput: log.write, ...limit });
}

/** The step says that it is done; what it changed and the checks on that decide whether it is. */
async function judge(attempt: Attempt): Promise<StepOutcome> {
  const { job, workspace, report, world } = attempt;
  const cost = { costUsd: report.costUsd, tokens: report.tokens };
  const committed = await commitStep(job, workspace, { report, world });
  if (!committed.ok) return failed({ failure: committed.error, ...cost });
  if (committed.value === null) {
    if (report.mustChange && report.outcome === 'done')
      return failed({ failure: { reason: 'agent-changed-nothing' }, ...cost });
    const failure = await validate(attempt, job.base);
    return failure === null
      ? done(report, { commit: job.base, changes: [], hosts: null })
      : failed({ failure, ...cost });
  }
  const { commit, changes } = committed.value;
  const outside = outsideWrites(changes, job.step);
  const contract = outside === null ? await holdToContract(attempt, commit) : NO_CONTRACT;
  const failure = outside ?? contract.failure ?? (await validate(attempt, commit));
  if (failure !== null) {
    const kept = await world.keep(`${job.step.id}.failed-${job.attempt}`, commit);
    return failed({ failure, ...cost }, kept.ok && job.step.asksAgent ? commit : null);
  }
  const kept = await world.keep(job.step.id, commit);
  if (!kept.ok) return failed({ failure: kept.error, ...cost });
  return done(report, { commit, changes, hosts: contract.hosts });
}

interface Contract {
  /** null when the step has none. */
  readonly hosts: readonly HostComparison[] | null;
  readonly failure: Failure | null;
}

const NO_CONTRACT: Contract = { hosts: null, failure: null };

/** What its `expect:` promises is measured: every host before and after. */
async function holdToContract({ job, signal, world }: Attempt, commit: string): Promise<Contract> {
  const { expect } = job.step.action;
  if (expect === null) return NO_CONTRACT;
  const compared = await world.compareHosts({ before: job.base, after: commit }, signal);
  if (!compared.ok) return { hosts: null, failure: compared.error };
  const broken = breaches(expect, compared.value);
  const failure: Failure | null = broken.length === 0 ? null : { reason: 'contract-broken', expect, hosts: broken };
  return { hosts: compared.value, failure };
}

/** The evidence of its task and its own `validation:`, in its workspace; the flake's check on a clean checkout of its commit. */
function validate({ job, workspace, report, signal, log, world }: Attempt, commit: string): Promise<Failure | null> {
  const commands = [...report.evidence.map(asBash), ...job.step.action.validation];
  if (commands.length === 0) return Promise.resolve(null);
  const { tools } = world;
  // What the step has changed is `git diff $WORKFLOW_RUNNER_BASE` to a check.
  const env = { ...tools.env, WORKFLOW_RUNNER_BASE: job.base };
  const told = { ...world, tools: { ...tools, env } };
  return runChecks({ commands, commit, dir: workspace.root, signal, onOutput: log.write }, told);
}

const asBash = (script: string): string => `bash -e -c '${script.replaceAll("'", `'\\''`)}'`;

interface Work {
  readonly report: StepReport | null;
  readonly world: StepWorld;
}

/** null when the step changed nothing. */
async function commitStep(
  job: StepJob,
  workspace: Workspace,
  { report, world }: Work,
): Promise<Result<Committed | null, Failure>> {
  const summary = report?.summary.trim().split('\n')[0] ?? '';
  return await workspace.commitChanges({
    message: summary === '' ? subject(job.step) : `${subject(job.step)}\n\n${summary}`,
    trailers: trailers(job.step, world.runId),
    atMs: world.now(),
  });
}

/** A failed attempt's changes, kept under a ref for the person who paid for them. Best effort: the failure stays the news. */
async function keepWork(
  job: StepJob,
  workspace: Workspace,
  { failure, world }: { failure: StepFailure; world: StepWorld },
): Promise<StepOutcome> {
  if (!job.step.asksAgent) return failed(failure);
  const committed = await commitStep(job, workspace, { report: null, world });
  if (!committed.ok || committed.value === null) return failed(failure);
  const { commit } = committed.value;
  const kept = await world.keep(`${job.step.id}.failed-${job.attempt}`, commit);
  return failed(failure, kept.ok ? commit : null);
}

function outsideWrites(changes: Changes, { action, asksAgent }: PlanStep): Failure | null {
  const { writes } = action;
  const steering = asksAgent ? steeringPaths(changes, writes ?? []) : [];
  if (steering.length > 0) return { reason: 'protected-paths', paths: steering };
  if (writes === null) return null;
  const inside = picomatch([...writes], { dot: true });
  const paths = changes.map((change) => change.path).filter((path) => !inside(path));
  return paths.length === 0 ? null : { reason: 'outside-writes', paths, writes };
}

function subject(step: PlanStep): string {
  const performer = performerOf(step);
  return performer === step.name ? performer : `${performer}: ${step.name}`;
}

function trailers(step: PlanStep, runId: string): Trailers {
  const own: [string, string][] = [
    ['Workflow-Run', runId],
    ['Workflow-Step', step.id],
  ];
  if (step.action.kind === 'agent') own.push(['Workflow-Agent', step.action.agent]);
  return own;
}

interface Made {
  readonly commit: string;
  readonly changes: Changes;
  readonly hosts: Contract['hosts'];
}

function done({ summary, outputs, costUsd, tokens }: StepReport, { commit, changes, hosts }: Made): StepOutcome {
  const compared = hosts === null ? {} : { hosts };
  return {
    ok: true,
    result: { commit, filesModified: changes.length, summary, outputs, costUsd, tokens, ...compared },
  };
}

/** `work`: what the next attempt starts with. */
const failed = (failure: StepFailure, work: string | null = null): StepOutcome => ({
  ok: false,
  ...failure,
  ...(work === null ? {} : { work }),
});
