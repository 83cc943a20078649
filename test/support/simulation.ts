import { decide, type Action } from '../../src/engine/decide.js';
import { applyEvent, foldEvents } from '../../src/engine/apply-event.js';
import type { RunChoices, RunEvent } from '../../src/engine/event.js';
import { initialState, type RunState } from '../../src/engine/run-state.js';
import type { Plan, PlanStep } from '../../src/plan/plan.js';
import type { Failure } from '../../src/base/failure.js';

export const failure: Failure = { reason: 'command-failed', command: 'x', exitCode: 1, signal: null, outputTail: '' };

export const choices: RunChoices = {
  land: 'merge',
  phase: null,
  skip: [],
  maxConcurrent: null,
  budgetUsd: null,
  agentBackend: null,
};

export interface Script {
  /** What becomes of an attempt: null for success, else why not. */
  readonly outcome?: (step: PlanStep, attempt: number) => Failure | null;
  /** Which of the steps in flight ends next: an index below `count`. */
  readonly pick?: (count: number) => number;
  /** Branches that do not merge the first time. */
  readonly conflicts?: ReadonlySet<string>;
  readonly choices?: Partial<RunChoices>;
  readonly costUsd?: number;
  /** What becomes of a group's validation; counted from 1. */
  readonly validation?: (group: string, time: number) => Failure | null;
}

/** The steps whose work is in a commit of a simulation. */
export function stepsIn(commit: string): string[] {
  return commit.split(/[>+]/).slice(1);
}

/** Drives the engine alone: no clock, no disk, no git. Commits are texts that say what is in them. */
export class Simulation {
  readonly events: RunEvent[] = [];
  state: RunState;
  /** Most steps in flight at once. */
  mostInFlight = 0;
  readonly #script: Script;
  readonly #conflicted = new Set<string>();
  readonly #validations = new Map<string, number>();
  #inFlight: { step: PlanStep; attempt: number; base: string }[] = [];
  #now = 1000;

  constructor(plan: Plan, script: Script = {}) {
    this.#script = script;
    this.state = initialState(plan);
    this.add({
      type: 'run-started',
      at: this.#now,
      runId: 'run',
      workflow: plan.workflow,
      version: plan.version,
      totalSteps: plan.steps.length,
      definition: {},
      base: { commit: 'base', branch: 'refs/heads/main' },
      triggeredBy: 'test',
      dirty: false,
      choices: { ...choices, ...script.choices },
    });
  }

  /** A new process that finds these events in the journal, and resumes. */
  static goOn(plan: Plan, script: Script, events: readonly RunEvent[]): Simulation {
    const simulation = new Simulation(plan, script);
    simulation.events.splice(0, Infinity, ...events);
    simulation.state = foldEvents(plan, events);
    simulation.resume();
    return simulation;
  }

  add(event: RunEvent): void {
    this.events.push(event);
    applyEvent(this.state, event);
  }

  resume(more: Partial<RunChoices> = {}): void {
    this.#inFlight = [];
    this.add({ type: 'run-resumed', at: this.#now, choices: { ...choices, ...more }, definition: null });
  }

  /** Runs until the engine concludes, pauses, or `limit` steps have ended. */
  run(limit = Number.POSITIVE_INFINITY): string {
    for (let ended = 0; ended < limit;) {
      const actions = decide(this.state, this.#now);
      const end = actions.find((action) => action.do === 'conclude');
      if (end?.do === 'conclude') return end.outcome;
      if (actions.some((action) => action.do === 'pause-for-budget') && this.#inFlight.length === 0) return 'budget';
      if (actions.map((action) => this.#perform(action)).some(Boolean)) continue;
      if (this.#inFlight.length > 0) {
        this.#endOne();
        ended += 1;
      } else {
        const wait = actions.find((action) => action.do === 'wait');
        if (wait?.do !== 'wait') return 'stuck';
        this.#now = wait.until;
      }
    }
    return 'limit';
  }

  started(): string[] {
    return this.events.flatMap((event) => (event.type === 'step-started' ? [event.step] : []));
  }

  #perform(action: Action): boolean {
    const at = this.#now;
    switch (action.do) {
      case 'start-group':
        this.add({ type: 'group-started', at, group: action.group.path, base: action.base });
        return true;
      case 'skip-group':
        this.add({ type: 'group-skipped', at, group: action.group.path, why: action.why });
        return true;
      case 'skip-step':
        this.add({ type: 'step-skipped', at, step: action.step.id, why: action.why });
        return true;
      case 'start-step':
        this.#inFlight.push(action);
        this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight.length);
        this.add({ type: 'step-started', at, step: action.step.id, attempt: action.attempt, base: action.base });
        return true;
      case 'merge':
        this.#merge(action);
        return true;
      case 'validate-group':
        this.#validate(action.group.path);
        return true;
      case 'wait':
      case 'pause-for-budget':
      case 'conclude':
        return false;
    }
  }

  #validate(group: string): void {
    const time = (this.#validations.get(group) ?? 0) + 1;
    this.#validations.set(group, time);
    const why = this.#script.validation?.(group, time) ?? null;
    this.add({ type: 'group-validated', at: this.#now, group, failure: why });
  }

  #merge(action: Extract<Action, { do: 'merge' }>): void {
    const group = action.group.path;
    let head = action.onto;
    for (const { name, commit } of action.children) {
      if (this.#script.conflicts?.has(name) === true && !this.#conflicted.has(name)) {
        this.#conflicted.add(name);
        this.add({
          type: 'merge-conflicted',
          at: this.#now,
          group,
          child: name,
          ours: head,
          theirs: commit,
          paths: ['f'],
        });
        return;
      }
      const known = new Set(stepsIn(head));
      const added = stepsIn(commit).filter((step) => !known.has(step));
      if (added.length > 0) head = `${head}+${added.join('>')}`;
    }
    this.add({ type: 'group-merged', at: this.#now, group, commit: head });
  }

  #endOne(): void {
    const index = this.#script.pick?.(this.#inFlight.length) ?? 0;
    const [job] = this.#inFlight.splice(index, 1);
    if (job === undefined) throw new Error('nothing in flight');
    this.#now += 1;
    const { step, attempt, base } = job;
    const costUsd = this.#script.costUsd ?? null;
    const why = this.#script.outcome?.(step, attempt) ?? null;
    const common = { at: this.#now, step: step.id, attempt, costUsd, tokens: null };
    if (why === null) {
      const result = { commit: `${base}>${step.id}`, filesModified: 1, summary: '', outputs: {} };
      this.add({ type: 'step-completed', ...common, ...result });
    } else {
      const retry = step.action.retry;
      const again = retry !== null && attempt <= retry.times;
      this.add({ type: 'step-failed', ...common, failure: why, retryAt: again ? this.#now + retry.delayMs : null });
    }
  }
}
