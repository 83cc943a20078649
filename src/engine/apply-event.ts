/*
 * Folds events into the state of a run.
 *
 * Job: say what each event means for steps, groups and the run. Not its job: deciding what to do next (`decide.ts`), time,
 * disk, git. Invariants, cited by the tests:
 *  A1  The same plan and events give the same state, whatever happened between the events.
 *  A2  One event costs the same however many steps have ended (only resume and rollback look at all of them).
 *  A3  An event about a step or group that the plan no longer has changes nothing but the cost ledger.
 *  A4  A completed step stays completed; only a rollback takes it back.
 */
import { unreachable } from '../base/unreachable.js';
import type { Plan } from '../plan/plan.js';
import type { RunEvent, SkipReason, StepCompleted, StepFailed } from './event.js';
import { reopen } from './reopen.js';
import { initialState, type GroupState, type RunState, type StepState } from './run-state.js';
import { endGroup, noteChildEnded, settle } from './settle.js';

/** The state after these events. A `rolled-back` takes back what came after its step completed, except what it cost. */
export function foldEvents(plan: Plan, events: readonly RunEvent[]): RunState {
  const kept: RunEvent[] = [];
  const dropped: RunEvent[] = [];
  for (const event of events) {
    if (event.type === 'rolled-back') dropped.push(...kept.splice(indexAfterCompletion(kept, event.step)));
    kept.push(event);
  }
  const state = initialState(plan);
  for (const event of kept) applyEvent(state, event);
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
      state.definition = event.definition ?? state.definition;
      return reopen(state);
    case 'run-paused':
      state.status = 'paused';
      state.pause = event.why;
      for (const path of state.groups.keys()) cancelRunning(state, path, event.at);
      return;
    case 'rolled-back':
      state.status = 'paused';
      state.pause = 'rolled-back';
      return;
    case 'run-ended':
      state.status = event.status;
      state.failure = event.failure;
      state.endedAt = event.at;
      return;
    case 'result-validated':
      if (event.failure === null) state.validated = event.commit;
      return;
    case 'hooks-ran':
      state.hooksRan = { hooks: event.hooks, commit: event.commit };
      return;
    case 'landing-started':
      state.landing = { from: event.from, to: event.to, at: event.at };
      return;
    case 'landed':
      state.landing = null;
      state.landed = { commit: event.commit, how: event.how, branch: event.branch };
      return;
    case 'step-started':
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

type StepEvent = Extract<RunEvent, { step: string }> & { type: `step-${string}` };
type GroupEvent = Extract<RunEvent, { group: string }>;

function applyStepEvent(state: RunState, event: StepEvent): void {
  if (event.type === 'step-completed' || event.type === 'step-failed') addCost(state, event);
  const step = state.steps.get(event.step);
  if (step === undefined) return;
  switch (event.type) {
    case 'step-started':
      step.status = 'running';
      step.attempt = event.attempt;
      step.startedAt ??= event.at;
      step.endedAt = null;
      step.retryAt = null;
      step.failure = null;
      state.currentStep = step.step.number;
      return markActive(state, step);
    case 'step-completed': {
      const { commit, filesModified, summary, outputs, costUsd, tokens } = event;
      step.status = 'completed';
      step.result = { commit, filesModified, summary, outputs, costUsd, tokens };
      step.failure = null;
      return stepEnded(state, step, event.at);
    }
    case 'step-failed':
      step.failures += 1;
      step.failure = event.failure;
      step.retryAt = event.retryAt;
      if (event.retryAt !== null) {
        step.status = 'retrying';
        return;
      }
      step.status = step.conflict === null ? 'failed' : 'conflict';
      return stepEnded(state, step, event.at);
    case 'step-skipped':
      step.status = 'skipped';
      step.skipped = event.why;
      return stepEnded(state, step, event.at);
    default:
      unreachable(event);
  }
}

function applyGroupEvent(state: RunState, event: GroupEvent): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  switch (event.type) {
    case 'group-started':
      group.status = 'running';
      group.base = event.base;
      group.head = event.base;
      markGroupActive(state, group);
      return settle(state, group, event.at);
    case 'group-skipped':
      skipBelow(state, group, event);
      return noteChildEnded(state, group.group, event.at);
    case 'group-merged':
      group.head = event.commit;
      group.mergeNext = group.group.children.length;
      return endGroup(state, group, event.at);
    case 'group-validated':
      group.failure = event.failure;
      group.failed = event.failure !== null;
      group.status = group.failed ? 'failed' : 'completed';
      group.endedAt = event.at;
      return noteChildEnded(state, group.group, event.at);
    case 'merge-conflicted': {
      const index = group.group.children.findIndex(
        (child) => (child.node === 'step' ? child.id : child.path) === event.child,
      );
      group.head = event.ours;
      group.mergeNext = index;
      const step = state.steps.get(event.child);
      const { ours, theirs, paths } = event;
      if (step !== undefined && step.conflict === null) {
        step.conflict = { ours, theirs, paths };
        step.status = 'pending';
        step.failures = 0;
        state.endedSteps -= 1;
        group.settled.delete(index);
        group.status = 'rerunning';
        return;
      }
      group.failed = true;
      group.failure = { reason: 'merge-conflict', paths, ours, theirs };
      return endGroup(state, group, event.at);
    }
    default:
      unreachable(event);
  }
}

/** A skipped group is skipped whole, so that every step below it says so too. */
function skipBelow(state: RunState, group: GroupState, { at, why }: { at: number; why: SkipReason }): void {
  group.status = 'skipped';
  group.endedAt = at;
  for (const child of group.group.children) {
    if (child.node === 'group') {
      const below = state.groups.get(child.path);
      if (below !== undefined) skipBelow(state, below, { at, why });
      continue;
    }
    const step = state.steps.get(child.id);
    if (step?.status !== 'pending') continue;
    step.status = 'skipped';
    step.skipped = why;
    step.endedAt = at;
    state.endedSteps += 1;
  }
}

function stepEnded(state: RunState, step: StepState, at: number): void {
  step.endedAt = at;
  state.endedSteps += 1;
  noteChildEnded(state, step.step, at);
}

function markActive(state: RunState, step: StepState): void {
  const parent = state.groups.get(step.step.parent.path);
  if (parent?.group.type !== 'parallel') return;
  const index = parent.group.children.indexOf(step.step, Math.max(0, parent.next - 1));
  startedChild(parent, index >= 0 ? index : parent.group.children.indexOf(step.step));
}

function markGroupActive(state: RunState, group: GroupState): void {
  const parent = group.group.parent === null ? undefined : state.groups.get(group.group.parent.path);
  if (parent?.group.type === 'parallel') startedChild(parent, parent.group.children.indexOf(group.group));
}

function startedChild(parent: GroupState, index: number): void {
  parent.active.add(index);
  if (index >= parent.next) parent.next = index + 1;
}

/** Steps that were running when the run stopped. Looks only at the children in flight, not at every step (A2). */
function cancelRunning(state: RunState, path: string, at: number): void {
  const group = state.groups.get(path);
  if (group === undefined || (group.status !== 'running' && group.status !== 'rerunning')) return;
  const inFlight = group.group.type === 'parallel' ? [...group.active] : [group.next];
  for (const index of inFlight) {
    const child = group.group.children[index];
    const step = child?.node === 'step' ? state.steps.get(child.id) : undefined;
    if (step?.status !== 'running') continue;
    step.status = 'cancelled';
    step.endedAt = at;
  }
}

function addCost(state: RunState, event: StepCompleted | StepFailed): void {
  const step = state.steps.get(event.step);
  if (event.costUsd === null) {
    if (step?.step.action.kind === 'agent') state.attemptsOfUnknownCost += 1;
  } else {
    state.costUsd += event.costUsd;
    if (step !== undefined) step.costUsd = (step.costUsd ?? 0) + event.costUsd;
  }
  if (event.tokens !== null && step !== undefined) step.tokens = (step.tokens ?? 0) + event.tokens;
}
