import { ok, type Result } from '../base/result.js';
import type { Git, GitFailure } from './git.js';
import { updateReferences } from './references.js';
import type { TrustedGit } from './trusted-git.js';

/** How many numbered names are tried before it is an error: so many unmerged results mean that nobody looks at them. */
const MOST_NAMES = 100;

/**
 * Brings `commit` to `refs/heads/workflow-runner/<workflow>` and returns the branch's short name. An existing branch is only moved forward,
 * and never one that is checked out somewhere; otherwise `-2`, `-3` … is used. Fails when a branch `workflow-runner` is in the way.
 */
export async function landBranch(
  git: Git,
  trusted: TrustedGit,
  branch: { readonly workflow: string; readonly commit: string },
): Promise<Result<string, GitFailure>> {
  const { repository } = trusted;
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = `workflow-runner/${branch.workflow}${number === 1 ? '' : `-${number}`}`;
    const found = await readBranch(git, trusted, name);
    if (!found.ok) return found;
    const { commit, checkedOut } = found.value;
    if (commit === branch.commit) return ok(name);
    if (checkedOut) continue;
    if (commit !== null) {
      const forward = await trusted.isAncestor(commit, branch.commit);
      if (!forward.ok) return forward;
      if (!forward.value) continue;
    }
    const update = { name: `refs/heads/${name}`, to: branch.commit, from: commit };
    const updated = await updateReferences(git, repository, [update]);
    return updated.ok ? ok(name) : updated;
  }
  const outputTail = `branches workflow-runner/${branch.workflow} to -${MOST_NAMES} all exist and hold other commits`;
  return {
    ok: false,
    error: { reason: 'command-failed', command: 'git update-ref', exitCode: null, signal: null, outputTail },
  };
}

async function readBranch(
  git: Git,
  trusted: TrustedGit,
  name: string,
): Promise<Result<{ commit: string | null; checkedOut: boolean }, GitFailure>> {
  const { commonDir } = trusted.repository;
  const answer = await git.run({
    args: ['for-each-ref', '--format=%(objectname) %(worktreepath)', `refs/heads/${name}`],
    place: { kind: 'user', gitDir: commonDir },
    cwd: commonDir,
    readOnly: true,
  });
  if (!answer.ok) return answer;
  const [commit = '', ...worktree] = answer.value.text.split(' ');
  return ok({ commit: commit === '' ? null : commit, checkedOut: worktree.join(' ') !== '' });
}
