import { ok, type Result } from '../base/result.js';
import { isCommitId } from './present-commit.js';
import { runRemote } from './remote-command.js';
import type { Remote, RemoteFailure } from './remote-contract.js';
import type { TrustedGit } from './trusted-git.js';

export const HEADS = 'refs/heads/';

export interface RemoteBranches {
  readonly remote: Remote;
  /** Short names, `*` allowed: `workflow-runner/*`; default all. */
  readonly patterns?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Branches of the remote, short name -> commit. */
export async function listRemoteBranches(
  trusted: TrustedGit,
  { remote, patterns = ['*'], signal }: RemoteBranches,
): Promise<Result<Map<string, string>, RemoteFailure>> {
  const full = patterns.map((pattern) => `${HEADS}${pattern}`);
  const answer = await runRemote(trusted, {
    remote,
    args: ['ls-remote', '--quiet', '--refs', '--', remote.url, ...full],
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) return answer;
  const branches = new Map<string, string>();
  for (const line of answer.value.text.split('\n')) {
    const [id = '', name = ''] = line.split('\t');
    // A pattern of ls-remote fits the end of a name, so `refs/x/refs/heads/main` may come too.
    if (name.startsWith(HEADS) && isCommitId(trusted.repository, id)) branches.set(name.slice(HEADS.length), id);
  }
  return ok(branches);
}

/** The full ref names of a list of branches. */
export function fullNames(branches: ReadonlyMap<string, string>): string[] {
  return [...branches.keys()].map((name) => `${HEADS}${name}`);
}
