import { resolve } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { prepareRun, type Unprepared } from '../commands/prepare-run.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import type { RunFlags } from '../commands/run-flags.js';
import type { Git } from '../git/git.js';
import { checkoutOf } from '../git/repository.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { pullRequestOf } from './runner/event-trust.js';

/** What a job asks of a run: as on the command line, but nothing of it touches the checkout. `cwd` is where paths begin. */
export function jobFlags(inputs: ActionInputs, cwd: string): RunFlags {
  const { phase, step, rollbackTo, agentBackend, agentPath, sandbox, maxConcurrent, budgetUsd } = inputs;
  return {
    ...(phase === null ? {} : { phase, job: { step } }),
    dryRun: inputs.dryRun,
    resume: rollbackTo !== null,
    skipSteps: inputs.skipSteps,
    ...(rollbackTo === null ? {} : { rollbackTo }),
    land: 'none',
    allowDirty: false,
    ...(agentBackend === null ? {} : { agentBackend }),
    ...(agentPath === null ? {} : { agentPath: resolve(cwd, agentPath) }),
    installAgent: inputs.installAgent,
    ...(sandbox === null ? {} : { sandbox }),
    allowHosts: inputs.allowHosts,
    agentEnv: inputs.agentEnv,
    ...(maxConcurrent === null ? {} : { maxConcurrent }),
    ...(budgetUsd === null ? {} : { budgetUsd }),
    ...(inputs.partial ? { partial: true } : {}),
    acceptChanges: inputs.acceptChanges,
    repo: null,
  };
}

/** Finds the workflow that the inputs name in the checkout. On a pull request its definitions must be those of the base. */
export async function prepareJob(
  inputs: ActionInputs,
  flags: RunFlags,
  world: ActionWorld,
): Promise<Result<PreparedRun, Unprepared>> {
  if (inputs.workflow === null)
    return err(wrong('input workflow: it is missing', 'name the workflow NAME of .claude/workflows/NAME.yaml'));
  if (inputs.step !== null && inputs.phase === null)
    return err(wrong(`input step: '${inputs.step}' needs the input phase too`, 'name the parallel phase of the step'));
  const prepared = await prepareRun(inputs.workflow, flags, world);
  if (!prepared.ok) return prepared;
  const changed = await changedByPullRequest(prepared.value, world);
  if (changed !== null) return err({ ...changed, diagnostics: [] });
  const lastStatusElsewhere = async (workflow: string): Promise<string | null> =>
    (await import('./api/last-completed.js')).lastStatusOnGitHub(workflow, world);
  return ok({ ...prepared.value, lastStatusElsewhere });
}

function wrong(message: string, help: string): Unprepared {
  return { code: 'invalid-input', message, help, exitCode: 2, diagnostics: [] };
}

/** Definitions, agents and skills that a pull request brings are not run before they are merged. */
async function changedByPullRequest(
  { git, repository, loaded }: PreparedRun,
  world: ActionWorld,
): Promise<Problem | null> {
  const pull = pullRequestOf(world.facts);
  if (pull === null || !world.facts.eventName.startsWith('pull_request')) return null;
  const changed = await changedFiles(git, [pull.baseSha, repository.head, ...Object.keys(loaded.digests)], repository);
  if (changed.ok && changed.value.length === 0) return null;
  return {
    code: 'definition-of-pull-request',
    message: changed.ok
      ? `this pull request changes what it would run: ${changed.value.join(', ')}`
      : `the base of this pull request is not in the checkout, so its definitions cannot be compared`,
    help: changed.ok ? 'merge it first; on pull requests use the command validate' : 'check out with fetch-depth: 0',
    exitCode: 2,
  };
}

async function changedFiles(
  git: Git,
  [from = '', to = '', ...paths]: readonly string[],
  repository: PreparedRun['repository'],
): Promise<Result<string[], null>> {
  const answer = await git.run({
    args: ['diff-tree', '-r', '--name-only', from, to, '--', ...paths],
    place: checkoutOf(repository),
    cwd: repository.root,
    readOnly: true,
  });
  return answer.ok ? ok(answer.value.text.split('\n').filter((path) => path !== '')) : err(null);
}
