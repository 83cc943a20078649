import type { RunState } from '../engine/run-state.js';
import type { RunnerFacts } from './runner/runner-facts.js';

/** How a paused run goes on. A job that is run again has the budget that it had. */
export function howToGoOn({ pause }: Pick<RunState, 'pause'>, { runId }: Pick<RunnerFacts, 'runId'>): string {
  const how =
    pause === 'budget'
      ? `start the workflow with resume-from: ${runId} and a higher budget-usd`
      : 're-run the failed jobs to go on from the last checkpoint';
  return `paused (${pause ?? 'unknown'}): ${how}`;
}
