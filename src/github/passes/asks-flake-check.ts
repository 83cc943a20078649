import type { Plan } from '../../plan/plan.js';
import { FLAKE_CHECK } from '../../runner/flake-checks.js';

/** The prerequisite, as it is written in a workflow. */
export const FLAKE_CHECK_PASSING = 'flake-check-passing';

/** Whether a run of this plan may check a flake before its last gate: only such a check can be spared by what others have checked. */
export function asksFlakeCheck({ prerequisites, groups, steps }: Plan): boolean {
  const isAsked = (validation: readonly string[]): boolean => validation.some((one) => one.trim() === FLAKE_CHECK);
  return (
    prerequisites.some(({ text }) => text === FLAKE_CHECK_PASSING) ||
    [...groups.values()].some(({ validation }) => isAsked(validation)) ||
    steps.some(
      ({ action }) => isAsked(action.validation) || (action.kind === 'skill' && action.skill === 'flake-validate'),
    )
  );
}
