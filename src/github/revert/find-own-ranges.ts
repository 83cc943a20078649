import { ok, type Result } from '../../base/result.js';
import { readCommits, type RangeCommit } from '../../git/commit-range.js';
import type { GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { ownRangeAt, type OwnRange } from '../publish/own-range.js';
import { isOwnCommit } from '../publish/own-commits.js';

/** Marks a revert commit of ours, with the range that it takes back: never made twice, and never itself reverted. */
export const REVERTS_TRAILER = 'Workflow-Reverts';

export interface SearchedHistory {
  /** Commits that this one contains are not looked at. */
  readonly from: string;
  readonly to: string;
  /** Which of our commits are meant. */
  readonly isMeant: (commit: RangeCommit) => boolean;
}

export interface FoundRanges {
  /** Newest first: the order to revert them in. */
  readonly ranges: readonly OwnRange[];
  /** Commits of ours among those of others in a way that no range can tell apart. */
  readonly entangled: readonly string[];
}

/** Finds the commits of ours on a branch, as contiguous ranges along its first parents. Reverts of ours are not among them. */
export async function findOwnRanges(
  trusted: TrustedGit,
  { from, to, isMeant }: SearchedHistory,
): Promise<Result<FoundRanges, GitFailure>> {
  const read = await readCommits(trusted, { from, to });
  if (!read.ok) return read;
  const known = new Map(read.value.commits.map((commit) => [commit.id, commit]));
  const isOurs = (commit: RangeCommit): boolean =>
    isOwnCommit(commit) && isMeant(commit) && !commit.trailers.has(REVERTS_TRAILER.toLowerCase());
  const ranges: OwnRange[] = [];
  const entangled: string[] = [];
  for (let at: string | undefined = to; at !== undefined && known.has(at);) {
    const commit: RangeCommit | undefined = known.get(at);
    const next: string | undefined = commit?.parents[0];
    if (commit === undefined || !isOurs(commit)) {
      at = next;
      continue;
    }
    const range = await ownRangeAt(trusted, at, { known, isOurs });
    if (!range.ok) return range;
    if (range.value === null) entangled.push(at);
    else ranges.push(range.value);
    at = range.value?.from ?? next;
  }
  return ok({ ranges, entangled });
}

/** Ranges `FROM..TO` that reverts of ours between two commits have taken back. */
export async function revertedBefore(
  trusted: TrustedGit,
  { from, to }: Pick<SearchedHistory, 'from' | 'to'>,
): Promise<Result<ReadonlySet<string>, GitFailure>> {
  const read = await readCommits(trusted, { from, to });
  if (!read.ok) return read;
  const own = read.value.commits.filter(isOwnCommit);
  return ok(new Set(own.flatMap(({ trailers }) => trailers.get(REVERTS_TRAILER.toLowerCase()) ?? [])));
}
