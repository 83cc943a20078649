import { err, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

/** A repository to fetch from and push to. */
export interface Remote {
  /** `https:`, `http:` (this machine only) or `file:`; without user name and password. */
  readonly url: string;
  /** Value of the `Authorization` header; null for none. Goes to git in its environment, never in its arguments. */
  readonly authorization: string | null;
}

/**
 * Why a remote did not do what it was asked for. `network` (no connection, a stall, 5xx, 429) is worth another try.
 * `permission` is 403, `authentication` 401; `url-refused`: git was not started; `redirected`: the repository has another URL now.
 */
export type RemoteTrouble =
  'authentication' | 'permission' | 'not-found' | 'redirected' | 'network' | 'rejected' | 'url-refused' | 'other';

export type RemoteFailure =
  | {
      readonly reason: 'remote-failed';
      readonly trouble: RemoteTrouble;
      /** The last lines that git said, without the token. Partly words of the remote: data of strangers. */
      readonly outputTail: string;
    }
  /** git itself failed, on this machine. */
  | GitFailure;

export interface WantedCommit {
  readonly remote: Remote;
  /** Full id. */
  readonly commit: string;
  /** Where it is expected, when the server gives commits by branch only: `main` or `refs/pull/1/merge`. */
  readonly branch?: string;
  readonly signal?: AbortSignal;
}

/** `present`: nothing was fetched. `not-found`: the remote does not have it, or on none of its branches. */
export type Obtained = 'present' | 'fetched' | 'not-found';

export interface RemoteBranches {
  readonly remote: Remote;
  /** Short names, `*` allowed: `workflow-runner/*`; default all. */
  readonly patterns?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Brings a commit into the user's object store: by its id, else by deepening, else all history. */
export async function obtainCommit(
  trusted: TrustedGit,
  wanted: WantedCommit,
): Promise<Result<Obtained, RemoteFailure>> {
  return await notYet(trusted, wanted);
}

/** Branches of the remote, short name -> commit. */
export async function listRemoteBranches(
  trusted: TrustedGit,
  asked: RemoteBranches,
): Promise<Result<Map<string, string>, RemoteFailure>> {
  return await notYet(trusted, asked);
}

/** Fetches all history that a shallow checkout lacks. Nothing is done where nothing lacks. */
export async function unshallow(
  trusted: TrustedGit,
  from: { readonly remote: Remote; readonly signal?: AbortSignal },
): Promise<Result<'complete' | 'still-shallow', RemoteFailure>> {
  return await notYet(trusted, from);
}

function notYet(...asked: unknown[]): Promise<Result<never, RemoteFailure>> {
  return Promise.resolve(
    err({ reason: 'remote-failed', trouble: 'other', outputTail: `not there yet: ${asked.length}` }),
  );
}
