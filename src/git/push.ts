import { err, type Result } from '../base/result.js';
import type { Remote, RemoteFailure } from './remote.js';
import type { TrustedGit } from './trusted-git.js';

export interface BranchPush {
  readonly remote: Remote;
  /** Short name. */
  readonly branch: string;
  /** Full id. */
  readonly commit: string;
  /**
   * What the remote's branch may be now: exactly this tip (null: it must not exist), which is then replaced even when that is no
   * fast-forward; or any commit that the new one contains.
   */
  readonly over: { readonly tip: string | null } | 'fast-forward';
  readonly signal?: AbortSignal;
}

export interface BranchDeletion {
  readonly remote: Remote;
  readonly branch: string;
  /** Only this tip is deleted. */
  readonly tip: string;
  readonly signal?: AbortSignal;
}

/** `text`: what git and the server said, without the token: data of strangers. */
export type PushRejection =
  /** The branch is not what it may be; `tip` is what it is now (null: it does not exist). */
  | { readonly kind: 'rejected'; readonly why: 'lease'; readonly tip: string | null; readonly text: string }
  | {
      readonly kind: 'rejected';
      /**
       * `protected-branch`: a branch protection or rule set; `workflow-permission`: GitHub refuses a change of `.github/workflows`
       * with this token; `permission`: the token may not write here; `hook-declined`: another hook of the server;
       * `shallow`: the remote does not have the commits that this shallow checkout ends at.
       */
      readonly why:
        'protected-branch' | 'workflow-permission' | 'permission' | 'hook-declined' | 'shallow' | 'bad-name' | 'other';
      readonly text: string;
    };

/** `unchanged`: the branch was at this commit already, maybe by an earlier push whose answer was lost. */
export type PushOutcome = { readonly kind: 'pushed' } | { readonly kind: 'unchanged' } | PushRejection;

export type DeletionOutcome = { readonly kind: 'deleted' } | { readonly kind: 'absent' } | PushRejection;

/** Pushes one commit to one branch; no hook of this machine runs. Safe to repeat after a `network` failure. */
export async function pushBranch(trusted: TrustedGit, push: BranchPush): Promise<Result<PushOutcome, RemoteFailure>> {
  return await notYet(trusted, push);
}

/** Deletes a branch of the remote when its tip is the given one. */
export async function deleteBranch(
  trusted: TrustedGit,
  deletion: BranchDeletion,
): Promise<Result<DeletionOutcome, RemoteFailure>> {
  return await notYet(trusted, deletion);
}

function notYet(...asked: unknown[]): Promise<Result<never, RemoteFailure>> {
  return Promise.resolve(
    err({ reason: 'remote-failed', trouble: 'other', outputTail: `not there yet: ${asked.length}` }),
  );
}
