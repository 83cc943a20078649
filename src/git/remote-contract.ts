import type { GitFailure } from './git.js';

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
