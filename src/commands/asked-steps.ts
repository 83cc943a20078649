import type { RunState } from '../engine/run-state.js';
import type { Plan, PlanGroup, PlanStep } from '../plan/plan.js';
import type { ChoiceChanges } from '../runner/start-run.js';
import { FLAKE_CHECK, hasFlake } from '../runner/run-checks.js';

/**
 * The first step that asks an agent and may run with these choices; null when none does. `before`: the run that goes on, whose
 * completed steps do not run again. What a condition will say is not known yet: it counts as true.
 */
export function firstAskedStep(
  plan: Plan,
  choices: Pick<ChoiceChanges, 'skip' | 'phase' | 'job'>,
  before: RunState | null,
): PlanStep | null {
  const skip = new Set([...(before?.choices.skip ?? []), ...choices.skip]);
  const isLeftOut = (step: PlanStep): boolean => {
    const groups = pathsOf(step.parent);
    if (before?.steps.get(step.id)?.status === 'completed') return true;
    if (skip.has(step.id) || groups.some((path) => skip.has(path))) return true;
    if (choices.phase !== null && !groups.includes(choices.phase)) return true;
    const only = choices.job?.step ?? null;
    return only !== null && step.id !== only && !groups.includes(only);
  };
  return plan.steps.find((step) => step.asksAgent && !isLeftOut(step)) ?? null;
}

/** Whether the checkout at `root`, or what this plan does there, needs Nix. */
export function needsNix(plan: Plan, root: string): boolean {
  return (
    hasFlake(root) ||
    plan.validation.includes(FLAKE_CHECK) ||
    plan.steps.some(({ action }) => action.kind === 'skill' && action.skill === 'flake-validate')
  );
}

/** The paths of a group and of those around it; a phase has its name as its path. */
function pathsOf(group: PlanGroup): string[] {
  const paths: string[] = [];
  for (let at: PlanGroup | null = group; at !== null; at = at.parent) paths.push(at.path);
  return paths;
}
