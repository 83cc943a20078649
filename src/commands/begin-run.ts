import { dirname } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { applyEvent } from '../engine/apply-event.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { dirtyPaths, readHead } from '../git/repository.js';
import { NIX_HELP } from '../nix/nix-program.js';
import { findProgram } from '../process/environment.js';
import { shortCommit } from '../report/step-label.js';
import { stoppedAgents } from '../runner/salvage-work.js';
import {
  openLastRun,
  resumeRun,
  startFresh,
  type LastRun,
  type StartedRun,
  type StartRequest,
} from '../runner/start-run.js';
import type { PreparedRun } from './prepared-run.js';
import type { AgentReadiness } from './agent-readiness.js';
import { firstAskedStep, needsNix } from './asked-steps.js';
import { countRun } from './count-run.js';
import { projection } from './run-documents.js';
import { prerequisiteProblem } from './run-prerequisites.js';
import type { CommandWorld } from './world.js';

/** What starting needs to know of the checkout as it is now. */
export async function startRequest(
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
    triggeredBy: triggerOf(world.env),
    dirty: dirty.value.length > 0,
    now: world.now,
  });
}

/** The event on GitHub; `schedule` in a unit that a systemd timer started (systemd.exec(5), since version 252); else `manual`. */
function triggerOf(env: CommandWorld['env']): string {
  return env['GITHUB_EVENT_NAME'] ?? (env['TRIGGER_TIMER_REALTIME_USEC'] === undefined ? 'manual' : 'schedule');
}

function gitProblem(what: string): Problem {
  return {
    code: 'git-failed',
    message: `git cannot read the checkout: ${what}`,
    help: 'run git status there',
    exitCode: 1,
  };
}

/** `--phase` goes on with a run that has not completed; plain `run` never does. A run that has completed: its state. */
export async function startOrResume(
  prepared: PreparedRun,
  request: StartRequest,
  world: CommandWorld,
): Promise<Result<StartedRun | RunState, Problem>> {
  const { flags, name } = prepared;
  if (!flags.resume && prepared.choices.phase === null) return start(prepared, request, world);
  const last = await openLastRun(request);
  if (!last.ok) return last;
  if (last.value?.state.status === 'completed' || last.value === null) {
    last.value?.journal.close();
    if (!flags.resume) return start(prepared, request, world);
    if (last.value !== null) return catchUp(prepared, { state: last.value.state, request }, world.now);
    const help = `start one: ${world.ownCommand} ${name}`;
    return err({ code: 'nothing-to-resume', message: `workflow '${name}' has no run to resume`, help, exitCode: 2 });
  }
  await noteStopped(last.value, request);
  const { state } = last.value;
  const agents = await agentsReady(prepared, { before: state, mayInstall: true }, world);
  const resumed = agents.problem === null ? resumeRun(last.value, request, flags.acceptChanges) : err(agents.problem);
  if (!resumed.ok) {
    last.value.journal.close();
    return resumed;
  }
  tellNotes(agents, world);
  world.console.progress(`Going on with run ${state.runId} of ${name}.`);
  await sayBranchMoved(prepared, state, world);
  if (resumed.value.tornBytes > 0)
    world.console.note('note: the last record of the journal was cut short by a crash; it is left out');
  return resumed;
}

/** A killed runner could not write down how its agents were stopped. */
async function noteStopped({ state, journal }: LastRun, { landing, now }: StartRequest): Promise<void> {
  if (state.status !== 'running') return;
  for (const event of await stoppedAgents(state, { landing, now })) {
    journal.append(event, { sync: true });
    applyEvent(state, event);
  }
}

/** The natural repair of a failed run is a commit, and that commit is not part of the run: told, or the user waits for it in vain. */
async function sayBranchMoved(
  { git, repository, name }: PreparedRun,
  state: RunState,
  world: CommandWorld,
): Promise<void> {
  const head = await readHead(git, repository);
  const base = state.base.commit;
  if (!head.ok || head.value.commit === base || head.value.commit === state.landed?.commit) return;
  world.console.note(
    `note: the checkout is at ${shortCommit(head.value.commit)} now; the run goes on from ${shortCommit(base)}, where it started,` +
      ` and is merged with what is new when it lands. To start from there instead: ${world.ownCommand} ${name}`,
  );
}

/** A kill between the last record and the files that follow from it: they would say `running` for ever. */
async function catchUp(
  { files }: PreparedRun,
  { state, request }: { readonly state: RunState; readonly request: StartRequest },
  now: () => number,
): Promise<Result<RunState, Problem>> {
  projection(files, now)(state);
  await countRun(files, state, request.landing.trusted);
  return ok(state);
}

/** What runs agents when nobody says. */
export const DEFAULT_BACKEND = 'claude';

async function start(
  prepared: PreparedRun,
  request: StartRequest,
  world: CommandWorld,
): Promise<Result<StartedRun, Problem>> {
  const { flags } = prepared;
  const readiness =
    flags.beginOnly === true
      ? { problem: null, notes: [] }
      : await startReadiness(prepared, { mayInstall: true }, world);
  if (readiness.problem !== null) return err(readiness.problem);
  tellNotes(readiness, world);
  if (request.dirty && !flags.allowDirty) return err(DIRTY);
  if (request.dirty)
    world.console.note('note: the checkout has uncommitted changes; the run starts from the last commit');
  const unmet = await prerequisiteProblem(prepared, world);
  return unmet === null ? startFresh(request) : err(unmet);
}

/** What keeps a fresh run from starting, whatever the state of the checkout, and what should be known before it does. */
export async function startReadiness(
  prepared: PreparedRun,
  { mayInstall }: { readonly mayInstall: boolean },
  world: CommandWorld,
): Promise<AgentReadiness> {
  const agents = await agentsReady(prepared, { before: null, mayInstall }, world);
  return { problem: agents.problem ?? nixProblem(prepared, world), notes: agents.notes };
}

/** Said once for a run: what its agents do without. */
export function tellNotes({ notes }: AgentReadiness, { console }: CommandWorld): void {
  for (const note of notes) console.note(`note: ${note}`);
}

/** `before`: the run that goes on; null for a fresh one. */
async function agentsReady(
  { choices, flags, loaded, cacheDir }: PreparedRun,
  { before, mayInstall }: { readonly before: RunState | null; readonly mayInstall: boolean },
  world: CommandWorld,
): Promise<AgentReadiness> {
  // Who only writes down that it has begun, or goes on, leaves the steps to machines that have what those need.
  const step = flags.beginOnly === true ? null : firstAskedStep(loaded.plan, choices, before);
  if (step === null) return { problem: null, notes: [] };
  const { agentReadiness } = await import('./agent-readiness.js');
  const install = mayInstall && flags.installAgent === true;
  const question = {
    step,
    backend: choices.agentBackend ?? before?.choices.agentBackend ?? DEFAULT_BACKEND,
    search: { path: flags.agentPath ?? null, install, cacheDir: dirname(cacheDir), variables: flags.agentEnv ?? [] },
    sandbox: choices.sandbox ?? before?.choices.sandbox ?? 'prefer',
    budgetUsd: choices.budgetUsd ?? before?.choices.budgetUsd ?? loaded.plan.budgetUsd,
  };
  return agentReadiness(question, world);
}

/** The result of a flake is checked before it lands: better told now than after all the work. */
function nixProblem({ repository, loaded }: PreparedRun, { env }: CommandWorld): Problem | null {
  if (!needsNix(loaded.plan, repository.root) || findProgram('nix', env['PATH'] ?? '') !== null) return null;
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
