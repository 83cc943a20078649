import type { PlanGroup, PlanNode } from '../plan/plan.js';
import { groupState, stepState, type GroupState, type RunState, type StepState } from './run-state.js';
import { settle } from './settle.js';

/**
 * Makes a stopped run go on: what had not completed is pending again, what had completed stays. Looks at every step once.
 * Groups are visited children first, so that a parent finds its children as they are now.
 */
export function reopen(state: RunState): void {
  state.status = 'running';
  state.pause = null;
  state.failure = null;
  state.endedAt = null;
  const root = groupState(state, '');
  const unfinished = (child: PlanNode): boolean => child.node === 'group' && !isOver(groupState(state, child.path));
  if (root.status === 'completed' && root.group.children.some(unfinished)) root.status = 'running';
  reopenGroup(state, root.group);
}

/** True when nothing of it is left to run: completed, or skipped by its condition. */
export function isOver(group: GroupState): boolean {
  return group.status === 'completed' || group.status === 'skipped';
}

function reopenGroup(state: RunState, group: PlanGroup): void {
  const current = groupState(state, group.path);
  if (current.status === 'completed') return;
  if (group.parent !== null) {
    const parent = groupState(state, group.parent.path);
    parent.settled.delete(group.parent.children.indexOf(group));
  }
  for (const child of group.children) {
    if (child.node === 'group') reopenGroup(state, child);
    else reopenStep(state, stepState(state, child.id));
  }
  const validationFailed = current.status === 'failed' && current.failure?.reason === 'validation-failed';
  resetCursor(current);
  if (current.base === null) {
    current.status = 'pending';
    return;
  }
  const conflicted = group.children[current.mergeNext];
  if (
    conflicted?.node === 'step' &&
    stepState(state, conflicted.id).conflict !== null &&
    !isDone(state, conflicted.id)
  ) {
    current.status = 'rerunning';
    return;
  }
  current.status = validationFailed || current.status === 'validating' ? 'validating' : 'running';
  if (current.status === 'running') settle(state, current, state.updatedAt);
}

function resetCursor(group: GroupState): void {
  group.next = 0;
  group.active.clear();
  group.failed = false;
  group.failure = null;
  group.endedAt = null;
}

/** A step that waited for a retry keeps its count of failures: stopping and resuming is not a way to more attempts. */
function reopenStep(state: RunState, step: StepState): void {
  if (step.status === 'completed' || (step.status === 'skipped' && step.skipped === 'asked')) return;
  if (step.status === 'pending') return;
  if (step.status === 'failed' || step.status === 'conflict' || step.status === 'skipped') state.endedSteps -= 1;
  if (step.status !== 'retrying') step.failures = 0;
  step.status = 'pending';
  step.retryAt = null;
  step.failure = null;
  step.skipped = null;
  step.endedAt = null;
  const parent = groupState(state, step.step.parent.path);
  parent.settled.delete(parent.group.children.indexOf(step.step));
}

function isDone(state: RunState, id: string): boolean {
  return stepState(state, id).status === 'completed';
}
