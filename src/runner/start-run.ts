/*
 * Begins a run, or takes up the one that was left.
 *
 * Job: under the repository lock, bring journal, state and checkout to a point from which the loop can go on. Not its job:
 * finding definitions, showing anything. Invariant: S1  A landing that was killed is repaired before anything else happens.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { foldEvents } from '../engine/apply-event.js';
import type { JobChoice, LandingStarted, RunChoices, RunEvent, RunStarted } from '../engine/event.js';
import { readEvent } from '../engine/read-event.js';
import { initialState, stepState, type RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { listReferences, REFERENCE_ROOT, updateReferences } from '../git/references.js';
import { recoverLanding } from '../git/recover-landing.js';
import { openJournal, readJournal, type Journal, type JournalDamage } from '../journal/journal-file.js';
import type { Plan } from '../plan/plan.js';
import { archiveRun, type RunFiles } from './run-files.js';

/** What the person asked for, over what the last run had. */
export interface ChoiceChanges {
  readonly land: RunChoices['land'] | null;
  readonly phase: string | null;
  readonly skip: readonly string[];
  readonly maxConcurrent: number | null;
  readonly budgetUsd: number | null;
  readonly agentBackend: string | null;
  readonly sandbox?: NonNullable<RunChoices['sandbox']>;
  /** See `RunChoices`. */
  readonly partial?: boolean;
  readonly job?: JobChoice;
}

export interface StartRequest {
  readonly plan: Plan;
  readonly files: RunFiles;
  readonly landing: LandingGit;
  /** Path -> SHA-256 of the definition files as they are now. */
  readonly digests: Readonly<Record<string, string>>;
  readonly choices: ChoiceChanges;
  readonly runId: string;
  readonly triggeredBy: string;
  readonly dirty: boolean;
  readonly now: () => number;
}

/** A run that can go on: `announce` is recorded first. */
export interface StartedRun {
  readonly state: RunState;
  readonly journal: Journal<RunEvent>;
  readonly announce: RunEvent;
  /** Bytes of a torn record that were cut off the journal: the last thing before a crash. */
  readonly tornBytes: number;
}

/** Starts a fresh run; an earlier one of the workflow is moved to `runs/`. */
export async function startFresh(request: StartRequest): Promise<Result<StartedRun, Problem>> {
  const { files, runId, plan, landing, now } = request;
  const cleared = await putAside(request).catch((error: unknown) => unwritableFolder(files, error));
  if (cleared !== null) return err(cleared);
  const opened = openJournal(files.journal, readEvent);
  if (!opened.ok) return err(journalProblem(opened.error));
  const { head, branch } = landing.trusted.repository;
  const announce: RunStarted = {
    type: 'run-started',
    at: now(),
    runId,
    workflow: plan.workflow,
    version: plan.version,
    totalSteps: plan.steps.length,
    definition: request.digests,
    base: { commit: head, branch },
    triggeredBy: request.triggeredBy,
    dirty: request.dirty,
    choices: { ...request.choices, land: request.choices.land ?? 'merge' },
  };
  return ok({ state: initialState(plan), journal: opened.value.journal, announce, tornBytes: 0 });
}

/** Makes room for a new run: the files of the last one go to `runs/`. null when there is room. */
async function putAside({ files, runId, landing }: StartRequest): Promise<Problem | null> {
  await mkdir(files.folder, { recursive: true });
  if (!existsSync(files.journal)) return null;
  const earlier = readJournal(files.journal, readEvent);
  const events = earlier.ok ? earlier.value.events : [];
  const repaired = await repairLanding(landing, events);
  if (repaired !== null) return repaired;
  const earlierId = runIdOf(events);
  if (earlierId !== null && hasLanded(events)) await forgetRun(landing, earlierId);
  await archiveRun(files, earlierId ?? `before-${runId}`);
  return null;
}

function unwritableFolder({ folder }: RunFiles, error: unknown): Problem {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return {
    code: 'state-unwritable',
    message: `the files of the run cannot be written in ${folder}: ${String(error.code)}`,
    help: 'check the permissions of that folder and the space on its disk',
    exitCode: 1,
  };
}

/** The last run as its journal tells it; null when there is none. */
export interface LastRun {
  readonly state: RunState;
  readonly journal: Journal<RunEvent>;
  readonly events: readonly RunEvent[];
  readonly tornBytes: number;
}

/** Opens the last run of the workflow, with a killed landing repaired. */
export async function openLastRun({ plan, files, landing }: StartRequest): Promise<Result<LastRun | null, Problem>> {
  if (!existsSync(files.journal)) return ok(null);
  const opened = openJournal(files.journal, readEvent);
  if (!opened.ok) return err(journalProblem(opened.error));
  const { journal, events, torn } = opened.value;
  if (events[0]?.type !== 'run-started') {
    journal.close();
    return ok(null);
  }
  const repaired = await repairLanding(landing, events);
  if (repaired === null) return ok({ state: foldEvents(plan, events), journal, events, tornBytes: torn });
  journal.close();
  return err(repaired);
}

/** Goes on with the last run. Definitions that have changed since stop it, unless they are accepted. */
export function resumeRun(last: LastRun, request: StartRequest, acceptChanges: boolean): Result<StartedRun, Problem> {
  const { state, journal, tornBytes } = last;
  const { choices: before } = state;
  const changed = changedFiles(state.definition, request.digests);
  if (changed.length > 0 && !acceptChanges) return err(changedProblem(changed));
  const { choices } = request;
  const sandbox = choices.sandbox ?? before.sandbox;
  const partial = choices.partial ?? before.partial;
  const announce: RunEvent = {
    type: 'run-resumed',
    at: request.now(),
    definition: changed.length > 0 ? request.digests : null,
    choices: {
      land: choices.land ?? before.land,
      phase: choices.phase,
      skip: [...new Set([...before.skip, ...choices.skip])],
      maxConcurrent: choices.maxConcurrent ?? before.maxConcurrent,
      budgetUsd: choices.budgetUsd ?? before.budgetUsd,
      agentBackend: choices.agentBackend ?? before.agentBackend,
      ...(sandbox === undefined ? {} : { sandbox }),
      ...(partial === undefined ? {} : { partial }),
      ...(choices.job === undefined ? {} : { job: choices.job }),
    },
  };
  return ok({ state, journal, announce, tornBytes });
}

/** The commit that the run was at when that step had completed; a problem when it has not. */
export function checkpointOf(last: LastRun, plan: Plan, step: string): Result<RunState, Problem> {
  if (hasLandedInPart(last.state)) return err(LANDED_IN_PART);
  if (stepState(last.state, step).status === 'completed') {
    const rolledBack: RunEvent = { type: 'rolled-back', at: 0, step, revertCommit: null };
    return ok(foldEvents(plan, [...last.events, rolledBack]));
  }
  const done = [...last.state.steps.values()].filter(({ status }) => status === 'completed');
  const list = done.map(({ step: { number, id } }) => `${number} (${id})`).join(', ');
  return err({
    code: 'no-such-checkpoint',
    message: `step '${step}' has not completed, so there is no checkpoint to go back to`,
    help: done.length === 0 ? 'the run has no checkpoint yet' : `checkpoints: ${list}`,
    exitCode: 2,
  });
}

/** What landed is not a beginning of the run: there is no commit in it at which a step had just completed. */
function hasLandedInPart({ landed, rebuilt, landedBase }: RunState): boolean {
  return landedBase !== null || (landed !== null && rebuilt !== null);
}

const LANDED_IN_PART: Problem = {
  code: 'landed-in-part',
  message: 'a part of the run has landed without some of its steps, so there is no checkpoint to go back to',
  help: 'git revert takes back what landed; --resume goes on with the steps that were left out',
  exitCode: 2,
};

/**
 * Repairs what a dead run of another workflow left of its landing, so that its half does not look like changes of the
 * user's. null when there is nothing, or it is repaired; its journal is only read, the checks are the same at its own resume.
 */
export async function repairLandingOf(runId: string, files: RunFiles, landing: LandingGit): Promise<Problem | null> {
  if (!existsSync(files.journal)) return null;
  const read = readJournal(files.journal, readEvent);
  if (!read.ok || runIdOf(read.value.events) !== runId) return null;
  return repairLanding(landing, read.value.events);
}

/** null when nothing was left half-way, or it could be repaired. */
async function repairLanding(landing: LandingGit, events: readonly RunEvent[]): Promise<Problem | null> {
  const started = pendingLanding(events);
  if (started === null) return null;
  const recovered = await recoverLanding(landing, { from: started.from, to: started.to, startedAtMs: started.at });
  if (!recovered.ok) {
    return {
      code: 'landing-not-repaired',
      message: 'the last run was killed while it landed, and git cannot repair that',
      help: JSON.stringify(recovered.error),
      exitCode: 1,
    };
  }
  const { value } = recovered;
  if (value.kind !== 'refused' && value.kind !== 'locked') return null;
  const what = value.kind === 'refused' ? value.paths : value.locks;
  return {
    code: 'landing-not-repaired',
    message: `the last run was killed while it landed, and these files were changed since: ${what.slice(0, 10).join(', ')}`,
    help: `nothing was touched; the result is commit ${started.to}. Put the files in order (git status), then run again`,
    exitCode: 1,
  };
}

function hasLanded(events: readonly RunEvent[]): boolean {
  const last = events.at(-1);
  return last?.type === 'run-ended' && last.status === 'completed';
}

/** The refs of a run that has landed: its commits are in the user's history. Those of any other run stay, they are paid for. */
async function forgetRun({ git, trusted }: LandingGit, runId: string): Promise<void> {
  const found = await listReferences(git, trusted.repository, `${REFERENCE_ROOT}/${runId}`);
  if (!found.ok || found.value.size === 0) return;
  await updateReferences(
    git,
    trusted.repository,
    [...found.value.keys()].map((name) => ({ name, to: null })),
  );
}

function pendingLanding(events: readonly RunEvent[]): LandingStarted | null {
  const event = events.findLast(({ type }) => ['landing-started', 'landed', 'run-ended', 'rolled-back'].includes(type));
  return event?.type === 'landing-started' ? event : null;
}

function runIdOf(events: readonly RunEvent[]): string | null {
  const [first] = events;
  const id = first?.type === 'run-started' ? first.runId : '';
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(id) ? id : null;
}

function changedFiles(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  const files = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...files].filter((file) => before[file] !== now[file]).sort();
}

function changedProblem(changed: readonly string[]): Problem {
  return {
    code: 'definition-changed',
    message: `these files have changed since the run started: ${changed.join(', ')}`,
    help: 'go on with them as they are now: --resume --accept-changes; or begin anew without --resume',
    exitCode: 2,
  };
}

function journalProblem({ reason, path, line, offset, expected, found }: JournalDamage): Problem {
  const where = reason === 'file' ? path : `${path}:${line} (byte ${offset})`;
  return {
    code: `journal-${reason}`,
    message: `the journal cannot be used: ${where}: expected ${expected}, found ${found}`,
    help: 'nothing was changed; run without --resume to begin anew (the damaged journal is kept under runs/)',
    exitCode: 1,
  };
}
