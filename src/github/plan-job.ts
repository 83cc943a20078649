import { planMatrices, planPhases } from '../report/plan-jobs.js';
import type { ActionWorld } from './action-world.js';
import { jobFlags, prepareJob } from './job-flags.js';
import type { ActionInputs } from './runner/action-inputs.js';
import { untrustedEvent } from './runner/event-trust.js';
import { tellProblem } from './tell-problem.js';

/**
 * `plan`: checks the definition and tells which jobs there are to be. Executes nothing, writes nothing; with `dry-run` it also
 * shows what would happen, for which prerequisites are checked. Resolves with the exit code.
 */
export async function planJob(inputs: ActionInputs, world: ActionWorld): Promise<number> {
  const { output, facts, console } = world;
  const untrusted = untrustedEvent(facts);
  if (untrusted !== null) return tellProblem(untrusted, output);
  const prepared = await prepareJob(inputs, jobFlags(inputs, world.cwd), world);
  if (!prepared.ok) return tellProblem(prepared.error, output);
  const { loaded, flags, name } = prepared.value;
  const phases = planPhases(loaded.plan);
  output.setOutput('phases', JSON.stringify(phases));
  output.setOutput('matrices', JSON.stringify(planMatrices(loaded.plan)));
  output.setOutput('attempt', String(facts.attempt));
  console.print(`${name}: ${loaded.plan.steps.length} steps in ${phases.length} phases`);
  if (!inputs.dryRun) return 0;
  const { runCommand } = await import('../commands/run.js');
  return runCommand(name, flags, world);
}
