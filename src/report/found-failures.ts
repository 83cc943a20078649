import { isOfStart, type Failure } from '../base/failure.js';
import type { RunState, StepState } from '../engine/run-state.js';
import { describeBlame } from './describe-blame.js';
import type { FailureText } from './failure-text.js';
import { stepLabel } from './step-label.js';

/** A failure of a run and what failed, in words. */
export interface FoundFailure {
  readonly where: string;
  readonly failure: Failure;
  /** The run went on all the same: there is nothing to repair. */
  readonly isBorne: boolean;
  /** Which step broke it, in words; null when nobody was looked for. */
  readonly blame: FailureText | null;
}

/** Every failure of a run: those of steps in file order, then of phases and nested workflows, then of the result. */
export function foundFailures(state: RunState): FoundFailure[] {
  const found: FoundFailure[] = [];
  for (const step of state.steps.values()) {
    const failure = failureOf(step);
    if (failure === null) continue;
    const { number, action } = step.step;
    found.push({
      where: `step ${number} ${stepLabel(step.step)}`,
      failure,
      isBorne: action.continueOnError,
      blame: null,
    });
  }
  for (const { group, failure } of state.groups.values()) {
    if (failure !== null) {
      const blame = describeBlame(state, group.path);
      found.push({ where: `${group.kind} ${group.path}`, failure, isBorne: group.continueOnError, blame });
    }
  }
  if (state.failure !== null) {
    found.push({
      where: isOfStart(state.failure) ? 'the start' : 'the result',
      failure: state.failure,
      isBorne: false,
      blame: describeBlame(state, null),
    });
  }
  return found;
}

function failureOf({ status, failure, conflict }: StepState): Failure | null {
  if (status !== 'failed' && status !== 'conflict') return null;
  return failure ?? (conflict === null ? null : { reason: 'merge-conflict', ...conflict });
}
