/** What is known about one branch name that a result could be pushed to. */
export interface BranchCandidate {
  readonly name: string;
  /** Its tip on GitHub; null when there is no such branch. */
  readonly tip: string | null;
  /**
   * `absent`; `ours`: nobody else's commit is lost when it is replaced; `merged`: all of it is in the base branch already;
   * `foreign`: it has commits of people, or of another program.
   */
  readonly kind: 'absent' | 'ours' | 'merged' | 'foreign';
  /** Number of the open pull request of that branch. */
  readonly openPullRequest: number | null;
}

export interface ChosenBranch {
  readonly name: string;
  /** What the branch must be at when it is pushed: null means that it must not exist. */
  readonly expected: string | null;
  /** Branches before it in the list that were left alone, because they are not only ours. */
  readonly leftAlone: readonly BranchCandidate[];
}

/** Names to try, in order: `first`, `first-2`, `first-3` … */
export function branchNames(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? first : `${first}-${index + 1}`));
}

/** The first branch that can be taken without losing a commit of anybody; null when there is none. */
export function chooseBranch(candidates: readonly BranchCandidate[]): ChosenBranch | null {
  const index = candidates.findIndex(({ kind }) => kind !== 'foreign');
  const chosen = candidates[index];
  if (chosen === undefined) return null;
  return { name: chosen.name, expected: chosen.tip, leftAlone: candidates.slice(0, index) };
}
