/*
 * `publish` and `revert` on GitHub: the jobs with the rights to write. Nothing of the repository is executed here: the result
 * comes from a checkpoint, is compared with what was validated, and is pushed with git's objects alone.
 */
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { openCheckout } from '../commands/prepare-run.js';
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import { resultCommit, type RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { cacheFolder } from '../runner/cache-folder.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactStore } from './storage/artifact-store.js';
import { member, pullRequestOf } from './runner/event-trust.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { publish } from './publish/publish-command.js';
import { readHosts } from './published-hosts.js';
import { baseBranch, publishRequest } from './publish-settings.js';
import { restoreRun } from './restore-run.js';
import { revert, type RevertTarget } from './revert/revert-command.js';
import { annotateProblem, tellProblem } from './tell-problem.js';
import { notCompleted } from './validate-job.js';

interface RestoredRun {
  readonly prepared: PreparedRun;
  readonly landing: LandingGit;
  readonly state: RunState;
}

/** Publishes the result of the run of this workflow run. Resolves with the exit code. */
export async function publishJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { output, facts } = world;
  const mode = inputs.publish ?? 'pull-request';
  if (mode === 'none') {
    output.notice('publish: none, so nothing is published');
    return EXIT.completed;
  }
  const fork = pullRequestOf(facts)?.fromFork === true ? forkProblem() : null;
  if (fork !== null) return tellProblem(fork, output);
  if (mode === 'push' && inputs.commit === null) return tellProblem(notValidated(), output);
  const restored = await restoreState(inputs, world);
  if (!restored.ok) return tellProblem(restored.error, output);
  const { landing, state } = restored.value;
  if (state.status !== 'completed') return tellProblem(notCompleted(state.plan.workflow, state.status), output);
  const result = resultCommit(state);
  // The run has checked it too; what is told is what a job of its own, in which no step has run, says to have checked.
  const validation = inputs.commit === null ? null : { commit: inputs.commit, checks: state.validation?.checks ?? [] };
  const request = publishRequest(inputs, facts, { landing, state, result, mode, validation });
  const hosts = readHosts(inputs.hosts);
  if (!request.ok) return tellProblem(request.error, output);
  const published = await publish({ ...request.value, hosts }, world);
  return published.ok ? EXIT.completed : annotateProblem(published.error, output);
}

function forkProblem(): Problem {
  const help = 'publish on workflow_dispatch, schedule or push';
  return { code: 'untrusted-event', message: 'nothing is published for a pull request from a fork', help, exitCode: 2 };
}

/** A pull request is looked at before it is merged; a push is not. */
function notValidated(): Problem {
  const help =
    'run `command: validate` in a job before, and give its output with `commit: ${{ needs.validate.outputs.commit }}`';
  return { code: 'commit-missing', message: 'publish: push needs the commit that was validated', help, exitCode: 2 };
}

/** Takes back what was pushed. Resolves with the exit code. */
export async function revertJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { output, facts } = world;
  const branch = baseBranch(inputs, facts);
  if (!branch.ok) return tellProblem(branch.error, output);
  const wanted = await revertTarget(inputs, world);
  if (!wanted.ok) return tellProblem(wanted.error, output);
  const { target, landing } = wanted.value;
  const reason = `${facts.eventName === 'push' ? 'a check of the push' : 'a job'} of workflow run ${facts.runId} failed`;
  const reverted = await revert({ trusted: landing.trusted, branch: branch.value, target, reason }, world);
  return reverted.ok ? EXIT.completed : annotateProblem(reverted.error, output);
}

interface WantedRevert {
  readonly target: RevertTarget;
  readonly landing: LandingGit;
}

async function revertTarget(inputs: ActionInputs, world: ActionWorld): Promise<Result<WantedRevert, Problem>> {
  const { range, workflow } = inputs;
  const { event, eventName } = world.facts;
  const [before, after] = [member(event, 'before'), member(event, 'after')];
  if (range !== null || (workflow === null && eventName === 'push')) {
    const landing = await openLanding(world);
    if (!landing.ok) return landing;
    if (range !== null) return ok({ target: { kind: 'range', ...range }, landing: landing.value });
    if (typeof before !== 'string' || typeof after !== 'string') return err(nothingNamed());
    return ok({ target: { kind: 'push', before, after }, landing: landing.value });
  }
  if (workflow === null) return err(nothingNamed());
  const restored = await restoreState(inputs, world);
  if (!restored.ok) return restored;
  const { state, landing } = restored.value;
  return ok({ target: { kind: 'run', runId: state.runId, base: state.base.commit }, landing });
}

function nothingNamed(): Problem {
  return {
    code: 'nothing-named',
    message: 'revert does not know what to take back',
    help: 'name the workflow whose run pushed it, or the commits with range: FROM..TO',
    exitCode: 2,
  };
}

async function openLanding(world: ActionWorld): Promise<Result<LandingGit, Problem>> {
  const opened = await openCheckout({ repo: null }, world);
  if (!opened.ok) return opened;
  const { git, repository } = opened.value;
  return ok({ git, trusted: await openTrustedGit(git, repository, cacheFolder(repository.commonDir, world.env)) });
}

/** The newest state of the run of this workflow run. */
async function restoreState(inputs: ActionInputs, world: ActionWorld): Promise<Result<RestoredRun, Problem>> {
  const whole = { ...inputs, phase: null, step: null };
  const prepared = await prepareJob(whole, jobFlags(whole, world.cwd), world);
  if (!prepared.ok) return prepared;
  const { git, repository, cacheDir } = prepared.value;
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const store = openArtifactStore({ sleep: world.sleep });
  const at = { inputs: whole, prepared: prepared.value, world };
  const back = await restoreRun(at, landing, { store, from: null, required: true });
  if (!back.ok) return back;
  if (back.value.state === null) throw new Error('a required checkpoint is null');
  return ok({ prepared: prepared.value, landing, state: back.value.state });
}
