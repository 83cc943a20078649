import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { pushBranch } from '../../git/push.js';
import { listRemoteBranches } from '../../git/remote.js';
import { markdownText } from '../../report/markdown-text.js';
import type { ActionWorld } from '../action-world.js';
import { gitProblem, rejectionProblem } from '../publish/git-problem.js';
import { bringPullRequest, pullRequestProblem } from '../publish/pull-request.js';
import { findPullRequests } from '../publish/pull-request-data.js';
import { compareUrl, workflowRunUrl } from '../publish/publish-report.js';
import { restOf, restProblem } from '../api/rest.js';
import type { RevertOutcome, RevertRequest } from './revert-request.js';
import { persistently } from '../publish/persistent-remote.js';

export interface ProtectedRevert {
  readonly request: RevertRequest;
  readonly world: ActionWorld;
  /** What the branch is at. */
  readonly head: string;
  /** With the reverts on top. */
  readonly tip: string;
}

/** Attempts that leave a branch of their own behind. */
const MOST_NAMES = 20;

/**
 * Where nobody may push: a branch `workflow-runner/revert-<id>` with the reverts, and a pull request of it. A branch of that name that
 * has something else is left alone, and `-2` … is taken.
 */
export async function openRevertPullRequest(revert: ProtectedRevert): Promise<Result<RevertOutcome, Problem>> {
  const { request, world, tip } = revert;
  const { facts } = world;
  const { owner } = facts;
  const pushed = await pushToFreeBranch(revert);
  if (!pushed.ok) return pushed;
  const head = pushed.value;
  const rest = await restOf(world);
  const known = await findPullRequests(rest, owner, { head, base: request.branch });
  if (!known.ok)
    return err(restProblem(known.error, 'look for pull requests', '`contents: write` and `pull-requests: write`'));
  const brought = await bringPullRequest(rest, {
    owner,
    head,
    base: request.branch,
    title: titleOf(request),
    replacesTitle: false,
    draft: false,
    open: known.value.find(({ state }) => state === 'open') ?? null,
    body: (old) => (old === '' ? bodyOf(revert) : old),
  });
  if (!brought.ok) return err(pullRequestProblem(brought.error, head, compareUrl(facts, request.branch, head)));
  if (brought.value.operation === 'none') return ok({ kind: 'nothing' });
  const { number, html_url: url } = brought.value.pullRequest;
  return ok({ kind: 'pull-request', commit: tip, pullRequest: { number, url } });
}

async function pushToFreeBranch({ request, world, tip }: ProtectedRevert): Promise<Result<string, Problem>> {
  const { trusted, target } = request;
  const { remote, signal } = world;
  const first = `workflow-runner/revert-${target.kind === 'run' ? target.runId : world.facts.runId}`;
  const tips = await persistently(
    world,
    async () => await listRemoteBranches(trusted, { remote, patterns: [first, `${first}-*`], signal }),
  );
  if (!tips.ok) return err(gitProblem(tips.error, 'list the branches on GitHub'));
  const treeOf = async (commit: string): Promise<string | null> => {
    const tree = await trusted.treeOf(commit);
    return tree.ok ? tree.value : null;
  };
  const wanted = await treeOf(tip);
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = number === 1 ? first : `${first}-${number}`;
    const there = tips.value.get(name);
    // An earlier attempt made the same revert; its commit differs by the time only.
    if (there !== undefined && wanted !== null && (await treeOf(there)) === wanted) return ok(name);
    if (there !== undefined) continue;
    const pushed = await persistently(
      world,
      async () => await pushBranch(trusted, { remote, branch: name, commit: tip, over: { tip: null }, signal }),
    );
    if (!pushed.ok) return err(gitProblem(pushed.error, `push to ${name}`));
    if (pushed.value.kind !== 'rejected') return ok(name);
    if (pushed.value.why !== 'lease') return err(rejectionProblem(pushed.value, name));
  }
  return err({
    code: 'no-free-branch',
    message: `All branches from ${first} to ${first}-${MOST_NAMES} exist already`,
    help: 'Delete those that are not needed, and re-run the failed job.',
    exitCode: 1,
  });
}

function titleOf({ target, branch }: RevertRequest): string {
  return target.kind === 'run'
    ? `Revert workflow run ${target.runId}`
    : `Revert what workflow-runner brought to ${branch}`;
}

function bodyOf({ request, world }: ProtectedRevert): string {
  return [
    `This takes back what workflow-runner brought to this branch, because ${markdownText(request.reason)}.`,
    'The branch is protected, so this is a pull request and not a push.',
    `Workflow run: ${workflowRunUrl(world.facts)}`,
  ].join('\n\n');
}
