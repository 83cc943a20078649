/*
 * `run`: the story of a run, from the command line to the exit code.
 *
 * Order matters: everything that can be refused is refused before the lock, everything under the lock before the first event,
 * and the lock is given back whatever happens.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { ok, type Result } from '../base/result.js';
import type { Holder } from '../files/lock-claim.js';
import { cleanStale } from '../git/clean-stale.js';
import { addExclude } from '../git/exclude.js';
import type { Git } from '../git/git.js';
import type { LandingGit } from '../git/landing.js';
import { openRepository, type Repository } from '../git/repository.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { endOrphans } from '../process/end-orphans.js';
import { WorkspacePool } from '../git/workspace-pool.js';
import { buildState } from '../report/state-document.js';
import { timestamp } from '../report/timestamp.js';
import { renderRunSummary } from '../report/run-summary.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { executeRun, type ExecutedRun } from '../runner/execute-run.js';
import { runFiles } from '../runner/run-files.js';
import { repairLandingOf, type StartedRun } from '../runner/start-run.js';
import { DEFAULT_BACKEND, startOrResume, startProblem, startRequest } from './begin-run.js';
import { clean, type CommandConsole } from './console.js';
import { showDryRun } from './dry-run.js';
import { loadPlan } from './load-workflows.js';
import { planChoices } from './run-choices.js';
import { projection, writeMetrics } from './run-documents.js';
import type { RunFlags } from './run-flags.js';
import type { PreparedRun } from './prepared-run.js';
import { describePrerequisites } from './run-prerequisites.js';
import { cleanerFactory, findGit, redacting, stepTools } from './run-tools.js';
import { openRunView } from './run-view.js';
import { takeLock } from './take-lock.js';
import { rollBack } from './roll-back.js';
import { EXIT, type CommandWorld } from './world.js';

/** Runs a workflow, or does what the flags say instead of or before it. Resolves with the exit code. */
export async function runCommand(name: string, flags: RunFlags, outer: CommandWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { console } = world;
  const opened = await openCheckout(flags, world);
  if (!opened.ok) return console.fail(opened.error, opened.error.exitCode);
  const { git, repository } = opened.value;
  const loaded = await loadPlan(repository.root, name);
  if (!loaded.ok) return refuse(name, loaded.error, console);
  console.warn(loaded.value.warnings);
  const planned = planChoices(flags, loaded.value.plan, world.cwd);
  if (!planned.ok) return console.fail(planned.error, planned.error.exitCode);
  const files = runFiles(repository.root, name);
  const cacheDir = cacheFolder(repository.commonDir, world.env);
  const runId = newRunId(world.now());
  const prepared = { ...planned.value, name, flags, git, repository, loaded: loaded.value, files, cacheDir, runId };
  if (flags.dryRun) return dryRun(prepared, world);
  const locked = takeLock(prepared, world);
  if (!locked.ok) return console.fail(locked.error, locked.error.exitCode);
  try {
    return await underLock(prepared, locked.value.takenOverFrom, world);
  } finally {
    locked.value.release();
  }
}

/** A workflow that does not exist is one line; one that is wrong is shown with every place. */
function refuse(name: string, diagnostics: readonly Diagnostic[], console: CommandConsole): number {
  const [first] = diagnostics;
  if (first?.code === 'unknown-workflow' && first.location.line === undefined) {
    const { code, message, help = '' } = first;
    return console.fail({ code, message, help }, EXIT.invalid);
  }
  const code = first?.code ?? 'invalid-definition';
  return console.fail({ code, message: `workflow '${name}' cannot run`, diagnostics }, EXIT.invalid);
}

async function openCheckout(
  flags: RunFlags,
  world: CommandWorld,
): Promise<Result<{ git: Git; repository: Repository }, Problem>> {
  const git = findGit(world);
  if (!git.ok) return git;
  const repository = await openRepository(flags.repo ?? world.cwd, git.value);
  return repository.ok ? ok({ git: git.value, repository: repository.value }) : repository;
}

function newRunId(nowMs: number): string {
  return `${timestamp(nowMs).replace(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
}

/** Under the lock: the last run or a new one, then the steps. */
async function underLock(prepared: PreparedRun, dead: Holder | null, world: CommandWorld): Promise<number> {
  const { console } = world;
  const { repository, git, cacheDir, flags } = prepared;
  await endOrphans(join(cacheDir, 'workspaces'));
  await cleanStale(repository, cacheDir);
  await addExclude(repository);
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const unrepaired = dead === null || dead.workflow === prepared.name ? null : await repairAfter(dead, landing);
  if (unrepaired !== null) return console.fail(unrepaired, unrepaired.exitCode);
  const request = await startRequest(prepared, landing, world);
  if (!request.ok) return console.fail(request.error, request.error.exitCode);
  if (prepared.rollbackTo !== null) {
    const code = await rollBack(prepared, request.value, world);
    if (code !== EXIT.completed || !flags.resume) return code;
  }
  const started = await startOrResume(prepared, request.value, world);
  if (!started.ok) return console.fail(started.error, started.error.exitCode);
  if (started.value === 'completed') {
    console.json({ workflow: prepared.name, status: 'completed', nothing_to_do: true });
    console.print(`The last run of ${prepared.name} has completed: there is nothing to resume.`);
    return EXIT.completed;
  }
  return execute(prepared, { started: started.value, landing }, world);
}

/** The run whose lock was taken over may have died while it landed in this checkout. */
async function repairAfter({ runId, workflow }: Holder, landing: LandingGit): Promise<Problem | null> {
  const isName = /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(workflow);
  return isName ? repairLandingOf(runId, runFiles(landing.trusted.repository.root, workflow), landing) : null;
}

interface Ready {
  readonly started: StartedRun;
  readonly landing: LandingGit;
}

async function execute(prepared: PreparedRun, { started, landing }: Ready, world: CommandWorld): Promise<number> {
  const { console, now, signal, env } = world;
  const { announce } = started;
  const chosen =
    announce.type === 'run-started' || announce.type === 'run-resumed' ? announce.choices.agentBackend : null;
  const view = await openRunView(console, now);
  try {
    const executed = await executeRun({
      started,
      files: prepared.files,
      landing,
      pool: new WorkspacePool(prepared.git, prepared.repository, prepared.cacheDir),
      tools: stepTools(world, prepared.loaded, chosen ?? DEFAULT_BACKEND),
      now,
      signal,
      newCleaner: cleanerFactory(env),
      project: projection(prepared.files, now),
      onEvent: view.onEvent,
      onLine: view.onLine,
      onNotify: (about) => console.note(`notify: ${prepared.name}: ${about}`),
    });
    view.stop();
    return await report(prepared, executed, world);
  } finally {
    view.stop();
  }
}

async function report(prepared: PreparedRun, executed: ExecutedRun, world: CommandWorld): Promise<number> {
  const { console } = world;
  const { state, end, problems } = executed;
  const uncounted = await writeMetrics(prepared.files, state).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  for (const problem of [...problems, ...uncounted]) console.note(`note: could not be written: ${clean(problem)}`);
  console.json(buildState(state));
  console.print(`\n${renderRunSummary(state, { clean, paint: console.paint, repo: prepared.flags.repo })}`);
  if (end === 'completed' || state.pause === 'phase-done') return EXIT.completed;
  return end === 'failed' ? EXIT.failed : EXIT.paused;
}

/** Without the lock, and so beside a run that may be going on: the workspaces of that run are not for it. */
async function dryRun(prepared: PreparedRun, world: CommandWorld): Promise<number> {
  const { choices, loaded } = prepared;
  const cacheDir = join(prepared.cacheDir, `dry-${prepared.runId}`);
  const prerequisites = await describePrerequisites({ ...prepared, cacheDir }, world);
  await rm(cacheDir, { recursive: true, force: true });
  const backend = choices.agentBackend;
  await showDryRun(
    { loaded, prerequisites, choices: { ...choices, land: choices.land ?? 'merge', agentBackend: backend } },
    world,
  );
  const problem = prepared.flags.resume ? null : startProblem(prepared, world);
  if (problem !== null) world.console.note(`note: it would not start now: ${problem.message}\n  ${problem.help}`);
  return EXIT.completed;
}
