import { ok, type Result } from '../../base/result.js';
import type { RangeCommit } from '../../git/commit-range.js';
import type { GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';

const OUR_EMAIL = 'workflow-runner@localhost';

/** Committer of what is made through the API or the web site. */
const GITHUB_EMAIL = 'noreply@github.com';

/**
 * Whether we made a commit: our trailer, and our committer, or for a signed one GitHub as committer and a bot as author. A commit that
 * a person amends or rebases has another committer.
 */
export function isOwnCommit({ committer, author, trailers }: RangeCommit): boolean {
  if (!trailers.has('workflow-run')) return false;
  if (committer.email === OUR_EMAIL) return true;
  return committer.email === GITHUB_EMAIL && author.name.endsWith('[bot]');
}

/** Ids of the runs of ours that a commit names. */
export function runsOf(commit: RangeCommit): readonly string[] {
  return commit.trailers.get('workflow-run') ?? [];
}

/**
 * Whether a merge has nothing of its own: its tree is what merging its two parents gives. "Update branch" on GitHub makes such ones,
 * and losing one loses nobody's work.
 */
export async function isPlainMerge(trusted: TrustedGit, commit: RangeCommit): Promise<Result<boolean, GitFailure>> {
  const [ours, theirs, more] = commit.parents;
  if (ours === undefined || theirs === undefined || more !== undefined) return ok(false);
  const merged = await trusted.mergeTrees(ours, theirs);
  if (!merged.ok) return merged;
  if (merged.value.kind === 'conflict') return ok(false);
  const tree = await trusted.treeOf(commit.id);
  return tree.ok ? ok(tree.value === merged.value.tree) : tree;
}
