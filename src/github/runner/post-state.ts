import type { RunnerOutput } from '../action-world.js';

/** Name of the state that the main step leaves to the post step: `run` when a run may have been cut short, else `nothing`. */
export const POST_STATE = 'workflow-runner';

/** Tells the post step that a run is going on. */
export function rememberForPost(output: RunnerOutput): void {
  output.saveState(POST_STATE, 'run');
}

/** Tells it that all of the run is saved: what lies on the disk by then may be what a step has left there. */
export function nothingForPost(output: RunnerOutput): void {
  output.saveState(POST_STATE, 'nothing');
}
