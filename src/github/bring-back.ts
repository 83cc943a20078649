/*
 * Brings a run back that earlier jobs have left in checkpoints: commits into the repository, the journal into its file.
 */
import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { foldEvents } from '../engine/apply-event.js';
import type { RunEvent } from '../engine/event.js';
import { joinSteps } from '../engine/join-steps.js';
import { readEvent } from '../engine/read-event.js';
import { groupState, type RunState } from '../engine/run-state.js';
import { openJournal } from '../journal/journal-file.js';
import { archiveRun } from '../runner/run-files.js';
import type { Refusal, RestoredCheckpoints } from './checkpoint/restore-checkpoint.js';

/** What a job goes on from. */
export interface BroughtBack {
  /** null: there is nothing to go on from. */
  readonly state: RunState | null;
  /** Number of events in the journal. */
  readonly sequence: number;
}

/**
 * Writes the journal of what was restored: of the main line with every step line joined, or of the step line that this job goes
 * on with. Refuses what a job must not go on from.
 */
export async function bringBack(
  prepared: PreparedRun,
  restored: RestoredCheckpoints,
  required: boolean,
): Promise<Result<BroughtBack, Problem>> {
  const { main, steps } = restored;
  // Beginning anew beside checkpoints that cannot be used would silently do paid work twice.
  if (main === null && (required || restored.refused.length > 0)) return err(missing(prepared.name, restored.refused));
  if (main === null) return ok({ state: null, sequence: 0 });
  const { plan } = prepared.loaded;
  const { phase, job } = prepared.choices;
  const child = job?.step ?? null;
  const lines = steps.flatMap(({ manifest: { line }, events }) =>
    line.kind === 'step' ? [{ child: line.child, events }] : [],
  );
  const events =
    child === null
      ? joinSteps(plan, main.events, lines)
      : (lines.find((line) => line.child === child)?.events ?? main.events);
  const state = foldEvents(plan, events);
  const unready = phase === null ? null : notReady(state, { phase, required, alone: child !== null });
  if (unready !== null) return err(unready);
  const written = await writeJournal(prepared, events);
  return written === null ? ok({ state, sequence: events.length }) : err(written);
}

interface Turn {
  readonly phase: string;
  readonly required: boolean;
  readonly alone: boolean;
}

/**
 * Phases before the chosen one must have begun, unless a person has chosen that one alone, or one before them failed: then they
 * have no job. For a job that runs one step of many they must be over.
 */
function notReady(state: RunState, { phase, required, alone }: Turn): Problem | null {
  const isOnlyOne = state.choices.phase === phase;
  let hasFailed = false;
  for (const child of state.plan.root.children) {
    if (child.node === 'step' || child.name === phase) return null;
    const { status } = groupState(state, child.path);
    hasFailed ||= status === 'failed' && !child.continueOnError;
    if (required && !isOnlyOne && !hasFailed && status === 'pending') {
      return {
        code: 'phase-missing',
        message: `phase '${phase}' cannot run: phase '${child.name}' before it has not run in this workflow run`,
        help: 'run the jobs of the phases in order; the newest checkpoint is from before that phase',
        exitCode: 1,
      };
    }
    // A lost job: going on with its steps here would run them on another machine and without their secrets.
    if (required && !isOnlyOne && child.type === 'sequential' && status === 'running') {
      return {
        code: 'phase-unfinished',
        message: `phase '${phase}' cannot run: the job of phase '${child.name}' before it was cut short`,
        help: 're-run the failed jobs: that one goes on from its last completed step',
        exitCode: 1,
      };
    }
    if (alone && ['running', 'merging', 'rerunning', 'validating'].includes(status)) {
      return {
        code: 'phase-not-joined',
        message: `a step of phase '${phase}' cannot run: the results of phase '${child.name}' have not been merged`,
        help: `add a job between them: command: run, phase: ${child.name}`,
        exitCode: 1,
      };
    }
  }
  return null;
}

async function writeJournal({ files, runId }: PreparedRun, events: readonly RunEvent[]): Promise<Problem | null> {
  await mkdir(files.folder, { recursive: true });
  // A runner that is not thrown away after a job has what the job before left.
  if (existsSync(files.journal)) await archiveRun(files, `before-${runId}`);
  const opened = openJournal(files.journal, readEvent);
  if (!opened.ok) return unwritable(files.journal, JSON.stringify(opened.error));
  const { journal } = opened.value;
  try {
    for (const [index, event] of events.entries()) {
      const appended = journal.append(event, { sync: index === events.length - 1 });
      if (!appended.ok) return unwritable(files.journal, JSON.stringify(appended.error));
    }
    return null;
  } finally {
    journal.close();
  }
}

function unwritable(path: string, why: string): Problem {
  return {
    code: 'state-unwritable',
    message: `${path} cannot be written: ${why}`,
    help: 'nothing was run',
    exitCode: 1,
  };
}

function missing(workflow: string, refused: readonly Refusal[]): Problem {
  const why = refused.map(({ name, reason, detail }) => `${name}: ${reason}: ${detail}`);
  return {
    code: 'checkpoint-missing',
    message: `this workflow run has no checkpoint of '${workflow}' that can be used${refused.length === 0 ? '' : `; ${refused.length} were refused`}`,
    help: [...why, 'run the job before this one again, or all jobs'].join('\n'),
    exitCode: 1,
  };
}
