import { isTakenUp } from '../engine/reopen.js';
import type { RunState } from '../engine/run-state.js';
import type { Plan, PlanGroup, PlanStep } from '../plan/plan.js';
import type { ChoiceChanges } from '../runner/start-run.js';
import { FLAKE_CHECK } from '../runner/flake-checks.js';
import { hasFlake } from '../runner/run-checks.js';

/**
 * The first step that asks an agent and may run with these choices; null when none does. `before`: the run that goes on, where what
 * is over does not run again. What a condition will say is not known yet: it counts as true, until it has said otherwise.
 */
export function firstAskedStep(
  plan: Plan,
  choices: Pick<ChoiceChanges, 'skip' | 'phase' | 'job'>,
  before: RunState | null,
): PlanStep | null {
  const skip = new Set([...(before?.choices.skip ?? []), ...choices.skip]);
  const isLeftOut = (step: PlanStep): boolean => {
    const groups = pathsOf(step.parent);
    if (skip.has(step.id) || groups.some((path) => skip.has(path))) return true;
    if (choices.phase !== null && !groups.includes(choices.phase)) return true;
    const only = choices.job?.step ?? null;
    return only !== null && step.id !== only && !groups.includes(only);
  };
  let newestEnd = 0;
  for (const step of plan.steps) {
    const state = before?.steps.get(step.id);
    const skippedAt = state?.status === 'skipped' ? (state.endedAt ?? 0) : null;
    const isOver = before !== null && !isTakenUp(before, step);
    // As long as nothing before it is new, its condition says what it has said.
    const isSkippedAgain = skippedAt !== null && newestEnd <= skippedAt;
    if (isOver || isLeftOut(step) || isSkippedAgain) {
      if (skippedAt === null) newestEnd = Math.max(newestEnd, state?.endedAt ?? 0);
      continue;
    }
    if (step.asksAgent) return step;
    newestEnd = Infinity;
  }
  return null;
}

/** Whether the checkout at `root`, or what this plan does there, needs Nix. */
export function needsNix(plan: Plan, root: string): boolean {
  return (
    hasFlake(root) ||
    plan.validation.includes(FLAKE_CHECK) ||
    plan.steps.some(({ action }) => action.expect !== null) ||
    plan.steps.some(({ action }) => action.kind === 'skill' && action.skill === 'flake-validate')
  );
}

/** The paths of a group and of those around it; a phase has its name as its path. */
function pathsOf(group: PlanGroup): string[] {
  const paths: string[] = [];
  for (let at: PlanGroup | null = group; at !== null; at = at.parent) paths.push(at.path);
  return paths;
}
