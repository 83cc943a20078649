import type { PlanGroup, PlanNode } from '../plan/plan.js';
import { groupState, stepState, type RunState } from './run-state.js';

/** What a completed step has changed: `commit` is a child of `base`. */
export interface StepChange {
  /** Id of the step. */
  readonly step: string;
  readonly base: string;
  readonly commit: string;
}

/**
 * What the completed steps below a group have changed since the run began, or since a part of it landed, in file order. Without
 * the work that a tolerated failure of a nested workflow leaves out of the result.
 */
export function stepChanges(state: RunState, within: PlanGroup): StepChange[] {
  return state.plan.steps.flatMap(({ id, parent }) => {
    const { status, result, base, isLanded } = stepState(state, id);
    if (status !== 'completed' || isLanded || result === null || base === null || result.commit === base) return [];
    return isBelow(parent, within) && !isDropped(state, parent) ? [{ step: id, base, commit: result.commit }] : [];
  });
}

/** Whether a node is below a group, or is that group. */
export function isBelow(node: PlanNode, group: PlanGroup): boolean {
  for (let at: PlanNode | null = node; at !== null; at = at.parent) if (at === group) return true;
  return false;
}

function isDropped(state: RunState, parent: PlanGroup): boolean {
  for (let group: PlanGroup | null = parent; group !== null; group = group.parent) {
    const { status } = groupState(state, group.path);
    if (status === 'skipped' || (status === 'failed' && group.continueOnError)) return true;
  }
  return false;
}
