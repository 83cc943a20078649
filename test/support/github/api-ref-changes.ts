import { ZERO } from './api-bare-repository.js';
import {
  fullName,
  isPull,
  timestamp,
  type GitHubState,
  type Pull,
  type RefChange,
  type StoredRepository,
} from './api-state.js';

export interface ChangedRef {
  readonly ref: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly login: string;
  readonly via: RefChange['via'];
  readonly canTriggerRuns: boolean;
  readonly refused?: string;
}

/** Notes a change of a ref (or that it was refused), and does what GitHub does then: pull requests follow their branches. */
export function noteRefChange(state: GitHubState, repository: StoredRepository, change: ChangedRef): void {
  const { ref, login, via, refused = null } = change;
  const old = change.old ?? ZERO;
  const wanted = change.new ?? ZERO;
  const forced =
    refused === null && old !== ZERO && wanted !== ZERO && !repository.bare.isAncestor(old, wanted) && old !== wanted;
  state.refChanges.push({ repository: fullName(repository), ref, old, new: wanted, forced, login, via, refused });
  if (refused !== null) return;
  if (change.canTriggerRuns && wanted !== ZERO) {
    state.triggered.push({ repository: fullName(repository), event: 'push', ref, sha: wanted, login });
  }
  followBranches(repository);
}

/** Closes what has no branch any more, marks as merged what came into its base, moves the heads of the others. */
function followBranches(repository: StoredRepository): void {
  for (const issue of repository.issues.values()) {
    if (!isPull(issue) || issue.state === 'closed') continue;
    const head = repository.bare.ref(`refs/heads/${issue.pull.headBranch}`);
    const base = repository.bare.ref(`refs/heads/${issue.pull.baseBranch}`);
    if (head === null || base === null) {
      closePull(issue);
      continue;
    }
    const before = issue.pull.headSha;
    moveHead(repository, issue, head);
    if (!repository.bare.isAncestor(head, base)) continue;
    // A branch that was reset to its base has nothing to merge; one whose commits the base has got is merged.
    if (before === head) issue.pull.mergeCommit = base;
    closePull(issue);
  }
}

export function closePull(pull: Pull): void {
  pull.state = 'closed';
  pull.closedAt = timestamp();
  pull.updatedAt = pull.closedAt;
}

/** `refs/pull/N/head` is where the head of a pull request is kept although its branch may go. */
export function moveHead(repository: StoredRepository, pull: Pull, head: string): void {
  if (pull.pull.headSha !== head) pull.updatedAt = timestamp();
  pull.pull.headSha = head;
  repository.bare.setRef(`refs/pull/${pull.number}/head`, head);
}
