/*
 * `notify` on GitHub: the last job tells people how the run ended, so that one message comes of all jobs. Nothing of the
 * repository is executed here, and no other job needs the addresses of receivers.
 */
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { secretsOfReceivers } from '../notify/receiver.js';
import type { ActionWorld } from './action-world.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { readReceivers } from './notify/read-receivers.js';
import { endBeforeRun, endOfRun, type RunEnd } from './notify/run-end.js';
import { tellPeople } from './notify/tell-people.js';
import { restoreRun } from './restore-run.js';
import type { ActionInputs } from './runner/action-inputs.js';
import { openArtifactStore } from './storage/artifact-store.js';
import { tellProblem } from './tell-problem.js';

/** Tells of the run of this workflow run. Resolves with the exit code: 2 when the inputs are wrong, else 0. */
export async function notifyJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const receivers = readReceivers(inputs.notify, outer.env);
  if (!receivers.ok) return tellProblem(receivers.error, outer.output);
  const { workflow } = inputs;
  if (workflow === null) return tellProblem(NO_WORKFLOW, outer.output);
  const secrets = secretsOfReceivers(receivers.value);
  const world = { ...outer, secrets, runProcess: redacting(outer.runProcess, outer.env, secrets) };
  if (receivers.value.length === 0) {
    world.console.print('The input notify names nobody, so nobody is told.');
    return EXIT.completed;
  }
  const end = await endOf(inputs, workflow, world);
  if (end === null) world.console.print(`There is nothing to tell about ${workflow}.`);
  else await tellPeople({ end, branch: inputs.branch ?? `workflow-runner/${workflow}` }, receivers.value, world);
  return EXIT.completed;
}

async function endOf(inputs: ActionInputs, workflow: string, world: ActionWorld): Promise<RunEnd | null> {
  const whole = { ...inputs, phase: null, step: null };
  const { outcome, pullRequest: pull } = inputs;
  const prepared = await prepareJob(whole, jobFlags(whole, world.cwd), world);
  const before = (plan: Parameters<typeof endBeforeRun>[0]['plan'], why: string): RunEnd | null =>
    outcome === 'success' ? null : endBeforeRun({ workflow, plan, why }, world.now(), world.facts);
  if (!prepared.ok) return before(null, prepared.error.message);
  const { git, repository, cacheDir, loaded } = prepared.value;
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const store = openArtifactStore({ sleep: world.sleep });
  const at = { inputs: whole, prepared: prepared.value, world };
  const back = await restoreRun(at, landing, { store, from: null, required: false });
  if (!back.ok) return before(loaded.plan, back.error.message);
  const { state } = back.value;
  if (state === null) return before(loaded.plan, 'the first job failed, and its log says why');
  return endOfRun(state, { outcome, pull }, world.facts);
}

const NO_WORKFLOW = {
  code: 'invalid-input',
  message: 'input workflow: it is missing',
  help: 'name the workflow NAME of .claude/workflows/NAME.yaml',
  exitCode: EXIT.invalid,
};
