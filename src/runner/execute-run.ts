import { setMaxListeners } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Failure } from '../base/failure.js';
import { applyEvent } from '../engine/apply-event.js';
import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import type { WorkspacePool } from '../git/workspace-pool.js';
import type { AppendTrouble } from '../journal/journal-file.js';
import { Projector } from '../journal/projector.js';
import type { StepTools } from '../steps/step-kind.js';
import { conclude, type RunEnd } from './conclude.js';
import type { LandOutcome, LandRequest } from './effects.js';
import { RealEffects } from './real-effects.js';
import { RunUnwritable, Recorder } from './recorder.js';
import type { RunFiles } from './run-files.js';
import { pauseReason, runLoop, type LoopWorld } from './run-loop.js';
import type { StartedRun } from './start-run.js';
import { StepLog, type LineCleaner } from './step-log.js';
import type { TreeMemo } from './tree-memo.js';

const HEARTBEAT_MS = 1000;

export interface ExecuteRequest {
  readonly started: StartedRun;
  readonly files: RunFiles;
  readonly landing: LandingGit;
  readonly pool: WorkspacePool;
  readonly tools: StepTools;
  /** What is known of trees from before. */
  readonly memo: TreeMemo;
  readonly now: () => number;
  /** Aborted by a person. */
  readonly signal: AbortSignal;
  readonly newCleaner: () => LineCleaner;
  /** Replaces the projected files; called at a bounded rate and at the end. */
  readonly project: (state: RunState) => void;
  /** Sees every event after it was written down. */
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  /** The newest line that a step printed, safe to show. */
  readonly onLine: (stepId: string, line: string) => void;
  /** How much of a running step is done, in percent; only where that can be measured. */
  readonly onProgress: (stepId: string, percent: number) => void;
  /** See `EffectsDeps`. */
  readonly beforeStep?: () => Promise<void>;
  /** Lands the result in place of `landResult`. */
  readonly land?: (request: LandRequest) => Promise<LandOutcome>;
  /** When to pause, milliseconds since 1970; null for never. */
  readonly deadline?: Deadline | null;
}

/** Milliseconds since 1970. */
export interface Deadline {
  /** From then on no step starts. */
  readonly windDownAt: number;
  /** Then what runs is stopped. */
  readonly stopAt: number;
}

export interface ExecutedRun {
  readonly end: RunEnd;
  readonly state: RunState;
  /** What could not be written beside the run itself: logs, projections, the journal. */
  readonly problems: readonly string[];
}

/** Runs a started run to its end or its pause. The caller holds the repository lock. */
export async function executeRun(request: ExecuteRequest): Promise<ExecutedRun> {
  const { started, files, now, onLine, onEvent, newCleaner } = request;
  const log = new StepLog({ folder: files.logs, now, newCleaner, onLine });
  const projector = new Projector(() => request.project(started.state));
  const { record, state } = new Recorder(started.state, sinkOf(started), [() => projector.note(), onEvent]);
  const stop = new Stop(request.signal, {
    nowMs: now(),
    timeoutMs: state.plan.timeoutMs,
    deadline: request.deadline ?? null,
  });
  const effects = effectsOf(request, log);
  // A step may run for an hour without an event: what is shown of it stays fresh.
  const heartbeat = setInterval(() => projector.note(), HEARTBEAT_MS);
  try {
    await mkdir(files.logs, { recursive: true }).catch(unwritable);
    await mkdir(files.results, { recursive: true }).catch(unwritable);
    record(started.announce, 'durable');
    const { signal, windDown } = stop;
    const world = { state, effects, record, stop: signal, windDown, abort: () => stop.abort('storage') };
    const end = (await mapStart(world)) ?? (await conclude(world, await runLoop(world)));
    return { end, state, problems: problemsOf(log, projector) };
  } catch (error) {
    if (!(error instanceof RunUnwritable)) throw error;
    const paused = { type: 'run-paused', at: now(), why: 'storage' } as const;
    // Where the journal cannot say it either, at least what follows from it must not say `running`.
    started.journal.append(paused, { sync: true });
    applyEvent(state, paused);
    return { end: 'paused', state, problems: [...problemsOf(log, projector), error.message] };
  } finally {
    stop.dispose();
    clearInterval(heartbeat);
    projector.flush();
    log.close();
    started.journal.close();
  }
}

/**
 * Contracts compare with what was there: a flake that cannot be evaluated is told before anything is spent. null to go on.
 */
async function mapStart({ state, effects, record, stop }: LoopWorld): Promise<RunEnd | null> {
  const isHeld = state.plan.steps.some(({ action }) => action.expect !== null);
  if (!isHeld || state.derivations !== null) return null;
  const { commit } = state.base;
  const mapped = await effects.mapDerivations(commit, stop);
  const at = effects.now();
  if (mapped.ok) {
    record({ type: 'derivations-mapped', at, commit, map: mapped.value }, 'durable');
    return null;
  }
  if (mapped.error.reason === 'cancelled') {
    record({ type: 'run-paused', at, why: pauseReason(stop) }, 'durable');
    return 'paused';
  }
  const failure: Failure =
    mapped.error.reason === 'validation-failed' ? { ...mapped.error, on: 'start' } : mapped.error;
  record({ type: 'run-ended', at, status: 'failed', failure }, 'durable');
  return 'failed';
}

function effectsOf(request: ExecuteRequest, log: StepLog): RealEffects {
  const { started, landing, pool, tools, memo, now, onProgress, beforeStep, land } = request;
  const { announce, state } = started;
  const runId = announce.type === 'run-started' ? announce.runId : state.runId;
  return new RealEffects({
    landing,
    pool,
    tools,
    memo,
    now,
    log,
    runId,
    workflow: state.plan.workflow,
    onProgress,
    ...(beforeStep === undefined ? {} : { beforeStep }),
    ...(land === undefined ? {} : { landElsewhere: land }),
    // Only written down: people are told when the run has ended, since landing comes after the hooks.
    notify: (about) => log.note(`notify: ${about}`),
  });
}

function sinkOf({ journal }: StartedRun) {
  return {
    append: (event: RunEvent, durability: 'durable' | 'soon'): string | null => {
      const appended = journal.append(event, { sync: durability === 'durable' });
      return appended.ok ? null : appendTroubleText(appended.error);
    },
  };
}

function appendTroubleText(trouble: AppendTrouble): string {
  return `${trouble.path}: ${trouble.reason === 'changed-underneath' ? 'another program wrote to it' : trouble.code}`;
}

function unwritable(error: unknown): never {
  throw new RunUnwritable(error instanceof Error ? error.message : String(error));
}

function problemsOf(log: StepLog, projector: Projector): string[] {
  return [log.problem, projector.problem].filter((problem) => problem !== null);
}

interface Limits {
  readonly nowMs: number;
  readonly timeoutMs: number | null;
  readonly deadline: Deadline | null;
}

/** One signal for everything that stops a run: a person, its deadline, a disk that is full. */
class Stop {
  readonly #controller = new AbortController();
  readonly #windDown = new AbortController();
  readonly #person: AbortSignal;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #interrupt = (): void => this.abort('interrupted');

  constructor(person: AbortSignal, { nowMs, timeoutMs, deadline }: Limits) {
    this.#person = person;
    // One listener for each process in flight: more than Node's ten are no leak.
    setMaxListeners(0, this.#controller.signal);
    if (person.aborted) this.#interrupt();
    person.addEventListener('abort', this.#interrupt);
    const outOfTime = (): void => this.abort('deadline');
    if (timeoutMs !== null) this.#after(timeoutMs, outOfTime);
    if (deadline === null) return;
    this.#after(deadline.windDownAt - nowMs, () => this.#windDown.abort());
    this.#after(deadline.stopAt - nowMs, outOfTime);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get windDown(): AbortSignal {
    return this.#windDown.signal;
  }

  abort(why: 'interrupted' | 'deadline' | 'storage'): void {
    this.#controller.abort(why);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#person.removeEventListener('abort', this.#interrupt);
  }

  /** At once when the time has passed already. */
  #after(ms: number, what: () => void): void {
    if (ms <= 0) what();
    else this.#timers.push(setTimeout(what, Math.min(ms, 2 ** 31 - 1)));
  }
}
