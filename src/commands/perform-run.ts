/*
 * Performs a prepared run: lock, start or resume, steps, landing. The command line and the action both do it; what one of them
 * adds, it gives in as `RunExtras`.
 *
 * Order matters: everything under the lock comes before the first event, and the lock is given back whatever happens.
 */
import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import type { Holder } from '../files/lock-claim.js';
import { cleanStale } from '../git/clean-stale.js';
import { addExclude } from '../git/exclude.js';
import type { LandingGit } from '../git/landing.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { WorkspacePool } from '../git/workspace-pool.js';
import type { AgentTools } from '../steps/step-kind.js';
import { endOrphans } from '../process/end-orphans.js';
import type { LandOutcome, LandRequest } from '../runner/effects.js';
import { executeRun, type Deadline, type ExecutedRun } from '../runner/execute-run.js';
import { runFiles } from '../runner/run-files.js';
import { TreeMemo } from '../runner/tree-memo.js';
import { keepAbandoned } from '../runner/salvage-work.js';
import { repairLandingOf, type StartedRun } from '../runner/start-run.js';
import { DEFAULT_BACKEND, startOrResume, startRequest } from './begin-run.js';
import type { PreparedRun } from './prepared-run.js';
import { rollBack } from './roll-back.js';
import { projection } from './run-documents.js';
import { agentTools, forgetAgents } from './agent-tools.js';
import { cleanerFactory, stepTools } from './run-tools.js';
import { openRunView } from './run-view.js';
import { takeLock } from './take-lock.js';
import { EXIT, type CommandWorld } from './world.js';

/** What the surroundings of a run add to it. */
export interface RunExtras {
  /** Under the lock, before anything else: brings back the state of a run from elsewhere. Says whether there is one to go on with. */
  readonly restore?: (landing: LandingGit) => Promise<{ readonly resume: boolean } | Problem>;
  /** See `EffectsDeps`. */
  readonly beforeStep?: () => Promise<void>;
  readonly onEvent?: (event: RunEvent, state: RunState) => void;
  readonly deadline?: Deadline;
  /** Lands the result in place of the checkout of this machine. */
  readonly land?: (request: LandRequest, landing: LandingGit) => Promise<LandOutcome>;
  /** Still under the lock, after the run has ended or paused. */
  readonly finish?: (executed: ExecutedRun, landing: LandingGit) => Promise<void>;
}

export type Performed =
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The last run had completed already. */
  | { readonly kind: 'nothing-to-do'; readonly state: RunState }
  /** `beginOnly`: it is in the journal that the run has begun, and nothing has run. */
  | { readonly kind: 'begun' }
  /** Rolled back, and no more was asked. The exit code. */
  | { readonly kind: 'rolled-back'; readonly exitCode: number }
  | { readonly kind: 'ran'; readonly executed: ExecutedRun };

/** Performs the run. Expected trouble before the first step is `refused`. */
export async function performRun(prepared: PreparedRun, extras: RunExtras, world: CommandWorld): Promise<Performed> {
  const locked = takeLock(prepared, world);
  if (!locked.ok) return refused(locked.error);
  try {
    return await underLock(prepared, { extras, dead: locked.value.takenOverFrom }, world);
  } finally {
    locked.value.release();
  }
}

interface Locked {
  readonly extras: RunExtras;
  /** The run whose lock was taken over. */
  readonly dead: Holder | null;
}

async function underLock(before: PreparedRun, { extras, dead }: Locked, world: CommandWorld): Promise<Performed> {
  const { repository, git, cacheDir } = before;
  await endOrphans(join(cacheDir, 'workspaces'));
  await cleanStale(repository, cacheDir);
  await addExclude(repository);
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const pool = new WorkspacePool(git, repository, cacheDir);
  await keepAbandoned({ landing, pool, now: world.now });
  const unrepaired = dead === null || dead.workflow === before.name ? null : await repairAfter(dead, landing);
  if (unrepaired !== null) return refused(unrepaired);
  const restored = await extras.restore?.(landing);
  if (restored !== undefined && 'code' in restored) return refused(restored);
  const prepared = restored?.resume === true ? { ...before, flags: { ...before.flags, resume: true } } : before;
  const request = await startRequest(prepared, landing, world);
  if (!request.ok) return refused(request.error);
  if (prepared.rollbackTo !== null) {
    const exitCode = await rollBack(prepared, request.value, world);
    if (exitCode !== EXIT.completed || !before.flags.resume) return { kind: 'rolled-back', exitCode };
  }
  const started = await startOrResume(prepared, request.value, world);
  if (!started.ok) return refused(started.error);
  if ('status' in started.value) return { kind: 'nothing-to-do', state: started.value };
  if (prepared.flags.beginOnly === true) return begin(started.value);
  const own = { cacheDir: before.cacheDir, workflow: before.name };
  if (started.value.announce.type === 'run-started') await forgetAgents(own);
  const executed = await execute(prepared, { started: started.value, landing, extras }, world);
  if (executed.end === 'completed') await forgetAgents(own);
  await extras.finish?.(executed, landing);
  return { kind: 'ran', executed };
}

function begin({ journal, announce }: StartedRun): Performed {
  const written = journal.append(announce, { sync: true });
  journal.close();
  if (written.ok) return { kind: 'begun' };
  const message = `the journal cannot be written: ${JSON.stringify(written.error)}`;
  return refused({ code: 'journal-unwritable', message, help: 'nothing was run', exitCode: 1 });
}

const refused = (problem: Problem): Performed => ({ kind: 'refused', problem });

/** The run whose lock was taken over may have died while it landed in this checkout. */
async function repairAfter({ runId, workflow }: Holder, landing: LandingGit): Promise<Problem | null> {
  const isName = /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(workflow);
  return isName ? repairLandingOf(runId, runFiles(landing.trusted.repository.root, workflow), landing) : null;
}

/** What was chosen for the run holds for a resume; what is about this machine is asked anew each time. */
function agentsOf(prepared: PreparedRun, { announce, state }: StartedRun, world: CommandWorld): AgentTools {
  const { flags, cacheDir, repository, loaded } = prepared;
  const choices = 'choices' in announce ? announce.choices : null;
  const settings = {
    backend: choices?.agentBackend ?? DEFAULT_BACKEND,
    path: flags.agentPath ?? null,
    install: flags.installAgent ?? false,
    sandbox: choices?.sandbox ?? 'prefer',
    allowHosts: flags.allowHosts ?? [],
    variables: flags.agentEnv ?? [],
    of: { cacheDir, workflow: prepared.name, runId: announce.type === 'run-started' ? announce.runId : state.runId },
    objectsDir: repository.objectsDir,
    files: loaded.agentFiles,
  };
  return agentTools(settings, world);
}

interface Ready {
  readonly started: StartedRun;
  readonly landing: LandingGit;
  readonly extras: RunExtras;
}

async function execute(prepared: PreparedRun, ready: Ready, world: CommandWorld): Promise<ExecutedRun> {
  const { now, signal } = world;
  const { started, landing, extras } = ready;
  const view = await openRunView(world);
  const { land, beforeStep } = extras;
  const percents = new Map<string, number>();
  const tools = stepTools(world, prepared.loaded, agentsOf(prepared, started, world));
  const memo = new TreeMemo({ folder: prepared.memo, trusted: landing.trusted, tools });
  try {
    return await executeRun({
      started,
      files: prepared.files,
      landing,
      pool: new WorkspacePool(prepared.git, prepared.repository, prepared.cacheDir),
      tools,
      memo,
      now,
      signal,
      newCleaner: cleanerFactory(world),
      project: projection(prepared.files, now, (stepId) => percents.get(stepId) ?? null),
      onProgress: (stepId, percent) => void percents.set(stepId, percent),
      onEvent: (event, state) => {
        if (event.type === 'step-started') percents.delete(event.step);
        extras.onEvent?.(event, state);
        view.onEvent(event, state);
      },
      onLine: view.onLine,
      deadline: extras.deadline ?? null,
      ...(beforeStep === undefined ? {} : { beforeStep }),
      ...(land === undefined ? {} : { land: (request: LandRequest) => land(request, landing) }),
    });
  } finally {
    view.stop();
  }
}
