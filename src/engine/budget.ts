import type { PlanNode, PlanStep } from '../plan/plan.js';
import { stepState, type RunState } from './run-state.js';
import { runsElsewhere } from './settle.js';

/** What nobody has spent and nobody else may spend, US dollars; null without a budget. */
export function budgetLeft({ choices, plan, costUsd, reservedUsd, elsewhereUsd }: RunState): number | null {
  const budgetUsd = choices.budgetUsd ?? plan.budgetUsd;
  return budgetUsd === null ? null : budgetUsd - costUsd - reservedUsd - elsewhereUsd;
}

/**
 * In a job for one child of a parallel phase: what the jobs of the others may spend at the same time, who see the same ledger. All
 * that may still ask agents have the same share. Looks at every step of the phase.
 */
export function budgetElsewhere(state: RunState): number {
  const left = budgetLeft({ ...state, elsewhereUsd: 0 });
  if (left === null || left <= 0 || state.choices.job === undefined) return 0;
  const children = new Set(state.plan.steps.filter((step) => mayAsk(state, step)).map(childOfPhase));
  const others = [...children].filter((child) => runsElsewhere(state, child)).length;
  return (left * others) / (others + 1);
}

function mayAsk(state: RunState, step: PlanStep): boolean {
  return step.asksAgent && stepState(state, step.id).status !== 'completed' && !state.choices.skip.includes(step.id);
}

/** What stands directly in a phase: the step, or the nested workflow that it is part of. */
function childOfPhase(step: PlanStep): PlanNode {
  let child: PlanNode = step;
  while (child.parent !== null && child.parent.parent !== null && child.parent.parent.path !== '') child = child.parent;
  return child;
}
