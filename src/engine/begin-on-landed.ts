import type { PlanGroup } from '../plan/plan.js';
import { groupState, stepState, type RunState, type StepState } from './run-state.js';

/**
 * A part of the run has landed without some of its steps, and it goes on: what landed is what the others build on now. The
 * steps that are in it stay completed and have nothing more to give; those left out run again, as if they had not yet. To be
 * followed by `reopen`.
 */
export function beginOnLanded(state: RunState): void {
  const { landed, rebuilt } = state;
  if (landed === null || rebuilt === null) return;
  state.landedBase = landed.commit;
  state.landed = null;
  state.landing = null;
  const leftOut = new Map(rebuilt.leftOut.map((one) => [one.step, one]));
  for (const step of state.steps.values()) {
    step.conflict = null;
    if (step.status !== 'completed') continue;
    const out = leftOut.get(step.step.id);
    if (out === undefined || out.why === 'asked') step.isLanded = true;
    else runAgain(state, step, out.failure ?? null);
  }
  resetGroup(state, state.plan.root);
}

/** Its conversation goes on, and its agent is told what the check of the result said. */
function runAgain(state: RunState, step: StepState, failure: StepState['lastFailure']): void {
  state.endedSteps -= 1;
  step.status = 'pending';
  step.failures = 0;
  step.result = null;
  step.failure = null;
  step.lastFailure = failure;
  step.work = null;
  step.startedAt = null;
  step.endedAt = null;
}

/** Commits of groups are of a history that did not land. Returns whether the group has more to do. */
function resetGroup(state: RunState, group: PlanGroup): boolean {
  const current = groupState(state, group.path);
  const open = group.children.map((child) =>
    child.node === 'group' ? resetGroup(state, child) : isOpen(stepState(state, child.id)),
  );
  current.base = null;
  current.head = null;
  current.mergeNext = 0;
  current.settled.clear();
  const isTolerated = current.status === 'failed' && group.continueOnError;
  const isOver = current.status === 'completed' || current.status === 'skipped' || isTolerated;
  if (isOver && !open.includes(true) && group.parent !== null) return false;
  current.status = 'pending';
  return true;
}

function isOpen({ status, skipped, step }: StepState): boolean {
  switch (status) {
    case 'completed':
      return false;
    case 'failed':
    case 'conflict':
      return !step.action.continueOnError;
    case 'skipped':
      return skipped === 'earlier-failure';
    case 'pending':
    case 'running':
    case 'retrying':
    case 'cancelled':
      return true;
  }
}
