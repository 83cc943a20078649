import { ok, type Result } from '../../base/result.js';
import type { RangeCommit } from '../../git/commit-range.js';
import type { GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';

export interface OwnRange {
  /** Excluded. */
  readonly from: string;
  readonly to: string;
  readonly commits: readonly RangeCommit[];
}

/**
 * The commits of ours that end at `to`, as one range: everything after `from`, and nothing of others in between. null when `to` is not
 * ours, or when commits of others lie between ours in a way that no one range can tell apart. `known`: the history, by id.
 */
export async function ownRangeAt(
  trusted: TrustedGit,
  to: string,
  {
    known,
    isOurs,
  }: { readonly known: ReadonlyMap<string, RangeCommit>; readonly isOurs: (commit: RangeCommit) => boolean },
): Promise<Result<OwnRange | null, GitFailure>> {
  const ours = new Map<string, RangeCommit>();
  const borders = new Set<string>();
  for (const queue = [to]; queue.length > 0;) {
    const id = queue.pop() ?? '';
    const commit = known.get(id);
    if (commit === undefined || !isOurs(commit)) borders.add(id);
    else if (!ours.has(id)) {
      ours.set(id, commit);
      queue.push(...commit.parents);
    }
  }
  if (ours.size === 0 || borders.size === 0) return ok(null);
  const newest = await newestOf(trusted, [...borders]);
  if (!newest.ok) return newest;
  return ok(newest.value === null ? null : { from: newest.value, to, commits: [...ours.values()] });
}

/** The one that contains all others; null when there is none. */
async function newestOf(trusted: TrustedGit, borders: readonly string[]): Promise<Result<string | null, GitFailure>> {
  for (const candidate of borders) {
    let containsAll = true;
    for (const other of borders) {
      const contains = await trusted.isAncestor(other, candidate);
      if (!contains.ok) return contains;
      containsAll &&= contains.value;
    }
    if (containsAll) return ok(candidate);
  }
  return ok(null);
}
