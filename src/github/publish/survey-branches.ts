import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { readCommits } from '../../git/commit-range.js';
import { listRemoteBranches, obtainCommit, type RemoteFailure } from '../../git/remote.js';
import { readMarkers } from '../../report/pull-request-body.js';
import { restProblem } from '../api/rest.js';
import { branchNames, chooseBranch, type BranchCandidate, type ChosenBranch } from './choose-branch.js';
import { gitProblem } from './git-problem.js';
import { isOwnCommit, isPlainMerge } from './own-commits.js';
import { firstBranch, type Publication } from './publication.js';
import { findPullRequests, type PullRequest } from './pull-request-data.js';
import { persistently } from './persistent-remote.js';

/** Names that are tried, and commits that a branch may be ahead by, before we take it for somebody else's. */
const MOST_NAMES = 20;
const MOST_COMMITS = 2000;

/** Of a job that publishes. */
const RIGHTS = '`contents: write` and `pull-requests: write`';

export interface Survey {
  readonly branch: ChosenBranch;
  readonly open: PullRequest | null;
  /** Closed ones of every branch that was looked at, newest first. */
  readonly closed: readonly PullRequest[];
}

/**
 * Looks at GitHub for the branch to push to: the first of `name`, `name-2` … on which nobody's commit is lost. `passedOver`: names that
 * are not taken, because others push to them right now.
 */
export async function surveyBranches(
  publication: Publication,
  passedOver: ReadonlySet<string>,
): Promise<Result<Survey, Problem>> {
  const { request, world, rest } = publication;
  const first = firstBranch(request);
  const tips = await persistently(
    world,
    async () =>
      await listRemoteBranches(request.trusted, {
        remote: world.remote,
        patterns: [first, `${first}-*`],
        signal: world.signal,
      }),
  );
  if (!tips.ok) return err(gitProblem(tips.error, 'list the branches on GitHub'));
  const candidates: BranchCandidate[] = [];
  const closed: PullRequest[] = [];
  let found: Omit<Survey, 'closed'> | null = null;
  for (const name of branchNames(first, MOST_NAMES)) {
    const pulls = await findPullRequests(rest, world.facts.owner, { head: name, base: request.base.branch });
    if (!pulls.ok) return err(restProblem(pulls.error, 'look for pull requests', RIGHTS));
    closed.push(...pulls.value.filter(({ state }) => state === 'closed'));
    // Beside the branch that is free now may be pull requests of a time when it was not.
    if (found !== null && pulls.value.length > 0) continue;
    if (found !== null) break;
    const open = pulls.value.find(({ state }) => state === 'open') ?? null;
    const tip = tips.value.get(name) ?? null;
    const kind = passedOver.has(name) ? ok('foreign' as const) : await kindOf(publication, tip, open);
    if (!kind.ok) return err(gitProblem(kind.error, `look at the branch ${name}`));
    candidates.push({ name, tip, kind: kind.value, openPullRequest: open?.number ?? null });
    const branch = chooseBranch(candidates);
    if (branch === null) continue;
    found = { branch, open };
    if (open !== null || pulls.value.length === 0) break;
  }
  if (found !== null) return ok({ ...found, closed });
  return err({
    code: 'no-free-branch',
    message: `All branches from ${first} to ${first}-${MOST_NAMES} have commits that are not ours`,
    help: 'Merge or delete some of them, or give another name in the input `branch`.',
    exitCode: 1,
  });
}

async function kindOf(
  { request, world, baseTip }: Publication,
  tip: string | null,
  open: PullRequest | null,
): Promise<Result<BranchCandidate['kind'], RemoteFailure>> {
  if (tip === null) return ok('absent');
  const { trusted } = request;
  const obtained = await persistently(
    world,
    async () => await obtainCommit(trusted, { remote: world.remote, commit: tip, signal: world.signal }),
  );
  if (!obtained.ok) return obtained;
  if (obtained.value === 'not-found') return ok('foreign');
  const merged = await trusted.isAncestor(tip, baseTip);
  if (!merged.ok) return merged;
  if (merged.value) return ok('merged');
  const ahead = await readCommits(trusted, { from: baseTip, to: tip, limit: MOST_COMMITS });
  if (!ahead.ok) return ahead;
  if (ahead.value.truncated) return ok('foreign');
  const [newest] = ahead.value.commits;
  const isMarked = open !== null && readMarkers(open.body)?.tip === tip;
  if (isMarked && newest?.id === tip && newest.trailers.has('workflow-run')) return ok('ours');
  for (const commit of ahead.value.commits) {
    if (isOwnCommit(commit)) continue;
    const isPlain = await isPlainMerge(trusted, commit);
    if (!isPlain.ok) return isPlain;
    if (!isPlain.value) return ok('foreign');
  }
  return ok('ours');
}
