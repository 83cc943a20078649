import { ok, type Result } from '../base/result.js';
import type { Trailers } from './commit-message.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

export interface Branch {
  /** The step's id, for messages. */
  readonly name: string;
  readonly commit: string;
}

export interface MergeRequest {
  /** The commit all branches started from. */
  readonly base: string;
  /** What they are merged into, when some are merged already; default `base`. */
  readonly onto?: string;
  /** In file order; the result depends on this order only, never on who finished first. */
  readonly branches: readonly Branch[];
  readonly message: (branch: Branch) => string;
  readonly trailers: Trailers;
  /** Date of the merge commits, milliseconds since 1970: give the same to get the same ids. */
  readonly atMs: number;
}

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly commit: string }
  /** `ours` holds everything merged before `name`; nothing was committed with markers in it. */
  | {
      readonly kind: 'conflict';
      readonly name: string;
      readonly paths: readonly string[];
      readonly ours: string;
      readonly theirs: string;
    };

/**
 * Merges branches one after another without a checkout. A branch that changed nothing adds nothing; the first one that did is
 * taken as it is; each further one becomes a merge commit with the parents [what was merged so far, the branch].
 */
export async function mergeInOrder(git: TrustedGit, request: MergeRequest): Promise<Result<MergeOutcome, GitFailure>> {
  let ours = request.onto ?? request.base;
  for (const branch of request.branches) {
    if (branch.commit === request.base) continue;
    if (ours === request.base) {
      ours = branch.commit;
      continue;
    }
    const merged = await git.mergeTrees(ours, branch.commit);
    if (!merged.ok) return merged;
    if (merged.value.kind === 'conflict') {
      return ok({ kind: 'conflict', name: branch.name, paths: merged.value.paths, ours, theirs: branch.commit });
    }
    const { trailers, atMs } = request;
    const parents = [ours, branch.commit];
    const commit = await git.commit({
      tree: merged.value.tree,
      parents,
      message: request.message(branch),
      trailers,
      atMs,
    });
    if (!commit.ok) return commit;
    ours = commit.value;
  }
  return ok({ kind: 'merged', commit: ours });
}
