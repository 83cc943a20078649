import type { TrustedGit } from '../../git/trusted-git.js';
import type { PullRequestReference } from '../publish/publish-request.js';

/** What to take back. */
export type RevertTarget =
  /** Exactly these commits, whoever made them: FROM (excluded) to TO, each a full commit id. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** What a run of ours (id as in trailers) has brought to the branch since `base`. */
  | { readonly kind: 'run'; readonly runId: string; readonly base: string }
  /** The commits of ours among those of a push event. */
  | { readonly kind: 'push'; readonly before: string; readonly after: string };

export interface RevertRequest {
  readonly trusted: TrustedGit;
  /** Short name of the branch to revert on. */
  readonly branch: string;
  readonly target: RevertTarget;
  /** Why, one line for the commit message, for example `nix flake check failed`. */
  readonly reason: string;
}

export type RevertOutcome =
  /** On the branch; `commit` is its new tip, the newest of the revert commits. */
  | { readonly kind: 'reverted'; readonly commit: string }
  /** The branch is protected: the revert waits in a pull request. */
  | { readonly kind: 'pull-request'; readonly commit: string; readonly pullRequest: PullRequestReference }
  /** Nothing of ours is there, or it was taken back already. */
  | { readonly kind: 'nothing' };
