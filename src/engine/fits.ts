import type { PlanNode } from '../plan/plan.js';
import type { RunEvent } from './event.js';
import { startCommit, type GroupState, type RunState } from './run-state.js';

/**
 * Whether the plan lets an event happen now. Always true of what a run records; a journal from before its definition was
 * changed may tell of steps that would now not run yet, or from another commit: what they did is no result of this plan.
 * Looks at the parent of what the event is about only.
 */
export function fits(state: RunState, event: RunEvent): boolean {
  switch (event.type) {
    case 'step-started': {
      const step = state.steps.get(event.step);
      return step !== undefined && isTurn(state, step.step, event.base);
    }
    case 'session-started':
    case 'step-completed':
    case 'step-failed':
      return state.steps.get(event.step)?.status === 'running';
    case 'step-skipped': {
      const step = state.steps.get(event.step);
      return step?.status === 'pending' && isTurn(state, step.step, null);
    }
    case 'group-started': {
      const group = state.groups.get(event.group);
      return group?.status === 'pending' && isTurn(state, group.group, event.base);
    }
    case 'group-skipped': {
      const group = state.groups.get(event.group);
      return group?.status === 'pending' && isTurn(state, group.group, null);
    }
    case 'group-merged':
    case 'merge-conflicted':
      return state.groups.get(event.group)?.status === 'merging';
    case 'group-validated':
      return state.groups.get(event.group)?.status === 'validating';
    case 'run-started':
    case 'run-resumed':
    case 'run-paused':
    case 'rolled-back':
    case 'derivations-mapped':
    case 'hosts-compared':
    case 'result-validated':
    case 'blame-searched':
    case 'result-blamed':
    case 'result-rebuilt':
    case 'hooks-ran':
    case 'landing-started':
    case 'landed':
    case 'run-ended':
      return true;
  }
}

/** `base` is null for what needs none. */
function isTurn(state: RunState, child: PlanNode, base: string | null): boolean {
  if (child.parent === null) return base === startCommit(state);
  const parent = state.groups.get(child.parent.path);
  if (parent === undefined || (base !== null && base !== baseOfNext(parent))) return false;
  if (parent.status === 'rerunning') return parent.group.children[parent.mergeNext] === child;
  if (parent.group.type === 'parallel') return parent.status === 'running';
  return parent.status === 'running' && parent.group.children[parent.next] === child;
}

/** What is done in a sequential group or in one that merges; the common base of the children of a parallel one. */
function baseOfNext({ group, status, base, head }: GroupState): string | null {
  return group.type === 'parallel' && status === 'running' ? base : head;
}
