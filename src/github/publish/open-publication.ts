import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { mergeBases, readCommits } from '../../git/commit-range.js';
import { listRemoteBranches, obtainCommit, unshallow } from '../../git/remote.js';
import type { ActionWorld } from '../action-world.js';
import { restOf } from '../api/rest.js';
import { gitProblem } from './git-problem.js';
import type { Publication } from './publication.js';
import type { PublishRequest } from './publish-request.js';
import { persistently } from './persistent-remote.js';

/** Finds out where the base branch is and what the result shares with it. Nothing is written to GitHub. */
export async function openPublication(
  request: PublishRequest,
  world: ActionWorld,
): Promise<Result<Publication, Problem>> {
  const { trusted, base, result } = request;
  if (request.expectedCommit !== null && request.expectedCommit !== result) return err(OTHER_COMMIT(request));
  if (request.settings.branch === base.branch) return err(SAME_BRANCH(base.branch));
  const baseTip = await obtainBranch(request, world);
  if (!baseTip.ok) return baseTip;
  const bases = await mergeBases(trusted, baseTip.value, result);
  if (!bases.ok) return err(gitProblem(bases.error, 'compare the result with the base branch'));
  const [shared, another] = bases.value;
  const began = await trusted.isAncestor(base.commit, result);
  if (!began.ok) return err(gitProblem(began.error, 'compare the result with the commit that the run began at'));
  // Counted from one of several, what the result changes may hide what it takes back of the others; no run of ours has that.
  if (shared === undefined || another !== undefined || !began.value) return err(UNRELATED(request));
  const newer = await readCommits(trusted, { from: shared, to: baseTip.value });
  if (!newer.ok) return err(gitProblem(newer.error, 'read the base branch'));
  const rest = await restOf(world);
  const behind = newer.value.commits.length;
  return ok({
    request,
    world,
    rest,
    baseTip: baseTip.value,
    from: shared,
    behind,
    notes: movedNote(base, behind),
  });
}

async function obtainBranch({ trusted, base }: PublishRequest, world: ActionWorld): Promise<Result<string, Problem>> {
  const { remote, signal } = world;
  const tips = await persistently(
    world,
    async () => await listRemoteBranches(trusted, { remote, patterns: [base.branch], signal }),
  );
  if (!tips.ok) return err(gitProblem(tips.error, 'ask GitHub for the base branch'));
  const tip = tips.value.get(base.branch);
  if (tip === undefined) return err(NO_BASE(base.branch));
  const doing = 'fetch the base branch';
  if (trusted.repository.shallow) {
    // Whose commits lie between base and branch can only be told from the whole history.
    const whole = await persistently(world, async () => await unshallow(trusted, { remote, signal }));
    if (!whole.ok) return err(gitProblem(whole.error, doing));
  }
  const obtained = await persistently(
    world,
    async () => await obtainCommit(trusted, { remote, commit: tip, branch: base.branch, signal }),
  );
  if (!obtained.ok) return err(gitProblem(obtained.error, doing));
  return obtained.value === 'not-found' ? err(NO_BASE(base.branch)) : ok(tip);
}

function movedNote(base: PublishRequest['base'], behind: number): string[] {
  if (behind === 0) return [];
  const commits = behind === 1 ? '1 commit has' : `${behind} commits have`;
  return [`${commits} come to ${base.branch} since this run began; the result was not validated together with them.`];
}

const OTHER_COMMIT = ({ expectedCommit, result }: PublishRequest): Problem => ({
  code: 'not-the-validated-commit',
  message: `The result is ${result}, but ${expectedCommit} was validated`,
  help: 'Only what was validated is published. Re-run the validation on the newest checkpoint.',
  exitCode: 1,
});

const SAME_BRANCH = (branch: string): Problem => ({
  code: 'branch-is-base',
  message: `The branch of the pull request is the base branch itself: ${branch}`,
  help: 'Give another name in the input `branch`, or use `publish: push`.',
  exitCode: 2,
});

const NO_BASE = (branch: string): Problem => ({
  code: 'base-missing',
  message: `The base branch ${branch} is not on GitHub`,
  help: 'Name the branch that the result is for in the input `base`.',
  exitCode: 1,
});

const UNRELATED = ({ base, result }: PublishRequest): Problem => ({
  code: 'unrelated-result',
  message: `The result ${result} does not descend from ${base.commit}, which the run began at on ${base.branch}`,
  help: 'Only what was added on top of the base is published. Begin a new run.',
  exitCode: 1,
});
