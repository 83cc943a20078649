import { closePull, noteRefChange } from './api-ref-changes.js';
import type { GitHubState, Pull, RefChange, StoredRepository } from './api-state.js';
import { accountEmail } from './api-views.js';

export interface MergeRequest {
  readonly pull: Pull;
  readonly login: string;
  readonly squash: boolean;
  readonly via: RefChange['via'];
  readonly canTriggerRuns: boolean;
}

/** Merges by a real commit, as the button does; the commit, or null with a conflict. Protection does not hold here. */
export function mergePull(state: GitHubState, repository: StoredRepository, request: MergeRequest): string | null {
  const { pull, login, squash } = request;
  const { bare } = repository;
  const { baseBranch, headBranch, headSha } = pull.pull;
  const ref = `refs/heads/${baseBranch}`;
  const base = bare.ref(ref);
  const tree = base === null ? null : bare.mergeTree(base, headSha);
  if (base === null || tree === null) return null;
  const commit = bare.writeCommit({
    tree,
    parents: squash ? [base] : [base, headSha],
    message: squash
      ? `${pull.title} (#${pull.number})\n`
      : `Merge pull request #${pull.number} from ${repository.owner}/${headBranch}\n\n${pull.title}\n`,
    author: { name: login, email: accountEmail(login) },
    committer: { name: 'GitHub', email: 'noreply@github.com' },
    signed: true,
  });
  bare.setRef(ref, commit, base);
  pull.pull.mergeCommit = commit;
  pull.pull.mergedBy = login;
  closePull(pull);
  noteRefChange(state, repository, {
    ref,
    old: base,
    new: commit,
    login,
    via: request.via,
    canTriggerRuns: request.canTriggerRuns,
  });
  return commit;
}
