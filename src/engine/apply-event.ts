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
import type { Plan, PlanNode } from '../plan/plan.js';
import { beginOnLanded } from './begin-on-landed.js';
import { budgetElsewhere } from './budget.js';
import { fits } from './fits.js';
import type { RunEvent, SkipReason, StepCompleted, StepFailed } from './event.js';
import { reopen, startOver } from './reopen.js';
import { groupState, initialState, startCommit, type GroupState, type RunState, type StepState } from './run-state.js';
import { endGroup, goOn, noteChildEnded, resultOf } from './settle.js';

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
      if (event.failure === null) state.validated = event.commit;
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

type StepEvent = Extract<RunEvent, { step: string }> & { type: `step-${string}` | 'session-started' };
type GroupEvent = Extract<RunEvent, { group: string }>;

function applyStepEvent(state: RunState, event: StepEvent): void {
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

function applyGroupEvent(state: RunState, event: GroupEvent): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  switch (event.type) {
    case 'group-started':
      startGroup(state, group, event.base);
      return goOn(state, group, event.at);
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
      if (index < 0) return;
      group.head = event.ours;
      group.mergeNext = index;
      const step = state.steps.get(event.child);
      const { ours, theirs, paths } = event;
      if (step !== undefined && step.conflict === null) {
        step.conflict = { ours, theirs, paths };
        step.lastFailure = null;
        step.work = null;
        step.status = 'pending';
        step.failures = 0;
        step.result = null;
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

/**
 * A group that starts again on the same commit goes on with what it has. On another one, that commit has what it did; only
 * not when its failure is tolerated, then it starts over. Results in a parallel group are not merged yet: it keeps their base.
 */
function startGroup(state: RunState, group: GroupState, base: string): void {
  const { children, type, parent, continueOnError } = group.group;
  if (base !== group.base) {
    if (continueOnError) startOver(state, group.group);
    if (type === 'sequential' || !children.some((child) => hasBegun(state, child))) group.base = base;
    group.head = base;
  }
  const above = parent?.type === 'parallel' ? state.groups.get(parent.path) : undefined;
  if (above !== undefined) startedChild(above, above.group.children.indexOf(group.group));
}

function hasBegun(state: RunState, child: PlanNode): boolean {
  return child.node === 'step' ? resultOf(state, child) !== null : groupState(state, child.path).base !== null;
}

/** What was validated and what the hooks made of it is about another result, or was asked for in another way. */
function forgetEnd(state: RunState): void {
  state.rebuilt = null;
  state.blame = null;
  state.validated = null;
  state.hosts = null;
  state.afterHooks = null;
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
  startedChild(parent, index >= 0 ? index : parent.group.children.indexOf(step.step));
}

/** The cursor passes only what has started or ended: in a journal of an earlier definition the order may be another one. */
function startedChild(parent: GroupState, index: number): void {
  parent.active.add(index);
  while (parent.active.has(parent.next) || parent.settled.has(parent.next)) parent.next += 1;
}

/** Steps that were running when the run stopped. Looks only at the children in flight, not at every step (A2). */
function cancelRunning(state: RunState, at: number): void {
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

function addCost(state: RunState, event: StepCompleted | StepFailed): void {
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
