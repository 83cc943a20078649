/*
 * Folds events into the state of a run.
 *
 * Job: say what each event means for steps, groups and the run. Not its job: deciding what to do next (`decide.ts`), time,
 * disk, git. Invariants, cited by the tests:
 *  A1  The same plan and events give the same state, whatever happened between the events.
 *  A2  One event costs the same however many steps have ended (only resume and rollback look at all of them).
 *  A3  What the plan would not have done changes nothing but the cost ledger: steps and groups that it no longer has, and
 *      those that were built on another commit than it builds them on now. They run again.
 *  A4  A completed step stays completed; only a rollback, or a changed definition, takes it back.
 */
import { unreachable } from '../base/unreachable.js';
import type { Plan } from '../plan/plan.js';
import { beginOnLanded } from './begin-on-landed.js';
import { budgetElsewhere } from './budget.js';
import { applyGroupEvent } from './apply-group-event.js';
import { addCost, applyStepEvent, cancelRunning } from './apply-step-event.js';
import { fits } from './fits.js';
import type { RunEvent } from './event.js';
import { reopen } from './reopen.js';
import { forgetEnd, initialState, startCommit, type RunState } from './run-state.js';

/**
 * The state after these events, which may be from before the definition was changed: those that do not fit the plan are left
 * out (A3). A `rolled-back` takes back what came after its step completed. What was paid stays counted in both cases.
 */
export function foldEvents(plan: Plan, events: readonly RunEvent[]): RunState {
  const kept: RunEvent[] = [];
  const dropped: RunEvent[] = [];
  for (const event of events) {
    if (event.type === 'rolled-back') dropped.push(...kept.splice(indexAfterCompletion(kept, event.step)));
    kept.push(event);
  }
  const state = initialState(plan);
  for (const event of kept) {
    if (fits(state, event)) applyEvent(state, event);
    else dropped.push(event);
  }
  for (const event of dropped)
    if (event.type === 'step-completed' || event.type === 'step-failed') addCost(state, event);
  return state;
}

function indexAfterCompletion(events: readonly RunEvent[], step: string): number {
  return events.findLastIndex((event) => event.type === 'step-completed' && event.step === step) + 1;
}

/** Takes one event into account. `state` is changed in place: copying it would cost more with every step (A2). */
export function applyEvent(state: RunState, event: RunEvent): void {
  state.updatedAt = event.at;
  switch (event.type) {
    case 'run-started':
      state.runId = event.runId;
      state.startedAt = event.at;
      state.base = { ...event.base };
      state.choices = event.choices;
      state.triggeredBy = event.triggeredBy;
      state.definition = event.definition;
      return;
    case 'run-resumed':
      state.choices = event.choices;
      takeUp(state);
      if (event.definition !== null) acceptChanges(state, event.definition);
      reopen(state);
      state.elsewhereUsd = budgetElsewhere(state);
      return;
    case 'run-paused':
      state.status = 'paused';
      state.pause = event.why;
      return cancelRunning(state, event.at);
    case 'rolled-back':
      state.status = 'paused';
      state.pause = 'rolled-back';
      return cancelRunning(state, event.at);
    case 'run-ended':
      state.status = event.status;
      state.failure = event.failure;
      state.endedAt = event.at;
      // What did not pass either is no result.
      if (state.landed === null) state.rebuilt = null;
      return;
    case 'result-validated':
    case 'derivations-mapped':
    case 'hosts-compared':
    case 'blame-searched':
    case 'result-blamed':
    case 'result-rebuilt':
    case 'hooks-ran':
    case 'landing-started':
    case 'landed':
      return applyResultEvent(state, event);
    case 'step-started':
    case 'session-started':
    case 'step-completed':
    case 'step-failed':
    case 'step-skipped':
      return applyStepEvent(state, event);
    case 'group-started':
    case 'group-skipped':
    case 'group-merged':
    case 'group-validated':
    case 'merge-conflicted':
      return applyGroupEvent(state, event);
    default:
      unreachable(event);
  }
}

type ResultEvent = Extract<
  RunEvent,
  {
    type:
      | 'result-validated'
      | 'derivations-mapped'
      | 'hosts-compared'
      | 'blame-searched'
      | 'result-blamed'
      | 'result-rebuilt'
      | 'hooks-ran'
      | 'landing-started'
      | 'landed';
  }
>;

function applyResultEvent(state: RunState, event: ResultEvent): void {
  switch (event.type) {
    case 'result-validated':
      if (event.failure !== null) return;
      state.validation = { commit: event.commit, checks: event.checks, known: event.known ?? null };
      return;
    case 'derivations-mapped':
      state.derivations = event.map;
      return;
    case 'hosts-compared':
      state.hosts = { commit: event.commit, before: event.before ?? startCommit(state), compared: event.hosts };
      return;
    case 'blame-searched':
      return;
    case 'result-blamed':
      state.blame = { of: event.of, blame: event.blame };
      return;
    case 'result-rebuilt':
      state.rebuilt = { commit: event.commit, leftOut: event.leftOut };
      state.afterHooks = null;
      return;
    case 'hooks-ran':
      if (event.hooks === 'on_success') state.afterHooks = event.commit;
      return;
    case 'landing-started':
      state.landing = { from: event.from, to: event.to, at: event.at };
      return;
    case 'landed':
      state.landing = null;
      state.landed = { commit: event.commit, how: event.how, branch: event.branch };
      return;
    default:
      unreachable(event);
  }
}

/** What was found out about the end of the run is found out anew; what landed of it is what the rest builds on. */
function takeUp(state: RunState): void {
  if (state.rebuilt !== null) {
    beginOnLanded(state);
    forgetEnd(state);
  }
  state.blame = null;
}

function acceptChanges(state: RunState, definition: RunState['definition']): void {
  state.definition = definition;
  // What was said in the name of other files is not gone on with; what was made stays, and is judged as the files are now.
  for (const step of state.steps.values()) {
    step.session = null;
    step.lastFailure = null;
  }
  forgetEnd(state);
}
