import type { PlanGroup, PlanNode, PlanStep } from '../plan/plan.js';
import { groupState, stepState, type GroupState, type RunState, type StepState } from './run-state.js';
import { goOn } from './settle.js';

/**
 * Makes a stopped run go on: what had not completed is pending again, what had completed stays, and so does a failure that
 * `continue_on_error` has let pass: others have built on the result without it. Looks at every step once.
 * Groups are visited children first, so that a parent finds its children as they are now.
 */
export function reopen(state: RunState): void {
  state.status = 'running';
  state.pause = null;
  state.failure = null;
  state.endedAt = null;
  // Nothing is in flight: what a killed runner had set aside of the budget is free again.
  state.reservedUsd = 0;
  for (const step of state.steps.values()) step.reservedUsd = 0;
  const root = groupState(state, '');
  const unfinished = (child: PlanNode): boolean => child.node === 'group' && !isOver(groupState(state, child.path));
  if (root.status === 'completed' && root.group.children.some(unfinished)) root.status = 'running';
  reopenGroup(state, root.group);
}

/** True when nothing of it is left to run: completed, or skipped by its condition. */
export function isOver(group: GroupState): boolean {
  return group.status === 'completed' || group.status === 'skipped';
}

/** Whether `reopen` takes this step up again; of one that was skipped, whether it asks again. */
export function isTakenUp(state: RunState, step: PlanStep): boolean {
  // The root may have completed with phases left.
  for (let group = step.parent; group.parent !== null; group = group.parent)
    if (isLeft(groupState(state, group.path))) return false;
  const { status } = stepState(state, step.id);
  return status !== 'completed' && !((status === 'failed' || status === 'conflict') && step.action.continueOnError);
}

/** Others have built on it as it is. */
function isLeft({ status, group }: GroupState): boolean {
  return status === 'completed' || (status === 'failed' && group.continueOnError);
}

/** Every unfinished group gets its turn anew, so that limits and conditions hold for it; the root goes on where it is. */
function reopenGroup(state: RunState, group: PlanGroup): void {
  const current = groupState(state, group.path);
  if (isLeft(current)) return;
  if (current.status === 'failed' && isOfAnotherJob(state, group)) return;
  const keepsSkipped = mergeHasBegun(state, current);
  for (const child of group.children) {
    const below = child.node === 'group' ? groupState(state, child.path) : stepState(state, child.id);
    if (keepsSkipped && below.status === 'skipped') continue;
    if ('step' in below) reopenStep(state, below);
    else reopenGroup(state, below.group);
  }
  if (group.parent !== null) handOver(current, groupState(state, group.parent.path));
  rewind(current);
  if (group.parent === null && current.base !== null) goOn(state, current, state.updatedAt);
  else current.status = 'pending';
}

/** What was left out of a merge that has begun stays out: only what did not merge runs again. */
function mergeHasBegun(state: RunState, { group, mergeNext }: GroupState): boolean {
  const next = group.children[mergeNext];
  return mergeNext > 0 || (next?.node === 'step' && stepState(state, next.id).conflict !== null);
}

/**
 * What a group has done when it is stopped in the middle is in its parent's head from then on, as if it had failed: steps
 * before it may run again, and what they do must not be lost, nor its own work.
 */
function handOver(current: GroupState, parent: GroupState): void {
  const hadEnded = parent.settled.delete(parent.group.children.indexOf(current.group));
  const isInTheMiddle = !hadEnded && current.status !== 'pending' && current.head !== null;
  if (isInTheMiddle && parent.group.type === 'sequential' && !current.group.continueOnError) parent.head = current.head;
}

/** Only a step that had used up its attempts gets new ones: stopping and resuming is not a way to more of them. */
function reopenStep(state: RunState, step: StepState): void {
  const hasFailed = step.status === 'failed' || step.status === 'conflict';
  if (hasFailed && (step.step.action.continueOnError || isOfAnotherJob(state, step.step))) return;
  if (step.status === 'completed' || (step.status === 'skipped' && step.skipped === 'asked')) return;
  if (step.status === 'pending') return;
  if (hasFailed || step.status === 'skipped') state.endedSteps -= 1;
  if (hasFailed) step.failures = 0;
  makePending(step);
  const parent = groupState(state, step.step.parent.path);
  parent.settled.delete(parent.group.children.indexOf(step.step));
}

/** True below the phases that other jobs run: a job must not try again what has failed in another, only take note of it. */
function isOfAnotherJob({ choices }: RunState, node: PlanNode): boolean {
  if (choices.job === undefined || node.parent === null) return false;
  let top: PlanNode = node;
  while (top.parent !== null && top.parent.path !== '') top = top.parent;
  return top.node === 'step' || top.name !== choices.phase;
}

/**
 * Takes back what a group has done: the commit that it built on is not the one that it is to start from. What has landed of it is
 * in that commit, and stays.
 */
export function startOver(state: RunState, group: PlanGroup): void {
  const current = groupState(state, group.path);
  rewind(current);
  current.status = 'pending';
  current.base = null;
  current.head = null;
  current.mergeNext = 0;
  current.settled.clear();
  for (const child of group.children) {
    if (child.node === 'group') {
      startOver(state, child);
      continue;
    }
    const step = stepState(state, child.id);
    if (step.status === 'pending' || step.isLanded || (step.status === 'skipped' && step.skipped === 'asked')) continue;
    state.endedSteps -= 1;
    step.failures = 0;
    step.result = null;
    step.conflict = null;
    forgetHistory(step);
    makePending(step);
  }
}

function rewind(group: GroupState): void {
  group.next = 0;
  group.active.clear();
  group.failed = false;
  group.failure = null;
  group.endedAt = null;
}

/** The next attempt begins as if there had been none. */
function forgetHistory(step: StepState): void {
  step.session = null;
  step.lastFailure = null;
  step.work = null;
}

function makePending(step: StepState): void {
  step.status = 'pending';
  step.retryAt = null;
  step.failure = null;
  step.skipped = null;
  // The time in which nobody ran it is not its duration.
  step.startedAt = null;
  step.endedAt = null;
}
