import type { Failure } from '../base/failure.js';
import { landBranch } from '../git/land-branch.js';
import { land, type LandingGit } from '../git/landing.js';
import { readHead } from '../git/repository.js';
import type { Recovery } from '../git/recover-landing.js';
import type { LandOutcome, LandRequest } from './effects.js';

/** Where results land, and in whose name. */
export interface LandingPlace {
  readonly landing: LandingGit;
  readonly workflow: string;
  readonly runId: string;
  readonly now: () => number;
}

/**
 * Brings a validated result to the user: a fast-forward of the checkout, a branch, or nothing but the refs that hold it.
 * A base that moved is merged with, without touching anything, for the caller to validate.
 */
export async function landResult(place: LandingPlace, request: LandRequest): Promise<LandOutcome> {
  const { from, to, mode } = request;
  if (from === to) return { outcome: 'landed', how: 'nothing-to-land', branch: null };
  if (mode === 'none') return { outcome: 'landed', how: 'kept', branch: null };
  if (mode === 'branch') {
    const branch = await landBranch(place.landing.git, place.landing.trusted, { workflow: place.workflow, commit: to });
    if (!branch.ok) return { outcome: 'refused', failure: branch.error };
    return { outcome: 'landed', how: 'branch', branch: branch.value };
  }
  return fastForward(place, request);
}

async function fastForward(
  place: LandingPlace,
  { from, to, branch, beforeTouching }: LandRequest,
): Promise<LandOutcome> {
  const head = await readHead(place.landing.git, place.landing.trusted.repository);
  if (!head.ok) return { outcome: 'refused', failure: head.error };
  if (head.value.branch !== branch) return keepOnBranch(place, to, { why: 'other-branch', paths: [] });
  const startedAtMs = place.now();
  beforeTouching(from, to);
  const reason = `workflow-runner: ${place.workflow} ${place.runId}`;
  const landed = await land(place.landing, { from, to, startedAtMs, reason });
  if (!landed.ok) return { outcome: 'refused', failure: landed.error };
  switch (landed.value.kind) {
    case 'landed':
      return { outcome: 'landed', how: 'fast-forward', branch };
    case 'base-moved':
      return mergeWith(place, landed.value.head, { to, branch });
    case 'dirty-paths':
      return keepOnBranch(place, to, { why: 'dirty-paths', paths: landed.value.paths });
    case 'stuck':
      return keepOnBranch(place, to, { why: 'dirty-paths', paths: blockedPaths(landed.value.recovery) });
  }
}

/**
 * A merge commit of the branch's new tip and the result: made of objects only. A tip that has the result in it needs none: a
 * landing was killed after it was done, before that was written down.
 */
async function mergeWith(
  place: LandingPlace,
  head: string,
  { to, branch }: Pick<LandRequest, 'to' | 'branch'>,
): Promise<LandOutcome> {
  const { trusted } = place.landing;
  const contained = await trusted.isAncestor(to, head);
  if (!contained.ok) return { outcome: 'refused', failure: contained.error };
  if (contained.value) return { outcome: 'landed', how: 'fast-forward', branch };
  const merged = await trusted.mergeTrees(head, to);
  if (!merged.ok) return { outcome: 'refused', failure: merged.error };
  if (merged.value.kind === 'conflict') {
    return keepOnBranch(place, to, { why: 'merge-conflict', paths: merged.value.paths });
  }
  const commit = await trusted.commit({
    tree: merged.value.tree,
    parents: [head, to],
    message: `Merge workflow ${place.workflow}`,
    trailers: [['Workflow-Run', place.runId]],
    atMs: place.now(),
  });
  if (!commit.ok) return { outcome: 'refused', failure: commit.error };
  return { outcome: 'base-moved', from: head, merged: commit.value };
}

interface Refusal {
  readonly why: Extract<Failure, { reason: 'landing-refused' }>['why'];
  readonly paths: readonly string[];
}

/** Nothing is lost: a branch holds the result, and the failure says how to go on from it. */
async function keepOnBranch(place: LandingPlace, to: string, { why, paths }: Refusal): Promise<LandOutcome> {
  const { git, trusted } = place.landing;
  const branch = await landBranch(git, trusted, { workflow: place.workflow, commit: to });
  if (!branch.ok) return { outcome: 'refused', failure: branch.error };
  const name = branch.value;
  const commands =
    why === 'dirty-paths'
      ? ['git stash --include-untracked', `git merge ${name}`, 'git stash pop']
      : [`git merge ${name}`];
  return { outcome: 'refused', failure: { reason: 'landing-refused', why, paths, branch: name, commands } };
}

function blockedPaths(recovery: Recovery): readonly string[] {
  switch (recovery.kind) {
    case 'refused':
      return recovery.paths;
    case 'locked':
      return recovery.locks;
    case 'landed':
    case 'undone':
    case 'base-moved':
      return [];
  }
}
