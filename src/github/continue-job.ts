import { EXIT } from '../commands/world.js';
import type { ActionWorld } from './action-world.js';
import { continueRun } from './continue-run.js';
import { tellProblem } from './tell-problem.js';

/** `continue`: starts this workflow again, to go on where this workflow run paused. Resolves with the exit code. */
export async function continueJob(world: ActionWorld): Promise<number> {
  const continued = await continueRun(world);
  if (!continued.ok) return tellProblem(continued.error, world.output);
  const { file, continuation } = continued.value;
  world.output.notice(`${file} was started again to go on from here (continuation ${continuation})`);
  return EXIT.completed;
}
