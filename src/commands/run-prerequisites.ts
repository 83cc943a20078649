import type { Failure } from '../base/failure.js';
import type { Problem } from '../base/problem.js';
import { dirtyPaths } from '../git/repository.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { WorkspacePool } from '../git/workspace-pool.js';
import { knownText } from '../report/event-lines.js';
import { describeFailure } from '../report/describe-failure.js';
import type { PrerequisiteState } from '../report/plan-text.js';
import { checkPrerequisites, type CheckedPrerequisite, type UnmetReason } from '../runner/prerequisites.js';
import { flakeFailure, FlakeChecks } from '../runner/flake-checks.js';
import { TreeMemo } from '../runner/tree-memo.js';
import { WorkspaceShelf } from '../runner/workspace-shelf.js';
import { NO_AGENTS } from './agent-tools.js';
import { readRun } from './run-record.js';
import { stepTools } from './run-tools.js';
import type { PreparedRun } from './prepared-run.js';
import type { CommandWorld } from './world.js';

/** Every prerequisite of the plan and how it stands, for `--dry-run`. */
export async function describePrerequisites(prepared: PreparedRun, world: CommandWorld): Promise<PrerequisiteState[]> {
  const checked = await check(prepared, world);
  return checked.map(({ prerequisite: { text, workflow }, why }) => ({
    text,
    workflow,
    state: why === null ? 'met' : 'not-met',
    why: why === null ? null : unmetText(why),
  }));
}

/** All prerequisites that do not hold, as one problem; null when all do. */
export async function prerequisiteProblem(prepared: PreparedRun, world: CommandWorld): Promise<Problem | null> {
  const unmet = (await check(prepared, world)).flatMap(({ prerequisite, why }) =>
    why === null ? [] : [`${prerequisite.text}: ${unmetText(why)}`],
  );
  if (unmet.length === 0) return null;
  return {
    code: 'prerequisites-not-met',
    message: `${unmet.length} of ${prepared.loaded.plan.prerequisites.length} prerequisites are not met; nothing was run`,
    help: unmet.join('\n'),
    exitCode: 1,
  };
}

function check(prepared: PreparedRun, world: CommandWorld): Promise<CheckedPrerequisite[]> {
  const { loaded, repository, git, lastStatusElsewhere } = prepared;
  return checkPrerequisites(loaded.plan, {
    workflows: loaded.workflows,
    lastStatus: async (workflow) =>
      readRun(repository.root, workflow, null)?.status ?? (await lastStatusElsewhere?.(workflow)) ?? null,
    dirtyPaths: async () => {
      const dirty = await dirtyPaths(git, repository);
      return dirty.ok ? dirty.value : ['(git cannot tell)'];
    },
    checkFlake: () => checkHead(prepared, world),
  });
}

/** On a clean checkout of the commit that the run starts from: what the user has not committed does not count. */
async function checkHead(
  { git, repository, cacheDir, loaded, memo: folder, runId: run }: PreparedRun,
  world: CommandWorld,
): Promise<Failure | null> {
  const tools = stepTools(world, loaded, NO_AGENTS);
  const checkouts = new WorkspaceShelf(new WorkspacePool(git, repository, cacheDir), 'check');
  const memo = new TreeMemo({ folder, trusted: await openTrustedGit(git, repository, cacheDir), tools });
  const checks = new FlakeChecks({ tools, checkouts, memo, now: world.now, run });
  const subject = { commit: repository.head, signal: world.signal, onOutput: (): void => undefined };
  const checked = await checks.check(subject);
  if (checked.known !== null) world.console.note(`flake-check-passing: ${knownText(checked.known)}`);
  return flakeFailure(checked);
}

function unmetText(why: UnmetReason): string {
  switch (why.reason) {
    case 'not-completed':
      return why.status === null
        ? `workflow '${why.workflow}' has not run yet`
        : `the last run of workflow '${why.workflow}' is ${why.status}`;
    case 'no-such-workflow':
      return `there is no workflow '${why.wanted}', nor just one whose name begins so`;
    case 'dirty':
      return `uncommitted changes in ${why.paths.slice(0, 5).join(', ')}${why.paths.length > 5 ? ', …' : ''}`;
    case 'flake-check': {
      const { title, details } = describeFailure(why.failure);
      return [title, ...details.slice(0, 5)].join('; ');
    }
  }
}
