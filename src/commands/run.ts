/*
 * `run`: the story of a run, from the command line to the exit code.
 *
 * Order matters: everything that can be refused is refused before the lock, everything under the lock before the first event,
 * and the lock is given back whatever happens.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { RunState } from '../engine/run-state.js';
import { acquireLock, type HeldLock, type LockTrouble } from '../files/lock.js';
import { cleanStale } from '../git/clean-stale.js';
import { addExclude } from '../git/exclude.js';
import type { Git } from '../git/git.js';
import type { LandingGit } from '../git/landing.js';
import { dirtyPaths, openRepository, type Repository } from '../git/repository.js';
import { NIX_HELP } from '../nix/nix-program.js';
import { findProgram } from '../process/environment.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { WorkspacePool } from '../git/workspace-pool.js';
import { buildState } from '../report/state-document.js';
import { timestamp } from '../report/timestamp.js';
import { renderRunSummary } from '../report/run-summary.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { executeRun, type ExecutedRun } from '../runner/execute-run.js';
import { FLAKE_CHECK, hasFlake } from '../runner/run-checks.js';
import { runFiles } from '../runner/run-files.js';
import { openLastRun, resumeRun, startFresh, type StartedRun, type StartRequest } from '../runner/start-run.js';
import { clean } from './console.js';
import { showDryRun } from './dry-run.js';
import { loadPlan } from './load-workflows.js';
import { lockFolder } from './lock-folder.js';
import { backendProblem, contractProblem, planChoices } from './run-choices.js';
import { projection, writeMetrics } from './run-documents.js';
import type { RunFlags } from './run-flags.js';
import type { PreparedRun } from './prepared-run.js';
import { describePrerequisites, prerequisiteProblem } from './run-prerequisites.js';
import { cleanerFactory, findGit, redacting, stepTools } from './run-tools.js';
import { openRunView } from './run-view.js';
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
  if (!loaded.ok) {
    const code = loaded.error[0]?.code ?? 'invalid-definition';
    return console.fail({ code, message: `workflow '${name}' cannot run`, diagnostics: loaded.error }, EXIT.invalid);
  }
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
    return await underLock(prepared, world);
  } finally {
    locked.value.release();
  }
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

function takeLock({ repository, runId, name }: PreparedRun, { now, console }: CommandWorld): Result<HeldLock, Problem> {
  const folder = lockFolder(repository.commonDir);
  mkdirSync(folder, { recursive: true });
  const lock = acquireLock({ folder, runId, workflow: name, startedAtMs: now() });
  if (!lock.ok) return err(lockProblem(lock.error));
  const { takenOverFrom } = lock.value;
  if (takenOverFrom !== null) {
    console.note(
      `note: run ${takenOverFrom.runId} (process ${takenOverFrom.pid}) had died holding the lock; taken over`,
    );
  }
  return lock;
}

function lockProblem(trouble: LockTrouble): Problem {
  switch (trouble.reason) {
    case 'held': {
      const { pid, runId, workflow, host, startedAtMs } = trouble.holder;
      const where = trouble.liveness === 'elsewhere' ? ` on ${host}` : '';
      return {
        code: 'locked',
        message: `run ${runId} of workflow '${workflow}' holds this repository (process ${pid}${where}, since ${timestamp(startedAtMs)})`,
        help: 'wait for it (workflow-runner status --watch), or if it cannot be alive: workflow-runner unlock',
        exitCode: 4,
      };
    }
    case 'unknown-claim':
      return {
        code: 'locked',
        message: `the lock was written by another version of workflow-runner: ${trouble.path}`,
        help: 'when no run is going on, remove that folder',
        exitCode: 4,
      };
    case 'file': {
      const { path, code } = trouble.trouble;
      return {
        code: 'lock-unusable',
        message: `cannot lock ${path}: ${code}`,
        help: 'check its permissions',
        exitCode: 1,
      };
    }
  }
}

/** Under the lock: the last run or a new one, then the steps. */
async function underLock(prepared: PreparedRun, world: CommandWorld): Promise<number> {
  const { console } = world;
  const { repository, git, cacheDir, flags } = prepared;
  await cleanStale(repository, cacheDir);
  await addExclude(repository);
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
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

async function startRequest(
  prepared: PreparedRun,
  landing: LandingGit,
  world: CommandWorld,
): Promise<Result<StartRequest, Problem>> {
  const dirty = await dirtyPaths(prepared.git, prepared.repository);
  if (!dirty.ok) return err(gitProblem(JSON.stringify(dirty.error)));
  const { loaded, files, choices, runId } = prepared;
  return ok({
    plan: loaded.plan,
    files,
    landing,
    digests: loaded.digests,
    choices,
    runId,
    triggeredBy: world.env['GITHUB_EVENT_NAME'] ?? 'manual',
    dirty: dirty.value.length > 0,
    now: world.now,
  });
}

function gitProblem(what: string): Problem {
  return {
    code: 'git-failed',
    message: `git cannot read the checkout: ${what}`,
    help: 'run git status there',
    exitCode: 1,
  };
}

/** `--phase` goes on with a run that has not completed; plain `run` never does. */
async function startOrResume(
  prepared: PreparedRun,
  request: StartRequest,
  world: CommandWorld,
): Promise<Result<StartedRun | 'completed', Problem>> {
  const { flags, name } = prepared;
  if (!flags.resume && prepared.choices.phase === null) return start(prepared, request, world);
  const last = await openLastRun(request);
  if (!last.ok) return last;
  if (last.value?.state.status === 'completed' || last.value === null) {
    last.value?.journal.close();
    if (!flags.resume) return start(prepared, request, world);
    if (last.value !== null) return catchUp(prepared, last.value.state);
    const help = `start one: workflow-runner ${name}`;
    return err({ code: 'nothing-to-resume', message: `workflow '${name}' has no run to resume`, help, exitCode: 2 });
  }
  const { state } = last.value;
  const skip = [...state.choices.skip, ...prepared.choices.skip];
  const backend = prepared.choices.agentBackend ?? state.choices.agentBackend ?? DEFAULT_BACKEND;
  const missing = backendProblem(request.plan, backend, skip);
  const resumed = missing === null ? resumeRun(last.value, request, flags.acceptChanges) : err(missing);
  if (!resumed.ok) {
    last.value.journal.close();
    return resumed;
  }
  world.console.progress(`Going on with run ${state.runId} of ${name}.`);
  if (resumed.value.tornBytes > 0)
    world.console.note('note: the last record of the journal was cut short by a crash; it is left out');
  return resumed;
}

/** A kill between the last record and the files that follow from it: they would say `running` for ever. */
async function catchUp({ files }: PreparedRun, state: RunState): Promise<Result<'completed', Problem>> {
  projection(files)(state);
  await writeMetrics(files, state);
  return ok('completed');
}

/** The backend that DESIGN names; it comes with the agent adapters. */
const DEFAULT_BACKEND = 'claude';

async function start(
  prepared: PreparedRun,
  request: StartRequest,
  world: CommandWorld,
): Promise<Result<StartedRun, Problem>> {
  const { flags, choices, loaded } = prepared;
  const problem =
    contractProblem(loaded.plan) ??
    backendProblem(loaded.plan, choices.agentBackend ?? DEFAULT_BACKEND, choices.skip) ??
    nixProblem(prepared, world);
  if (problem !== null) return err(problem);
  if (request.dirty && !flags.allowDirty) return err(DIRTY);
  if (request.dirty)
    world.console.note('note: the checkout has uncommitted changes; the run starts from the last commit');
  const unmet = await prerequisiteProblem(prepared, world);
  return unmet === null ? startFresh(request) : err(unmet);
}

/** The result of a flake is checked before it lands: better told now than after all the work. */
function nixProblem({ repository, loaded }: PreparedRun, { env }: CommandWorld): Problem | null {
  const { plan } = loaded;
  const isNeeded =
    hasFlake(repository.root) ||
    plan.validation.includes(FLAKE_CHECK) ||
    plan.steps.some(({ action }) => action.kind === 'skill' && action.skill === 'flake-validate');
  if (!isNeeded || findProgram('nix', env['PATH'] ?? '') !== null) return null;
  return {
    code: 'nix-missing',
    message: 'Nix is not on PATH, and the result is to be validated by it',
    help: NIX_HELP,
    exitCode: 1,
  };
}

const DIRTY: Problem = {
  code: 'dirty-checkout',
  message: 'the checkout has uncommitted changes, and a run starts from the last commit',
  help: 'commit or stash them, or run from the last commit all the same: --allow-dirty',
  exitCode: 2,
};

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
      project: projection(prepared.files),
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
  await writeMetrics(prepared.files, state);
  for (const problem of problems) console.note(`note: could not be written: ${clean(problem)}`);
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
  return EXIT.completed;
}
