import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { readCommits } from '../../git/commit-range.js';
import { listRemoteBranches } from '../../git/remote.js';
import { gitProblem } from './git-problem.js';
import { isOwnCommit } from './own-commits.js';
import { ownRangeAt } from './own-range.js';
import type { Publication } from './publication.js';
import type { PublishOutcome } from './publish-request.js';
import { pushForward } from './push-result.js';
import { persistently } from './persistent-remote.js';

export type BaseOutcome =
  | Extract<PublishOutcome, { kind: 'landed' | 'base-moved' }>
  /** Nobody may push there directly. */
  | { readonly kind: 'protected'; readonly why: string };

/** Pushes the result to the base branch, as a fast-forward and nothing else. */
export async function publishToBase(publication: Publication): Promise<Result<BaseOutcome, Problem>> {
  const { request, world, baseTip } = publication;
  const isAhead = await request.trusted.isAncestor(baseTip, request.result);
  if (!isAhead.ok) return err(gitProblem(isAhead.error, 'compare the result with the base branch'));
  if (!isAhead.value) return ok({ kind: 'base-moved', tip: baseTip });
  const pushed = await pushForward(publication);
  if (!pushed.ok) return pushed;
  switch (pushed.value.kind) {
    case 'pushed':
      return ok({ kind: 'landed', from: baseTip, to: pushed.value.commit });
    case 'protected':
      return ok({ kind: 'protected', why: `${request.base.branch} is protected` });
    case 'lost-lease': {
      const { remote, signal } = world;
      const tips = await persistently(
        world,
        async () => await listRemoteBranches(request.trusted, { remote, patterns: [request.base.branch], signal }),
      );
      if (!tips.ok) return err(gitProblem(tips.error, 'ask GitHub for the base branch'));
      return ok({ kind: 'base-moved', tip: tips.value.get(request.base.branch) ?? baseTip });
    }
  }
}

/**
 * The result is on the base branch already: pushed by an attempt that did not get to say so, or merged. null when it is not, or when the
 * run changed nothing. What it brought is told as one range, for a revert.
 */
export async function landedBefore({
  request,
  baseTip,
}: Publication): Promise<Result<Extract<PublishOutcome, { kind: 'landed' }> | null, Problem>> {
  const { trusted, result, base } = request;
  const failed = (error: Parameters<typeof gitProblem>[0]): Result<never, Problem> =>
    err(gitProblem(error, 'look for the result on the base branch'));
  if (result === base.commit) return ok(null);
  const isThere = await trusted.isAncestor(result, baseTip);
  if (!isThere.ok) return failed(isThere.error);
  if (!isThere.value) return ok(null);
  const read = await readCommits(trusted, { from: base.commit, to: result });
  if (!read.ok) return failed(read.error);
  const known = new Map(read.value.commits.map((commit) => [commit.id, commit]));
  const range = await ownRangeAt(trusted, result, { known, isOurs: isOwnCommit });
  if (!range.ok) return failed(range.error);
  return ok({ kind: 'landed', from: range.value?.from ?? base.commit, to: result });
}
