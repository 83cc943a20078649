import type { LeftOutStep } from '../base/failure.js';
import type { LeftOut } from './blame.js';
import type { RunState } from './run-state.js';

/** As `LeftOut`, with what a person calls the steps; those that the plan no longer has are dropped. */
export function named({ plan }: Pick<RunState, 'plan'>, leftOut: readonly LeftOut[]): LeftOutStep[] {
  return leftOut.flatMap(({ step, why }) => {
    const planned = plan.stepsById.get(step);
    return planned === undefined ? [] : [{ number: planned.number, id: step, why }];
  });
}

/** The steps that what landed of the run is without, in file order; none when nothing landed, or all of it. */
export function notLanded(state: Pick<RunState, 'plan' | 'landed' | 'rebuilt'>): LeftOutStep[] {
  return state.landed === null ? [] : named(state, state.rebuilt?.leftOut ?? []);
}
