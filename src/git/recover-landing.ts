import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.js';
import { NO_MODE, SUBMODULE_MODE, type TreeChange } from './changes.js';
import type { Git, GitFailure, GitOutput } from './git.js';
import { pathsNotOurs } from './landing-paths.js';
import { removeLandingLocks } from './landing-locks.js';
import { leaderInTheWay } from './paths-in-the-way.js';
import { encodePath, joinNul, pathOnDisk } from './path-text.js';
import { checkoutOf, dirtyPaths, readHead, type Repository } from './repository.js';
import type { TrustedGit } from './trusted-git.js';

export type Recovery =
  /** The landing had been completed, or the user has built on it since. */
  | { readonly kind: 'landed' }
  /** The checkout is as it was before the landing: land again, or not. */
  | { readonly kind: 'undone' }
  /** HEAD is neither at the old nor at the new commit, and nothing is left of the landing. */
  | { readonly kind: 'base-moved'; readonly head: string }
  /** These files hold something that is neither old nor new: the user's. Nothing was changed. */
  | { readonly kind: 'refused'; readonly paths: readonly string[] }
  /** These lock files are older than the landing, or a git is still at work in the checkout. Nothing was changed. */
  | { readonly kind: 'locked'; readonly locks: readonly string[] };

export interface RecoveryRequest {
  readonly from: string;
  readonly to: string;
  readonly startedAtMs: number;
}

/**
 * Repairs a landing that was killed at any point, with what the journal recorded of it. Only called under the repository lock.
 *
 * L1 HEAD is written last: HEAD at `to` (or beyond) means that index and files are complete.
 * L2 Otherwise the paths that differ between `from` and `to` are ours when their content is the old or the new one, a
 *    beginning of it, or missing; they are put back. One path that is none of that, and nothing is touched.
 * L3 Every step can be killed and done again: index entries first, then files, each from its object.
 */
export async function recoverLanding(
  context: { readonly git: Git; readonly trusted: TrustedGit },
  request: RecoveryRequest,
): Promise<Result<Recovery, GitFailure>> {
  const { git, trusted } = context;
  const { repository } = trusted;
  const head = await readHead(git, repository);
  if (!head.ok) return head;
  const locks = await removeLandingLocks({ repository, branch: head.value.branch, startedAtMs: request.startedAtMs });
  if (locks.length > 0) return ok({ kind: 'locked', locks });
  const landed = await trusted.isAncestor(request.to, head.value.commit);
  if (!landed.ok) return landed;
  if (landed.value) return ok({ kind: 'landed' });
  const changes = await trusted.treeChanges(request.from, request.to);
  if (!changes.ok) return changes;
  if (head.value.commit !== request.from)
    return await afterMove(git, trusted, { head: head.value.commit, changes: changes.value });
  const foreign = await pathsNotOurs({ git, trusted, changes: changes.value });
  if (!foreign.ok) return foreign;
  if (foreign.value.length > 0) return ok({ kind: 'refused', paths: foreign.value });
  const restored = await restore(git, repository, changes.value);
  return restored.ok ? ok({ kind: 'undone' }) : restored;
}

/** The user went elsewhere in between: whatever is dirty among our paths is for a person to judge. */
async function afterMove(
  git: Git,
  trusted: TrustedGit,
  found: { readonly head: string; readonly changes: readonly TreeChange[] },
): Promise<Result<Recovery, GitFailure>> {
  const dirty = await dirtyPaths(git, trusted.repository);
  if (!dirty.ok) return dirty;
  const touched = new Set(found.changes.map((change) => change.path));
  const paths = dirty.value.filter((path) => touched.has(path));
  return ok(paths.length > 0 ? { kind: 'refused', paths } : { kind: 'base-moved', head: found.head });
}

async function restore(
  git: Git,
  repository: Repository,
  changes: readonly TreeChange[],
): Promise<Result<GitOutput, GitFailure>> {
  const place = checkoutOf(repository);
  const cwd = repository.root;
  const indexed = await git.run({
    args: ['update-index', '-z', '--index-info'],
    input: oldEntries(changes),
    place,
    cwd,
  });
  if (!indexed.ok) return indexed;
  for (const change of changes) if (change.oldMode === NO_MODE) removeFile(repository.root, change.path);
  const present = changes.filter((c) => c.oldMode !== NO_MODE && c.oldMode !== SUBMODULE_MODE).map((c) => c.path);
  return await git.run({ args: ['checkout-index', '-f', '-u', '-z', '--stdin'], input: joinNul(present), place, cwd });
}

/** Lines of `--index-info` that put back the old side; removals first, so that a file can follow a folder of its name. */
function oldEntries(changes: readonly TreeChange[]): Buffer {
  const removals = changes.filter((change) => change.oldMode === NO_MODE);
  const additions = changes.filter((change) => change.oldMode !== NO_MODE);
  return Buffer.concat(
    [...removals, ...additions].flatMap(({ oldMode, oldId, path }) => [
      Buffer.from(`${oldMode === NO_MODE ? '0' : oldMode} ${oldId}\t`),
      encodePath(path),
      Buffer.from([0]),
    ]),
  );
}

/** Removes a file that the landing added, and the folders that are empty then. */
function removeFile(root: string, path: string): void {
  if (leaderInTheWay(root, path) !== null) return;
  try {
    rmSync(pathOnDisk(root, path), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) rmdirSync(pathOnDisk(root, folder));
  } catch {
    // A folder with other files in it stays, and so does what stands in the place of a file that was never written.
  }
}
