import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { pushBranch } from '../../git/push.js';
import { listRemoteBranches, obtainCommit, unshallow } from '../../git/remote.js';
import { shellWord } from '../../base/shell-word.js';
import type { ActionWorld } from '../action-world.js';
import { gitProblem, rejectionProblem } from '../publish/git-problem.js';
import { chooseRanges } from './choose-ranges.js';
import { openRevertPullRequest } from './revert-pull-request.js';
import { reportRevert } from './revert-report.js';
import { revertCommits, type RangeToRevert } from './revert-commits.js';
import type { RevertOutcome, RevertRequest } from './revert-request.js';
import { persistently } from '../publish/persistent-remote.js';

export type { RevertOutcome, RevertRequest, RevertTarget } from './revert-request.js';

/** A branch that moves faster than this is left to a person. */
const MOST_PUSHES = 5;

/**
 * Takes commits back by commits on top; history is never rewritten. Sets the outputs `reverted` and `pull-request-*` and adds
 * to the job summary; a Problem (a conflict too) is the caller's to show.
 */
export async function revert(request: RevertRequest, world: ActionWorld): Promise<Result<RevertOutcome, Problem>> {
  const outcome = await revertOnBranch(request, world);
  await reportRevert(request, outcome, world.output);
  return outcome;
}

async function revertOnBranch(request: RevertRequest, world: ActionWorld): Promise<Result<RevertOutcome, Problem>> {
  const { trusted, branch } = request;
  const atMs = world.now();
  for (let push = 1; push <= MOST_PUSHES; push += 1) {
    const made = await makeReverts(request, world, atMs);
    if (!made.ok) return made;
    const { head, tip } = made.value;
    if (head === tip) return ok({ kind: 'nothing' });
    const { remote, signal } = world;
    const pushed = await persistently(
      world,
      async () => await pushBranch(trusted, { remote, branch, commit: tip, over: 'fast-forward', signal }),
    );
    if (!pushed.ok) return err(gitProblem(pushed.error, `push to ${branch}`));
    if (pushed.value.kind !== 'rejected') return ok({ kind: 'reverted', commit: tip });
    if (pushed.value.why === 'protected-branch') return await openRevertPullRequest({ request, world, head, tip });
    if (pushed.value.why !== 'lease') return err(rejectionProblem(pushed.value, branch));
  }
  return err({
    code: 'branch-moves',
    message: `Others pushed to ${branch} ${MOST_PUSHES} times while the revert was made`,
    help: 'Re-run the failed job.',
    exitCode: 1,
  });
}

interface MadeReverts {
  /** What the branch is at on GitHub. */
  readonly head: string;
  /** With the reverts on top; equal to `head` when there is nothing to take back. */
  readonly tip: string;
}

async function makeReverts(
  request: RevertRequest,
  world: ActionWorld,
  atMs: number,
): Promise<Result<MadeReverts, Problem>> {
  const { trusted, branch, target, reason } = request;
  const head = await obtainHead(request, world);
  if (!head.ok) return head;
  const ranges = await chooseRanges(trusted, target, head.value);
  if (!ranges.ok) return ranges;
  const reverted = await revertCommits(trusted, { head: head.value, ranges: ranges.value, reason, atMs });
  if (!reverted.ok) return err(gitProblem(reverted.error, 'make the revert'));
  if (reverted.value.kind === 'conflict') return err(CONFLICT(branch, reverted.value.range, reverted.value.paths));
  return ok({ head: head.value, tip: reverted.value.head });
}

async function obtainHead({ trusted, branch }: RevertRequest, world: ActionWorld): Promise<Result<string, Problem>> {
  const { remote, signal } = world;
  const tips = await persistently(
    world,
    async () => await listRemoteBranches(trusted, { remote, patterns: [branch], signal }),
  );
  if (!tips.ok) return err(gitProblem(tips.error, 'ask GitHub for the branch'));
  const tip = tips.value.get(branch);
  if (tip === undefined) return err(NO_BRANCH(branch));
  if (trusted.repository.shallow) {
    const whole = await persistently(world, async () => await unshallow(trusted, { remote, signal }));
    if (!whole.ok) return err(gitProblem(whole.error, `fetch the history of ${branch}`));
  }
  const obtained = await persistently(
    world,
    async () => await obtainCommit(trusted, { remote, commit: tip, branch, signal }),
  );
  if (!obtained.ok) return err(gitProblem(obtained.error, `fetch ${branch}`));
  return obtained.value === 'not-found' ? err(NO_BRANCH(branch)) : ok(tip);
}

const NO_BRANCH = (branch: string): Problem => ({
  code: 'base-missing',
  message: `The branch ${branch} is not on GitHub`,
  help: 'Name the branch to revert on in the input `base`.',
  exitCode: 1,
});

const CONFLICT = (branch: string, { from, to }: RangeToRevert, paths: readonly string[]): Problem => ({
  code: 'revert-conflict',
  message: `What came later changed the same lines: ${paths.slice(0, 20).join(', ')}`,
  help:
    `Nothing was pushed. By hand: git switch ${shellWord(branch)} && git pull && git revert --no-commit ${from}..${to}, ` +
    'then mend the conflicts and git commit. (A merge among them needs git revert -m 1 COMMIT.)',
  exitCode: 1,
});
