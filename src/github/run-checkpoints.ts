import { join } from 'node:path';
import type { PreparedRun } from '../commands/prepared-run.js';
import type { RunEvent } from '../engine/event.js';
import { resultCommit, type RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { listReferences, referenceName, REFERENCE_ROOT } from '../git/references.js';
import type { ActionWorld } from './action-world.js';
import { AgentSessions, openEnds } from './agent-sessions.js';
import type { ArtifactStore } from './storage/artifact-store.js';
import { CheckpointSaver } from './checkpoint/checkpoint-saver.js';
import type { CheckpointLine, CheckpointSnapshot } from './checkpoint/manifest.js';

/** The run of a job, of which checkpoints are saved. */
export interface SavedRun {
  readonly prepared: PreparedRun;
  readonly world: ActionWorld;
  readonly landing: LandingGit;
  readonly store: ArtifactStore;
  /** Events in the journal so far. */
  readonly sequence: number;
}

/** The line that a job is on: its own when it runs one step of a parallel phase, else the main one. */
export function lineOf({ choices: { phase, job } }: PreparedRun): CheckpointLine {
  const child = job?.step ?? null;
  return child === null ? { kind: 'main' } : { kind: 'step', phase: phase ?? '', child };
}

/** Saves a checkpoint of a run whenever something was done that must not be lost. */
export class RunCheckpoints {
  readonly saver: CheckpointSaver;
  readonly sessions: AgentSessions;
  readonly #landing: LandingGit;
  readonly #line: CheckpointLine;
  #sequence: number;
  /** Of the newest that was noted. */
  #wanted = 0;
  #noting: Promise<void> = Promise.resolve();

  constructor({ prepared, world, landing, store, sequence }: SavedRun) {
    const { git, files, name: workflow } = prepared;
    this.#landing = landing;
    this.#line = lineOf(prepared);
    this.#sequence = sequence;
    const folder = join(world.facts.temp, 'workflow-runner', 'saved');
    const { trusted } = landing;
    this.sessions = new AgentSessions(prepared, world);
    this.saver = new CheckpointSaver({
      store,
      git,
      trusted,
      journalFile: files.journal,
      facts: world.facts,
      workflow,
      seal: (runId, sessions) => this.sessions.seal(runId, sessions),
      folder,
    });
  }

  /** To be called with every event, after it was written down. */
  readonly onEvent = (event: RunEvent, state: RunState): void => {
    this.#sequence += 1;
    if (isWorthSaving(event)) this.note(state);
  };

  /** Saves where the run stands now. */
  note(state: RunState): void {
    const { runId, base, status } = state;
    const line = this.#line;
    const head = resultCommit(state);
    const refs = recordedRefs(state);
    const sessions = openEnds(state);
    const snapshot = { runId, line, sequence: this.#sequence, base: base.commit, head, status, refs, sessions };
    this.#wanted = this.#sequence;
    this.#noting = this.#noting.then(() => this.#noteWithRefs(snapshot));
  }

  /** Whether all is saved that was noted: else the jobs after this one do not know of it. To be asked when settled. */
  get isSaved(): boolean {
    return (this.saver.newest?.sequence ?? 0) >= this.#wanted;
  }

  /** Resolves when everything noted is saved, or was given up on. */
  readonly settled = async (): Promise<void> => {
    await this.#noting;
    await this.saver.settled();
  };

  /**
   * What is kept of the run by now may be more than what the events tell of: that does no harm. A step can move these refs, so
   * what was recorded counts more.
   */
  async #noteWithRefs(snapshot: CheckpointSnapshot): Promise<void> {
    const { git, trusted } = this.#landing;
    const kept = await listReferences(git, trusted.repository, `${REFERENCE_ROOT}/${snapshot.runId}`);
    this.saver.note({ ...snapshot, refs: new Map([...(kept.ok ? kept.value : []), ...snapshot.refs]) });
  }
}

/** What the steps have left, by ref: results of those that have completed, and what the others have changed so far. */
function recordedRefs({ runId, base, steps }: RunState): Map<string, string> {
  const refs = [...steps.values()].flatMap(({ step, status, result, work }): [string, string][] => {
    if (status === 'completed') return [[referenceName(runId, step.id), result?.commit ?? base.commit]];
    return work === null ? [] : [[referenceName(runId, `${step.id}.work`), work]];
  });
  return new Map(refs.filter(([, commit]) => commit !== base.commit));
}

/** Everything after which a repetition would cost: work that is done, money that is spent, an end. */
function isWorthSaving(event: RunEvent): boolean {
  switch (event.type) {
    case 'step-completed':
    case 'step-failed':
    case 'merge-conflicted':
    case 'group-merged':
    case 'result-validated':
    case 'result-rebuilt':
    case 'hooks-ran':
    case 'landed':
    case 'run-paused':
    case 'run-ended':
      return true;
    case 'run-started':
    case 'run-resumed':
    case 'derivations-mapped':
    case 'hosts-compared':
    case 'step-started':
    case 'session-started':
    case 'blame-searched':
    case 'result-blamed':
    case 'step-skipped':
    case 'group-started':
    case 'group-skipped':
    case 'group-validated':
    case 'landing-started':
    case 'rolled-back':
      return false;
  }
}
