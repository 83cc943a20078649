import { ok, type Result } from '../base/result.js';
import { isPresent } from './present-commit.js';
import { fullNames, HEADS, listRemoteBranches } from './remote-branches.js';
import { runRemote } from './remote-command.js';
import type { Obtained, Remote, RemoteFailure, WantedCommit } from './remote-contract.js';
import { readShallowList } from './shallow-list.js';
import type { TrustedGit } from './trusted-git.js';

/** Fetching into the user's object store. No ref is made, no tag followed, nothing of the user's repository is run. */

/** How many commits more are asked for each time, before all are. */
const DEEPER = [50, 500, 5000];

export interface BranchFetch {
  readonly remote: Remote;
  /** Full ref names. */
  readonly names: readonly string[];
  /** `--deepen=N` or `--unshallow`; left out: as deep as this checkout is. */
  readonly depth?: string;
  readonly signal?: AbortSignal;
}

/** Tries every way to a commit that is not here; call it in `withShallowList`. */
export async function fetchWanted(trusted: TrustedGit, wanted: WantedCommit): Promise<Result<Obtained, RemoteFailure>> {
  const byId = await fetchById(trusted, wanted);
  if (!byId.ok) return byId;
  if (byId.value !== 'not-advertised') return ok(byId.value);
  const branches = await listRemoteBranches(trusted, wanted);
  if (!branches.ok) return branches;
  const all = fullNames(branches.value);
  const likely = branchesToTry(wanted.branch, all);
  for (const more of DEEPER) {
    if ((await readShallowList(trusted.gitDir)).length === 0) break;
    const deeper = await fetchBranches(trusted, { ...wanted, names: likely, depth: `--deepen=${more}` });
    if (!deeper.ok) return deeper;
    const present = await isPresent(trusted, wanted.commit);
    if (!present.ok || present.value) return present.ok ? ok('fetched') : present;
  }
  return await fetchAll(trusted, wanted, all);
}

/** Fetches what these refs hold. Nothing is done without names. */
export async function fetchBranches(trusted: TrustedGit, fetch: BranchFetch): Promise<Result<void, RemoteFailure>> {
  const { remote, names, depth, signal } = fetch;
  if (names.length === 0) return ok(undefined);
  const answer = await runRemote(trusted, {
    remote,
    args: ['fetch', ...options(trusted), ...(depth === undefined ? [] : [depth]), '--stdin', '--', remote.url],
    input: names.map((name) => `${name}\n`).join(''),
    ...(signal === undefined ? {} : { signal }),
  });
  return answer.ok ? ok(undefined) : answer;
}

async function fetchById(
  trusted: TrustedGit,
  { remote, commit, signal }: WantedCommit,
): Promise<Result<'fetched' | 'not-found' | 'not-advertised', RemoteFailure>> {
  const isShallow = (await readShallowList(trusted.gitDir)).length > 0;
  const answer = await runRemote(trusted, {
    remote,
    args: ['fetch', ...options(trusted), ...(isShallow ? ['--depth=1'] : []), '--', remote.url, commit],
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.ok) {
    const present = await isPresent(trusted, commit);
    return present.ok ? ok(present.value ? 'fetched' : 'not-found') : present;
  }
  if (answer.error.reason !== 'remote-failed' || answer.error.trouble !== 'rejected') return answer;
  // Protocol 2 gives any commit it has; older servers, unless told otherwise, only what a ref points at.
  return ok(/not our ref/.test(answer.error.outputTail) ? 'not-found' : 'not-advertised');
}

async function fetchAll(
  trusted: TrustedGit,
  wanted: WantedCommit,
  names: readonly string[],
): Promise<Result<Obtained, RemoteFailure>> {
  const isShallow = (await readShallowList(trusted.gitDir)).length > 0;
  const fetched = await fetchBranches(trusted, { ...wanted, names, ...(isShallow ? { depth: '--unshallow' } : {}) });
  if (!fetched.ok) return fetched;
  const present = await isPresent(trusted, wanted.commit);
  return present.ok ? ok(present.value ? 'fetched' : 'not-found') : present;
}

function branchesToTry(branch: string | undefined, all: readonly string[]): readonly string[] {
  if (branch === undefined) return all;
  if (branch.startsWith('refs/')) return isRefName(branch) ? [branch] : all;
  return all.includes(`${HEADS}${branch}`) ? [`${HEADS}${branch}`] : all;
}

function isRefName(name: string): boolean {
  return /^refs\/[A-Za-z0-9_./-]+$/.test(name);
}

/** The directory has no refs of its own, so git is told what is here already. */
function options(trusted: TrustedGit): string[] {
  return [
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--no-auto-maintenance',
    '--no-show-forced-updates',
    `--negotiation-tip=${trusted.repository.head}`,
  ];
}
