import { unreachable } from '../base/unreachable.js';
import type { RunEvent, StepCompleted, StepFailed } from './event.js';
import { forgetEnd, type GroupState, type RunState, type StepState } from './run-state.js';
import { noteChildEnded, noteChildStarted } from './settle.js';

type StepEvent = Extract<RunEvent, { step: string }> & { type: `step-${string}` | 'session-started' };

/** What an event means for its step, and so for what it is in. */
export function applyStepEvent(state: RunState, event: StepEvent): void {
  if (event.type === 'step-completed' || event.type === 'step-failed') addCost(state, event);
  const step = state.steps.get(event.step);
  if (step === undefined) return;
  switch (event.type) {
    case 'step-started':
      forgetEnd(state);
      step.status = 'running';
      step.attempt = event.attempt;
      step.startedAt ??= event.at;
      step.endedAt = null;
      step.retryAt = null;
      step.failure = null;
      state.currentStep = step.step.number;
      step.base = event.base;
      reserve(state, step, event.budgetUsd ?? 0);
      return markActive(state, step);
    case 'session-started':
      step.session = event.session;
      return;
    case 'step-completed': {
      const { commit, filesModified, summary, outputs, costUsd, tokens, hosts } = event;
      step.status = 'completed';
      const compared = hosts === undefined ? {} : { hosts };
      step.result = { commit, filesModified, summary, outputs, costUsd, tokens, ...compared };
      step.failure = null;
      step.lastFailure = null;
      step.work = null;
      return stepEnded(state, step, event.at);
    }
    case 'step-failed':
      return stepFailed(state, step, event);
    case 'step-skipped':
      step.status = 'skipped';
      step.skipped = event.why;
      return stepEnded(state, step, event.at);
    default:
      unreachable(event);
  }
}

function stepFailed(state: RunState, step: StepState, event: StepFailed): void {
  step.lastFailure = event.failure;
  step.work = event.work ?? null;
  reserve(state, step, 0);
  if (event.failure.reason === 'cancelled') {
    step.status = 'cancelled';
    step.endedAt = event.at;
    return;
  }
  // Money is no attempt: it goes on as soon as there is more.
  if (event.failure.reason !== 'agent-out-of-budget') step.failures += 1;
  step.failure = event.failure;
  step.retryAt = event.retryAt;
  if (event.retryAt !== null) {
    step.status = 'retrying';
    return;
  }
  step.status = step.conflict === null ? 'failed' : 'conflict';
  return stepEnded(state, step, event.at);
}

function reserve(state: RunState, step: StepState, budgetUsd: number): void {
  state.reservedUsd = Math.max(0, state.reservedUsd - step.reservedUsd + budgetUsd);
  step.reservedUsd = budgetUsd;
}

function stepEnded(state: RunState, step: StepState, at: number): void {
  reserve(state, step, 0);
  step.endedAt = at;
  state.endedSteps += 1;
  noteChildEnded(state, step.step, at);
}

function markActive(state: RunState, step: StepState): void {
  const parent = state.groups.get(step.step.parent.path);
  if (parent?.group.type !== 'parallel') return;
  const index = parent.group.children.indexOf(step.step, Math.max(0, parent.next - 1));
  noteChildStarted(parent, index >= 0 ? index : parent.group.children.indexOf(step.step));
}

/** Steps that were running when the run stopped. Looks only at the children in flight, not at every step (A2). */
export function cancelRunning(state: RunState, at: number): void {
  for (const group of state.groups.values())
    if (group.status === 'running' || group.status === 'rerunning') cancelIn(state, group, at);
}

function cancelIn(state: RunState, group: GroupState, at: number): void {
  const inFlight = group.group.type === 'parallel' ? [...group.active] : [group.next];
  for (const index of inFlight) {
    const child = group.group.children[index];
    const step = child?.node === 'step' ? state.steps.get(child.id) : undefined;
    if (step?.status !== 'running') continue;
    step.status = 'cancelled';
    step.endedAt = at;
    step.lastFailure = { reason: 'cancelled' };
    reserve(state, step, 0);
  }
}

/** Counts what an attempt has cost; also one that no longer counts for anything else. */
export function addCost(state: RunState, event: StepCompleted | StepFailed): void {
  const step = state.steps.get(event.step);
  if (event.costUsd === null) {
    if (step?.step.asksAgent === true) {
      state.attemptsOfUnknownCost += 1;
      step.attemptsOfUnknownCost += 1;
    }
  } else {
    state.costUsd += event.costUsd;
    if (step !== undefined) step.costUsd = (step.costUsd ?? 0) + event.costUsd;
  }
  if (event.tokens !== null && step !== undefined) step.tokens = (step.tokens ?? 0) + event.tokens;
}
