import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the repository lock: one for all worktrees of a repository, and never part of a tree. */
export function lockFolder(commonDir: string): string {
  return join(commonDir, 'workflow-runner', 'lock');
}

/**
 * The common git directory of the checkout at `root`, without asking git: `.git` itself, or what the file `.git` of a linked
 * worktree or submodule names (gitrepository-layout(5): `gitdir:` and `commondir`).
 */
export function commonDirOf(root: string): string {
  const gitDir = readGitFile(join(root, '.git')) ?? '.git';
  const own = resolve(root, gitDir.replace(/^gitdir: /, ''));
  return resolve(own, readGitFile(join(own, 'commondir')) ?? '.');
}

function readGitFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
