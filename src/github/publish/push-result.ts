import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { obtainCommit, type RemoteFailure } from '../../git/remote.js';
import { deleteBranch, pushBranch, type PushRejection } from '../../git/push.js';
import { pullRequestTitle } from '../../report/pull-request-body.js';
import { restProblem } from '../api/rest.js';
import { gitProblem, rejectionProblem } from './git-problem.js';
import { moveBranch } from './move-branch.js';
import type { Publication } from './publication.js';
import { makeSignedCommit } from './signed-commit.js';
import { persistently } from './persistent-remote.js';

/** Where the result goes: a branch, and what it is at now (null: it does not exist). */
export interface PushTarget {
  readonly branch: string;
  readonly expected: string | null;
}

/** `commit`: the tip that the branch has now; with commit signing not the result's own id. */
export type PushedResult =
  | { readonly kind: 'pushed'; readonly commit: string }
  | { readonly kind: 'lost-lease' }
  /** A rule of the repository forbids it; `problem` says so. */
  | { readonly kind: 'protected'; readonly problem: Problem };

/** Brings the result to a branch of pull requests, by git or as one signed commit. Replaces what was there, if it is still that. */
export async function pushResult(publication: Publication, target: PushTarget): Promise<Result<PushedResult, Problem>> {
  const { request, world } = publication;
  if (request.settings.commitSigning) return await pushSigned(publication, target);
  const pushed = await persistently(
    world,
    async () =>
      await pushBranch(request.trusted, {
        remote: world.remote,
        branch: target.branch,
        commit: request.result,
        over: { tip: target.expected },
        signal: world.signal,
      }),
  );
  if (!pushed.ok) return err(gitProblem(pushed.error, `push to ${target.branch}`));
  return pushed.value.kind === 'rejected' ? ofRejection(pushed.value, target.branch) : ok(toCommit(request.result));
}

/** Brings the result to the base branch: only forward, nothing is replaced. */
export async function pushForward(publication: Publication): Promise<Result<PushedResult, Problem>> {
  const { request, world, baseTip } = publication;
  const { branch } = request.base;
  if (request.settings.commitSigning) return await pushSigned(publication, { branch, expected: baseTip });
  const pushed = await persistently(
    world,
    async () =>
      await pushBranch(request.trusted, {
        remote: world.remote,
        branch,
        commit: request.result,
        over: 'fast-forward',
        signal: world.signal,
      }),
  );
  if (!pushed.ok) return err(gitProblem(pushed.error, `push to ${branch}`));
  return pushed.value.kind === 'rejected' ? ofRejection(pushed.value, branch) : ok(toCommit(request.result));
}

/** What a push that the server did not take comes to. */
function ofRejection(rejection: PushRejection, branch: string): Result<PushedResult, Problem> {
  if (rejection.why === 'lease') return ok({ kind: 'lost-lease' });
  const problem = rejectionProblem(rejection, branch);
  return rejection.why === 'protected-branch' ? ok({ kind: 'protected', problem }) : err(problem);
}

function toCommit(commit: string): PushedResult {
  return { kind: 'pushed', commit };
}

/** As `pushResult`, in one commit that GitHub signs, on top of what is there. */
async function pushSigned(publication: Publication, target: PushTarget): Promise<Result<PushedResult, Problem>> {
  const { request, world, rest, from } = publication;
  const { trusted, result, state, settings } = request;
  const parents = await parentsFor(publication, target.expected);
  if (!parents.ok) return parents;
  if (parents.value.kind === 'there') return ok({ kind: 'pushed', commit: parents.value.commit });
  if (parents.value.kind === 'begin-anew' && target.expected !== null) {
    const deletion = { remote: world.remote, branch: target.branch, tip: target.expected, signal: world.signal };
    const deleted = await persistently(world, async () => await deleteBranch(trusted, deletion));
    if (!deleted.ok) return err(gitProblem(deleted.error, `replace the branch ${target.branch}`));
    if (deleted.value.kind === 'rejected') return ofRejection(deleted.value, target.branch);
  }
  const expected = parents.value.kind === 'begin-anew' ? null : target.expected;
  const made = await makeSignedCommit({
    trusted,
    rest,
    from,
    result,
    parents: parents.value.kind === 'on' ? parents.value.parents : [from],
    message: settings.title ?? pullRequestTitle(state),
    trailers: [['Workflow-Run', state.runId]],
  });
  if (!made.ok) return made;
  const moved = await moveBranch(rest, { branch: target.branch, expected, to: made.value });
  if (!moved.ok) {
    const problem = restProblem(moved.error, `move the branch ${target.branch}`);
    return /protected branch|rule violations/i.test(problem.message)
      ? ok({ kind: 'protected', problem })
      : err(problem);
  }
  return ok(moved.value === 'moved' ? { kind: 'pushed', commit: made.value } : { kind: 'lost-lease' });
}

type Parents =
  | { readonly kind: 'on'; readonly parents: readonly string[] }
  /** The branch has exactly this already: same tree on the same base. */
  | { readonly kind: 'there'; readonly commit: string }
  /** What the branch has is in the base already: on top of it the result would look like taking back what came since. */
  | { readonly kind: 'begin-anew' };

/** The tip first, so that the branch moves forward; and the base, so that what the base has is not shown as a change. */
async function parentsFor(publication: Publication, tip: string | null): Promise<Result<Parents, Problem>> {
  const { request, world, from, baseTip } = publication;
  const { trusted, result } = request;
  if (tip === null || tip === from) return ok({ kind: 'on', parents: [from] });
  const failed = (error: RemoteFailure): Result<never, Problem> =>
    err(gitProblem(error, 'compare the result with its branch'));
  const obtained = await persistently(
    world,
    async () => await obtainCommit(trusted, { remote: world.remote, commit: tip, signal: world.signal }),
  );
  if (!obtained.ok) return failed(obtained.error);
  const isBehind = await trusted.isAncestor(tip, from);
  if (!isBehind.ok) return failed(isBehind.error);
  if (isBehind.value) return ok({ kind: 'on', parents: [from] });
  const isMerged = await trusted.isAncestor(tip, baseTip);
  if (!isMerged.ok) return failed(isMerged.error);
  if (isMerged.value) return ok({ kind: 'begin-anew' });
  const hasBase = await trusted.isAncestor(from, tip);
  if (!hasBase.ok) return failed(hasBase.error);
  if (!hasBase.value) return ok({ kind: 'on', parents: [tip, from] });
  const [one, other] = [await trusted.treeOf(tip), await trusted.treeOf(result)];
  if (!one.ok) return failed(one.error);
  if (!other.ok) return failed(other.error);
  return ok(one.value === other.value ? { kind: 'there', commit: tip } : { kind: 'on', parents: [tip] });
}
