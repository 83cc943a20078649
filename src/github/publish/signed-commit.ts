import { z } from 'zod';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { SUBMODULE_MODE, type TreeChange } from '../../git/changes.js';
import { commitMessage, type Trailers } from '../../git/commit-message.js';
import type { GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { restProblem, type GitHubRest, type RestFailure } from '../api/rest.js';
import { gitProblem } from './git-problem.js';

export interface SignedCommit {
  readonly trusted: TrustedGit;
  readonly rest: GitHubRest;
  /** A commit that GitHub has, whose tree the result's is made from. */
  readonly from: string;
  readonly result: string;
  /** In order; GitHub has all of them. */
  readonly parents: readonly string[];
  readonly message: string;
  readonly trailers: Trailers;
}

const shaSchema = z.object({ sha: z.string() });

/** Files that are sent at the same time. */
const AT_ONCE = 4;

/**
 * Makes one commit with the tree of `result` through the API. Without author and committer GitHub signs it for the token's user.
 * Gives its id; no ref is moved. The tree that GitHub made is compared with ours: nothing else is ever published.
 */
export async function makeSignedCommit(commit: SignedCommit): Promise<Result<string, Problem>> {
  const { trusted, rest, from, result } = commit;
  const changes = await trusted.treeChanges(from, result);
  if (!changes.ok) return err(gitProblem(changes.error, 'compare the result with its base'));
  const unnameable = changes.value.find(({ path }) => /\p{Surrogate}/u.test(path));
  if (unnameable !== undefined) return err(NOT_TEXT(unnameable.path));
  const sent = await sendBlobs(rest, trusted, changes.value);
  if (!sent.ok) return sent;
  const tree = await makeTree(rest, trusted, { from, changes: changes.value });
  if (!tree.ok) return tree;
  const expected = await trusted.treeOf(result);
  if (!expected.ok) return err(gitProblem(expected.error, 'read the result'));
  if (tree.value !== expected.value) return err(OTHER_TREE(tree.value, expected.value));
  const made = await rest.request({
    route: 'POST /repos/{owner}/{repo}/git/commits',
    parameters: {
      message: commitMessage(commit.message, commit.trailers),
      tree: tree.value,
      parents: commit.parents,
    },
    answer: shaSchema,
    // Another commit without a ref harms nobody.
    whenUnknown: 'repeat',
  });
  return made.ok ? ok(made.value.sha) : err(restProblem(made.error, 'make the commit'));
}

async function sendBlobs(
  rest: GitHubRest,
  trusted: TrustedGit,
  changes: readonly TreeChange[],
): Promise<Result<void, Problem>> {
  const ids = [...new Set(changes.filter(hasBlob).map(({ newId }) => newId))];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const contents = await trusted.blobs(some);
    if (!contents.ok) return err(gitProblem(contents.error, 'read the changed files'));
    const answers = await Promise.all(some.map((id) => sendBlob(rest, id, contents.value.get(id))));
    for (const answer of answers) if (!answer.ok) return err(restProblem(answer.error, 'send the changed files'));
  }
  return ok(undefined);
}

async function sendBlob(rest: GitHubRest, id: string, content: Buffer | undefined): Promise<Result<void, RestFailure>> {
  const sent = await rest.request({
    route: 'POST /repos/{owner}/{repo}/git/blobs',
    parameters: { content: (content ?? Buffer.alloc(0)).toString('base64'), encoding: 'base64' },
    answer: shaSchema,
    whenUnknown: 'repeat',
  });
  if (!sent.ok) return sent;
  const isSame = sent.value.sha === id;
  return isSame ? ok(undefined) : err({ reason: 'unexpected', message: `GitHub made ${sent.value.sha} of blob ${id}` });
}

async function makeTree(
  rest: GitHubRest,
  trusted: TrustedGit,
  { from, changes }: { readonly from: string; readonly changes: readonly TreeChange[] },
): Promise<Result<string, Problem>> {
  const base: Result<string, GitFailure> = await trusted.treeOf(from);
  if (!base.ok) return err(gitProblem(base.error, 'read the base'));
  if (changes.length === 0) return ok(base.value);
  const entries = changes.map((change) =>
    hasBlob(change)
      ? { path: change.path, mode: change.newMode, type: 'blob', sha: change.newId }
      : { path: change.path, mode: change.oldMode, type: 'blob', sha: null },
  );
  const made = await rest.request({
    route: 'POST /repos/{owner}/{repo}/git/trees',
    // Removals first: a file may have become a folder.
    parameters: {
      base_tree: base.value,
      tree: entries.sort((a, b) => Number(a.sha !== null) - Number(b.sha !== null)),
    },
    answer: shaSchema,
    whenUnknown: 'repeat',
  });
  return made.ok ? ok(made.value.sha) : err(restProblem(made.error, 'make the tree'));
}

function hasBlob({ type, newMode }: TreeChange): boolean {
  return type !== 'D' && newMode !== SUBMODULE_MODE;
}

const NOT_TEXT = (path: string): Problem => ({
  code: 'signing-impossible',
  message: `The name of ${JSON.stringify(path)} is not UTF-8, and the API takes no others`,
  help: 'Rename the file, or publish without `commit-signing`.',
  exitCode: 1,
});

const OTHER_TREE = (made: string, expected: string): Problem => ({
  code: 'signing-impossible',
  message: `GitHub made the tree ${made} of the result, whose tree is ${expected}`,
  help: 'Publish without `commit-signing`, and report this.',
  exitCode: 1,
});
