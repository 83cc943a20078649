import type { RunEvent, StepCompleted, StepFailed, StepStarted } from '../../engine/event.js';
import { roundCost } from '../state-document.js';
import { secondsBetween, timestamp } from '../timestamp.js';
import { MAX_INPUTS, MAX_STEPS, type RunRecord, type StepRecord } from './run-history.js';

/** What the events of a run do not tell. */
export interface RunLookup {
  /** The agent of a step; null for a step of another kind, or where the definition is gone. */
  readonly agentOf: (step: string) => { readonly name: string; readonly asked: boolean } | null;
  /** The tree of a commit, or the commit itself where its tree is not known. */
  readonly treeOf: (commit: string) => string;
  /** A digest in hexadecimal: pure code has none of its own. */
  readonly digest: (text: string) => string;
}

/** What is kept of a run, from its journal; null of a journal without a beginning. One that has no end counts as `interrupted`. */
export function recordRun(events: readonly RunEvent[], lookup: RunLookup): RunRecord | null {
  const began = events.find((event) => event.type === 'run-started');
  const last = events.at(-1);
  if (began === undefined || last === undefined) return null;
  const told = tellSteps(events, lookup);
  const { endedAt, idleMs } = timesOf(events);
  return {
    run_id: began.runId.slice(0, 100),
    workflow: began.workflow.slice(0, 300),
    status: statusAfter(last),
    ended_at: timestamp(endedAt),
    duration_seconds: secondsBetween(began.at + idleMs, endedAt),
    cost_usd: roundCost(told.costUsd),
    attempts_of_unknown_cost: told.attemptsOfUnknownCost,
    steps: worthKeeping(told.steps),
  };
}

function statusAfter(last: RunEvent): RunRecord['status'] {
  if (last.type === 'run-ended') return last.status;
  return last.type === 'run-paused' || last.type === 'rolled-back' ? 'paused' : 'interrupted';
}

/**
 * When the last thing happened, and the time in which nobody worked: between a pause, an end or a kill and the resume after it.
 * Journals of jobs that ran side by side are joined one behind the other, so the latest time so far counts, not the last one.
 */
function timesOf(events: readonly RunEvent[]): { readonly endedAt: number; readonly idleMs: number } {
  let endedAt = events[0]?.at ?? 0;
  let idleMs = 0;
  for (const { type, at } of events) {
    if (type === 'run-resumed') idleMs += Math.max(0, at - endedAt);
    endedAt = Math.max(endedAt, at);
  }
  return { endedAt, idleMs };
}

interface Telling {
  readonly steps: readonly StepRecord[];
  readonly costUsd: number;
  readonly attemptsOfUnknownCost: number;
}

function tellSteps(events: readonly RunEvent[], lookup: RunLookup): Telling {
  const tellers = new Map<string, StepTeller>();
  let definition = '';
  for (const event of events) {
    if (event.type === 'run-started') definition = JSON.stringify(event.definition);
    if (event.type === 'run-resumed' && event.definition !== null) definition = JSON.stringify(event.definition);
    if (event.type === 'step-started') {
      const teller = tellers.get(event.step) ?? new StepTeller(event.step, lookup);
      tellers.set(event.step, teller);
      teller.begin(event, definition);
    } else if (event.type === 'step-completed' || event.type === 'step-failed') {
      tellers.get(event.step)?.end(event);
    } else if (event.type === 'run-paused' || event.type === 'run-resumed') {
      for (const teller of tellers.values()) teller.stop(event.type === 'run-paused' ? event.at : null);
    }
  }
  const all = [...tellers.values()];
  return {
    steps: all.map((teller) => teller.record()),
    costUsd: all.reduce((sum, { costUsd }) => sum + costUsd, 0),
    attemptsOfUnknownCost: all.reduce((sum, { unknownCosts }) => sum + unknownCosts, 0),
  };
}

/** Follows one step through the events of a run. */
class StepTeller {
  costUsd = 0;
  unknownCosts = 0;
  #tokens = 0;
  #ms = 0;
  #attempts = 0;
  #retries = 0;
  #outcome: StepRecord['outcome'] = 'stopped';
  #running: { readonly at: number; readonly input: string } | null = null;
  #isRetryDue = false;
  #passedOn: string | null = null;
  readonly #failedOn = new Set<string>();

  constructor(
    readonly id: string,
    readonly lookup: RunLookup,
  ) {}

  begin({ at, base }: StepStarted, definition: string): void {
    const { treeOf, digest } = this.lookup;
    this.#running = { at, input: digest(`${treeOf(base)}\n${definition}`).slice(0, 16) };
    this.#attempts += 1;
    this.#outcome = 'stopped';
    if (this.#isRetryDue) this.#retries += 1;
    this.#isRetryDue = false;
  }

  end(event: StepCompleted | StepFailed): void {
    this.#count(event);
    const running = this.#running;
    if (running === null) return;
    this.stop(event.at);
    if (event.type === 'step-completed') {
      this.#outcome = 'completed';
      this.#passedOn = running.input;
      // Stopping is no failure of the step, and neither is an empty purse.
    } else if (event.failure.reason !== 'cancelled' && event.failure.reason !== 'agent-out-of-budget') {
      this.#outcome = 'failed';
      if (this.#failedOn.size < MAX_INPUTS) this.#failedOn.add(running.input);
      this.#isRetryDue = event.retryAt !== null;
    }
  }

  /** The attempt in flight is over; `at` null when it died at a time that nobody knows. */
  stop(at: number | null): void {
    if (this.#running !== null && at !== null) this.#ms += Math.max(0, at - this.#running.at);
    this.#running = null;
  }

  record(): StepRecord {
    const agent = this.lookup.agentOf(this.id);
    return {
      id: this.id.slice(0, 300),
      outcome: this.#outcome,
      seconds: Math.round(this.#ms / 1000),
      attempts: this.#attempts,
      retries: this.#retries,
      failed_on: [...this.#failedOn],
      passed_on: this.#outcome === 'completed' ? this.#passedOn : null,
      agent:
        agent === null
          ? null
          : {
              name: agent.name.slice(0, 300),
              asked: agent.asked,
              cost_usd: roundCost(this.costUsd),
              tokens: this.#tokens,
              attempts_of_unknown_cost: this.unknownCosts,
            },
    };
  }

  #count({ costUsd, tokens }: StepCompleted | StepFailed): void {
    if (costUsd !== null) this.costUsd += Math.max(0, costUsd);
    else if (this.lookup.agentOf(this.id)?.asked === true) this.unknownCosts += 1;
    this.#tokens += Math.max(0, Math.round(tokens ?? 0));
  }
}

/** In the order in which they began; too many: those that failed or were tried again, then the slowest. */
function worthKeeping(steps: readonly StepRecord[]): StepRecord[] {
  if (steps.length <= MAX_STEPS) return [...steps];
  const weight = ({ outcome, retries, seconds }: StepRecord): number =>
    (outcome === 'completed' && retries === 0 ? 0 : 1e9) + seconds;
  const kept = new Set([...steps].sort((a, b) => weight(b) - weight(a)).slice(0, MAX_STEPS));
  return steps.filter((step) => kept.has(step));
}
