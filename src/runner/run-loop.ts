/*
 * Drives a run: decide, record, act, record.
 *
 * Job: start what the engine says can start, and record what came of it. Not its job: what a step does
 * (`execute-step.ts`), what follows the last step (`conclude.ts`). Invariants, cited by the tests:
 *  R1  It waits in one place, and records what it waited for before anything depends on it.
 *  R2  A step is started after `step-started` is written, and its successor after `step-completed` is durable.
 *  R3  When the run stops, it resolves only after everything that it started has ended.
 */
import { decide, type Action } from '../engine/decide.js';
import type { PauseReason, RunEvent } from '../engine/event.js';
import { retryDelayMs } from '../engine/retry.js';
import { stepState, type RunState } from '../engine/run-state.js';
import type { AgentSession } from '../engine/step-history.js';
import type { Effects, MergeOutcome, StepOutcome } from './effects.js';

/** Why the loop ended: every step has, or the run was paused (already recorded). */
export type LoopEnd = 'success' | 'failure' | 'phase-done' | 'paused';

export interface LoopWorld {
  readonly state: RunState;
  readonly effects: Effects;
  /** Writes the event down and folds it into the state; `durable` waits for the disk. Throws when it cannot be written. */
  readonly record: (event: RunEvent, durability: 'durable' | 'soon') => void;
  /** Aborted to pause the run; the reason is a `PauseReason`. */
  readonly stop: AbortSignal;
  /** Aborts `stop`, because what happens can no longer be recorded. */
  readonly abort: () => void;
  /** Aborted when time is getting short: no further step starts, those in flight may end. */
  readonly windDown?: AbortSignal;
}

/** Runs every step that can run, until all have ended or the run is to stop. */
export function runLoop(world: LoopWorld): Promise<LoopEnd> {
  return new Loop(world).run();
}

/** The reason of an abort made by us; `interrupted` for anything else. */
export function pauseReason(signal: AbortSignal): PauseReason {
  const reason: unknown = signal.reason;
  return reason === 'deadline' || reason === 'storage' ? reason : 'interrupted';
}

function isNoStart({ do: what }: Action): boolean {
  return what !== 'start-step' && what !== 'wait';
}

class Loop {
  readonly #world: LoopWorld;
  /** What was started and has not ended, by what it is about: a step's id or `group:<path>`. */
  readonly #inFlight = new Set<string>();
  readonly #arrived: RunEvent[] = [];
  #wake: () => void = () => undefined;
  #fatal: { readonly error: unknown } | null = null;

  constructor(world: LoopWorld) {
    this.#world = world;
  }

  async run(): Promise<LoopEnd> {
    const { state, effects, stop, record, windDown } = this.#world;
    const wake = (): void => this.#wake();
    stop.addEventListener('abort', wake);
    windDown?.addEventListener('abort', wake);
    try {
      for (;;) {
        for (const event of this.#arrived.splice(0)) record(event, 'durable');
        if (this.#fatal !== null && this.#inFlight.size === 0) throw this.#fatal.error;
        const stopping = stop.aborted || this.#fatal !== null;
        const possible = stopping ? [] : decide(state, effects.now());
        const actions = windDown?.aborted === true ? possible.filter(isNoStart) : possible;
        const end = actions.find((action) => action.do === 'conclude');
        if (end?.do === 'conclude') return end.outcome;
        const overBudget = actions.length > 0 && actions.every((action) => action.do === 'pause-for-budget');
        const outOfTime = actions.length === 0 && possible.length > 0;
        if (this.#inFlight.size === 0 && (stopping || overBudget || outOfTime)) {
          const why = overBudget ? 'budget' : outOfTime ? 'deadline' : pauseReason(stop);
          record({ type: 'run-paused', at: effects.now(), why }, 'durable');
          return 'paused';
        }
        if (!this.#perform(actions)) await this.#wait(actions);
      }
    } catch (error) {
      this.#world.abort();
      while (this.#inFlight.size > 0) {
        this.#arrived.length = 0;
        await this.#wait([]);
      }
      throw error;
    } finally {
      stop.removeEventListener('abort', wake);
      windDown?.removeEventListener('abort', wake);
    }
  }

  /** Starts what is not in flight yet. True when the state has changed at once, so that there may be more to decide. */
  #perform(actions: readonly Action[]): boolean {
    let changed = false;
    for (const action of actions) changed = this.#performOne(action) || changed;
    return changed;
  }

  #performOne(action: Action): boolean {
    const { effects, record, stop } = this.#world;
    const at = effects.now();
    switch (action.do) {
      case 'start-group':
        record({ type: 'group-started', at, group: action.group.path, base: action.base }, 'soon');
        return true;
      case 'skip-group':
        record({ type: 'group-skipped', at, group: action.group.path, why: action.why }, 'soon');
        return true;
      case 'skip-step':
        record({ type: 'step-skipped', at, step: action.step.id, why: action.why }, 'soon');
        return true;
      case 'start-step': {
        const { step, attempt, base, history } = action;
        const budget = history.budgetUsd === null ? {} : { budgetUsd: history.budgetUsd };
        record({ type: 'step-started', at, step: step.id, attempt, base, ...budget }, 'soon');
        const onSession = (session: AgentSession): void =>
          this.#arrive({ type: 'session-started', at: effects.now(), step: step.id, attempt, session });
        this.#start(step.id, async () => {
          const outcome = await effects.runStep(action, stop, { onSession });
          return this.#stepEnded(step.id, attempt, outcome);
        });
        return true;
      }
      case 'merge': {
        const { group } = action;
        this.#start(`group:${group.path}`, async () => this.#merged(group.path, await effects.merge(group, action)));
        return false;
      }
      case 'validate-group': {
        const { group, commit } = action;
        this.#start(`group:${group.path}`, async () => {
          const subject = { commit, of: group.path, commands: group.validation, flakeToo: false };
          const { failure, known } = await effects.validate(subject, stop);
          if (failure?.reason === 'cancelled') return null;
          const from = known === undefined ? {} : { known };
          return { type: 'group-validated', at: effects.now(), group: group.path, failure, ...from };
        });
        return false;
      }
      case 'wait':
      case 'pause-for-budget':
      case 'conclude':
        return false;
    }
  }

  /** A task answers with the event to record; null when it was stopped and there is nothing to say. */
  #start(key: string, task: () => Promise<RunEvent | null>): void {
    if (this.#inFlight.has(key)) return;
    this.#inFlight.add(key);
    void task()
      .catch((error: unknown) => this.#bug(key, error))
      .then((event) => {
        this.#inFlight.delete(key);
        this.#arrive(event);
      });
  }

  /** To be recorded when the loop looks next. */
  #arrive(event: RunEvent | null): void {
    if (event !== null) this.#arrived.push(event);
    this.#wake();
  }

  #stepEnded(id: string, attempt: number, outcome: StepOutcome): RunEvent | null {
    const { effects, state } = this.#world;
    const at = effects.now();
    if (outcome.ok) return { type: 'step-completed', at, step: id, attempt, ...outcome.result };
    const { failure, costUsd, tokens } = outcome;
    const work = outcome.work === undefined ? {} : { work: outcome.work };
    const { step, failures } = stepState(state, id);
    if (failure.reason === 'cancelled') {
      // What an agent has cost and changed must not be forgotten, when it is known and when it is not.
      const isPaid = step.asksAgent || costUsd !== null || tokens !== null;
      return isPaid
        ? { type: 'step-failed', at, step: id, attempt, failure, retryAt: at, costUsd, tokens, ...work }
        : null;
    }
    // Out of its share, it goes on with what others have left, or waits for more.
    const isBroke = failure.reason === 'agent-out-of-budget' && (costUsd ?? 0) > 0;
    const delay = isBroke ? 0 : retryDelayMs(step.action.retry, failures + 1, failure);
    const retryAt = delay === null ? null : at + delay;
    return { type: 'step-failed', at, step: id, attempt, failure, retryAt, costUsd, tokens, ...work };
  }

  #merged(group: string, outcome: MergeOutcome): RunEvent {
    const at = this.#world.effects.now();
    if (outcome.ok) return { type: 'group-merged', at, group, commit: outcome.commit };
    const { branch, ours, theirs, paths } = outcome;
    return { type: 'merge-conflicted', at, group, child: branch, ours, theirs, paths };
  }

  /** A bug in a step fails that step, with its stack for the report; one in a merge or a check ends the run loudly. */
  #bug(key: string, error: unknown): RunEvent | null {
    const step = this.#world.state.steps.get(key);
    if (step === undefined) {
      this.#fatal = { error };
      this.#world.abort();
      return null;
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const failure = { reason: 'internal', message, stack: stack ?? '' } as const;
    const at = this.#world.effects.now();
    const { attempt } = step;
    return { type: 'step-failed', at, step: key, attempt, failure, retryAt: null, costUsd: null, tokens: null };
  }

  /** The one place that waits: for something in flight, for the time of a retry, or for the run to be stopped. */
  #wait(actions: readonly Action[]): Promise<void> {
    if (this.#arrived.length > 0) return Promise.resolve();
    const { effects, stop } = this.#world;
    const times = actions.flatMap((action) => (action.do === 'wait' ? [action.until] : []));
    return new Promise((resolve) => {
      const delayMs = Math.min(...times) - effects.now();
      const timer = times.length > 0 && !stop.aborted ? setTimeout(resolve, Math.max(1, delayMs)) : undefined;
      this.#wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
