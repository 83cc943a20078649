import { ok, type Result } from '../base/result.js';
import type { Trailers } from './commit-message.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

export interface RevertRequest {
  /** Where the revert goes on top of; must contain `to`. */
  readonly head: string;
  /** The range that is taken back: everything after `from` up to `to`. */
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly trailers: Trailers;
  readonly atMs: number;
}

export type RevertOutcome =
  | { readonly kind: 'reverted'; readonly commit: string }
  /** The range changes nothing that `head` still has. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'conflict'; readonly paths: readonly string[] };

/**
 * One commit on top of `head` that takes a whole range back and keeps what came after it; history is not rewritten.
 * A commit "the tree of `from` on top of `to`" is merged into `head`, so that `to` is the common ancestor: git 2.39 cannot be
 * given one by hand (`--merge-base` came with 2.40). Only objects are made; landing brings the commit to the user.
 */
export async function revertRange(git: TrustedGit, request: RevertRequest): Promise<Result<RevertOutcome, GitFailure>> {
  const { head, from, to, message, trailers, atMs } = request;
  const tree = await git.treeOf(from);
  if (!tree.ok) return tree;
  const inverse = await git.commit({ tree: tree.value, parents: [to], message, trailers, atMs });
  if (!inverse.ok) return inverse;
  const merged = await git.mergeTrees(head, inverse.value);
  if (!merged.ok) return merged;
  if (merged.value.kind === 'conflict') return ok(merged.value);
  const before = await git.treeOf(head);
  if (!before.ok) return before;
  if (before.value === merged.value.tree) return ok({ kind: 'nothing' });
  const commit = await git.commit({ tree: merged.value.tree, parents: [head], message, trailers, atMs });
  return commit.ok ? ok({ kind: 'reverted', commit: commit.value }) : commit;
}
