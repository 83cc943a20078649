/*
 * `validate` on GitHub: the definitions, and the tree that would land, on a runner that no step of the run has touched and that
 * has no secrets. Errors become annotations at the user's lines.
 */
import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { openCheckout } from '../commands/prepare-run.js';
import { redacting } from '../commands/run-tools.js';
import { checkDefinitions } from '../commands/validate.js';
import { EXIT } from '../commands/world.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { describeFailure } from '../report/describe-failure.js';
import { counted } from '../report/step-label.js';
import { renderTreeCheck } from '../report/tree-check.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactStore } from './storage/artifact-store.js';
import { checkTree, type TreeToCheck } from './check-tree.js';
import { privilegedEvent, pullRequestOf } from './runner/event-trust.js';
import { resultCommit } from '../engine/run-state.js';
import { diagnosticsOf } from './finish-job.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { restoreRun } from './restore-run.js';
import { tellProblem } from './tell-problem.js';

/** Validates what is checked out, or the result of the run of this workflow run. Resolves with the exit code. */
export async function validateJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { output } = world;
  const privileged = privilegedEvent(world.facts);
  if (privileged !== null) return tellProblem(privileged, output);
  const definitions = await definitionProblems(inputs, world);
  if (!definitions.ok) return tellProblem(definitions.error, output);
  const errors = definitions.value.filter(({ severity }) => severity === 'error');
  const tree = await treeToCheck(inputs, world);
  if (!tree.ok) {
    output.annotate(definitions.value);
    return tellProblem(tree.error, output);
  }
  const checked = await output.guard(() => checkTree(tree.value, world));
  const { failure } = checked;
  output.annotate([...definitions.value, ...(failure === null ? checked.warnings : diagnosticsOf(failure))]);
  const isValid = failure === null && errors.length === 0;
  output.setOutput('status', isValid ? 'valid' : 'invalid');
  output.setOutput('commit', isValid ? tree.value.commit : '');
  output.setOutput('hosts', checked.hosts === null ? '' : JSON.stringify(checked.hosts));
  await output.summary(renderTreeCheck({ ...checked, commit: tree.value.commit, definitions: definitions.value }));
  if (errors.length > 0) output.error(`${counted(errors.length, 'error')} in the definitions`);
  if (failure !== null) {
    const { title, help } = describeFailure(failure);
    output.error(help === '' ? title : `${title}\n${help}`);
  }
  return isValid ? EXIT.completed : errors.length > 0 ? EXIT.invalid : EXIT.failed;
}

/** On a pull request, versions are compared with those of its base, when that is there. */
async function definitionProblems(
  { since }: ActionInputs,
  world: ActionWorld,
): Promise<Result<readonly Diagnostic[], Problem>> {
  const base = pullRequestOf(world.facts)?.baseSha ?? null;
  const checked = await checkDefinitions({ files: [], since: since ?? base }, world);
  if (!checked.ok && since === null && checked.error.code === 'unknown-ref') {
    world.output.notice(
      'the base of the pull request is not in the checkout (fetch-depth: 0): versions are not compared',
    );
    const without = await checkDefinitions({ files: [], since: null }, world);
    return without.ok ? ok(without.value.diagnostics) : without;
  }
  return checked.ok ? ok(checked.value.diagnostics) : checked;
}

async function treeToCheck(inputs: ActionInputs, world: ActionWorld): Promise<Result<TreeToCheck, Problem>> {
  if (inputs.workflow === null) {
    const opened = await openCheckout({ repo: null }, world);
    if (!opened.ok) return opened;
    const { git, repository } = opened.value;
    const cacheDir = cacheFolder(repository.commonDir, world.env);
    const base = pullRequestOf(world.facts)?.baseSha ?? null;
    return ok({ git, repository, cacheDir, commit: repository.head, base, commands: [], loaded: null });
  }
  const prepared = await prepareJob(inputs, jobFlags({ ...inputs, phase: null, step: null }, world.cwd), world);
  if (!prepared.ok) return prepared;
  const { git, repository, cacheDir, loaded } = prepared.value;
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const store = openArtifactStore({ sleep: world.sleep });
  const at = { inputs, prepared: prepared.value, world };
  const back = await restoreRun(at, landing, { store, from: null, required: true });
  if (!back.ok) return back;
  const { state } = back.value;
  if (state?.status !== 'completed') return err(notCompleted(prepared.value.name, state?.status ?? 'not there'));
  const { base } = state;
  const commands = loaded.plan.validation;
  return ok({ git, repository, cacheDir, commit: resultCommit(state), base: base.commit, commands, loaded });
}

/** The run has no result yet. */
export function notCompleted(workflow: string, status: string): Problem {
  return {
    code: 'not-completed',
    message: `the run of '${workflow}' has no result: it is ${status}`,
    help: 'run the jobs of its phases first; re-run the failed ones to go on',
    exitCode: 1,
  };
}
