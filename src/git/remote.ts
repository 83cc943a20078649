import { ok, type Result } from '../base/result.js';
import { fetchBranches, fetchWanted } from './fetch-commit.js';
import type { GitFailure } from './git.js';
import { isCommitId, isPresent } from './present-commit.js';
import { fullNames, listRemoteBranches } from './remote-branches.js';
import { readShallowList, withShallowList } from './shallow-list.js';
import type { TrustedGit } from './trusted-git.js';

export { listRemoteBranches, type RemoteBranches } from './remote-branches.js';

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

/**
 * Brings a commit into the user's object store: by its id, else by deepening, else with all history. In a shallow checkout it
 * comes without its own history, and so does not tell what it has in common with others: see `unshallow`.
 */
export async function obtainCommit(
  trusted: TrustedGit,
  wanted: WantedCommit,
): Promise<Result<Obtained, RemoteFailure>> {
  if (!isCommitId(trusted.repository, wanted.commit)) return ok('not-found');
  const present = await isPresent(trusted, wanted.commit);
  if (!present.ok) return present;
  return present.value ? ok('present') : await withShallowList(trusted, () => fetchWanted(trusted, wanted));
}

/** Fetches all history that a shallow checkout lacks. Nothing is done where nothing lacks. */
export async function unshallow(
  trusted: TrustedGit,
  from: { readonly remote: Remote; readonly signal?: AbortSignal },
): Promise<Result<'complete' | 'still-shallow', RemoteFailure>> {
  const { commonDir } = trusted.repository;
  if ((await readShallowList(commonDir)).length === 0) return ok('complete');
  const fetched = await withShallowList(trusted, async () => {
    const branches = await listRemoteBranches(trusted, from);
    if (!branches.ok) return branches;
    return await fetchBranches(trusted, { ...from, depth: '--unshallow', names: fullNames(branches.value) });
  });
  if (!fetched.ok) return fetched;
  return ok((await readShallowList(commonDir)).length === 0 ? 'complete' : 'still-shallow');
}
