import { ok, type Result } from '../base/result.js';
import { fetchBranches, fetchWanted } from './fetch-commit.js';
import { isCommitId, isPresent } from './present-commit.js';
import { fullNames, listRemoteBranches } from './remote-branches.js';
import type { Obtained, Remote, RemoteFailure, WantedCommit } from './remote-contract.js';
import { readShallowList, withShallowList } from './shallow-list.js';
import type { TrustedGit } from './trusted-git.js';

export type { Obtained, Remote, RemoteFailure, RemoteTrouble, WantedCommit } from './remote-contract.js';
export { listRemoteBranches, type RemoteBranches } from './remote-branches.js';

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
