import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import type { RangeCommit } from '../../git/commit-range.js';
import type { GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { gitProblem } from '../publish/git-problem.js';
import { runsOf } from '../publish/own-commits.js';
import type { OwnRange } from '../publish/own-range.js';
import { findOwnRanges, revertedBefore } from './find-own-ranges.js';
import type { RangeToRevert } from './revert-commits.js';
import type { RevertTarget } from './revert-request.js';

/** A push that made the branch has no commit before it. */
const NO_COMMIT = /^0+$/;

/** What of the target is on the branch at `head` and not taken back yet, newest first. */
export async function chooseRanges(
  trusted: TrustedGit,
  target: RevertTarget,
  head: string,
): Promise<Result<readonly RangeToRevert[], Problem>> {
  const looked = (failure: GitFailure): Result<never, Problem> =>
    err(gitProblem(failure, 'look for the commits to revert'));
  const start = await startOf(trusted, target, head);
  if (!start.ok) return looked(start.error);
  const { from, to } = start.value;
  for (const commit of [from, to]) {
    const known = await trusted.treeOf(commit);
    if (!known.ok) return err(NOT_THERE(commit));
  }
  const end = await trusted.isAncestor(to, head);
  if (!end.ok) return looked(end.error);
  if (!end.value) return target.kind === 'range' ? err(NOT_THERE(target.to)) : ok([]);
  const reverted = await revertedBefore(trusted, { from, to: head });
  if (!reverted.ok) return looked(reverted.error);
  const isLeft = (range: RangeToRevert): boolean => !reverted.value.has(`${range.from}..${range.to}`);
  if (target.kind === 'range') return ok([{ from, to, runId: null }].filter(isLeft));
  const isMeant = (commit: RangeCommit): boolean => target.kind === 'push' || runsOf(commit).includes(target.runId);
  const found = await findOwnRanges(trusted, { from, to, isMeant });
  if (!found.ok) return looked(found.error);
  if (found.value.entangled.length > 0) return err(ENTANGLED(found.value.entangled));
  return ok(found.value.ranges.map(withRun).filter(isLeft));
}

async function startOf(
  trusted: TrustedGit,
  target: RevertTarget,
  head: string,
): Promise<Result<{ from: string; to: string }, GitFailure>> {
  if (target.kind === 'run') return ok({ from: target.base, to: head });
  if (target.kind === 'range') return ok({ from: target.from, to: target.to });
  if (!NO_COMMIT.test(target.before)) return ok({ from: target.before, to: target.after });
  const roots = await trusted.run({ args: ['rev-list', '--max-parents=0', '--max-count=1', target.after, '--'] });
  return roots.ok ? ok({ from: roots.value.text, to: target.after }) : roots;
}

function withRun({ from, to, commits }: OwnRange): RangeToRevert {
  const [runId = null] = commits.flatMap(runsOf);
  return { from, to, runId };
}

const NOT_THERE = (commit: string): Problem => ({
  code: 'not-on-branch',
  message: `The commit ${commit} is not on the branch, so it cannot be reverted there`,
  help: 'Give FROM..TO of commits of the branch in the input `range`, or another branch in `base`.',
  exitCode: 1,
});

const ENTANGLED = (commits: readonly string[]): Problem => ({
  code: 'revert-entangled',
  message: `Commits of others lie between those to revert: ${commits.map((id) => id.slice(0, 12)).join(', ')}`,
  help: 'Name what to take back with the input `range`, as FROM..TO.',
  exitCode: 1,
});
