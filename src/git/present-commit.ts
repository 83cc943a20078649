import { ok, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { Repository } from './repository.js';
import { readShallowList } from './shallow-list.js';
import type { TrustedGit } from './trusted-git.js';

/** Whether a text is a full object id of the repository's format: anything else could be a name, a range or an option. */
export function isCommitId(repository: Repository, text: string): boolean {
  return (repository.objectFormat === 'sha256' ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{40}$/).test(text);
}

/**
 * Whether a commit with its tree and its history is here. Where the checkout is shallow, the history is walked: a fetch that
 * was killed between its objects and its list of ends leaves commits without parents. `commit` must be a full id.
 */
export async function isPresent(trusted: TrustedGit, commit: string): Promise<Result<boolean, GitFailure>> {
  const missing = await missingIds(trusted, [commit], 'commit');
  if (!missing.ok || missing.value.length > 0) return missing.ok ? ok(false) : missing;
  const tree = await trusted.run({ args: ['cat-file', '-e', `${commit}^{tree}`], okCodes: [0, 1, 128] });
  if (!tree.ok || tree.value.exitCode !== 0) return tree.ok ? ok(false) : tree;
  if ((await readShallowList(trusted.gitDir)).length === 0) return ok(true);
  const walked = await trusted.run({ args: ['rev-list', '--count', commit, '--'], okCodes: [0, 128] });
  return walked.ok ? ok(walked.value.exitCode === 0) : walked;
}

/** Those of `ids` that are not here as an object of that type. */
export async function missingIds(
  trusted: TrustedGit,
  ids: readonly string[],
  type: 'commit' | 'blob',
): Promise<Result<string[], GitFailure>> {
  if (ids.length === 0) return ok([]);
  const answer = await trusted.run({
    args: ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
    input: `${ids.join('\n')}\n`,
  });
  if (!answer.ok) return answer;
  const found = new Set(answer.value.text.split('\n'));
  return ok(ids.filter((id) => !found.has(`${id} ${type}`)));
}
