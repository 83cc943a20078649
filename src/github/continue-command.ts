import type { Problem } from '../base/problem.js';
import { err, type Result } from '../base/result.js';
import type { ActionWorld } from './action-world.js';

/** What the continuation was started with. */
export interface Continued {
  /** File name of the workflow that was dispatched. */
  readonly file: string;
  /** Which continuation of the run it is, from 1. */
  readonly continuation: number;
}

/**
 * Starts the workflow of this job again, on the same ref and with the inputs of this event, `resume-from` set to this workflow
 * run and `continuation` (an input of the workflow, a number in text) one higher. Needs `actions: write`.
 */
export async function continueRun(_world: ActionWorld): Promise<Result<Continued, Problem>> {
  return err({ code: 'not-there-yet', message: 'continue is not there yet', help: '', exitCode: 1 });
}
