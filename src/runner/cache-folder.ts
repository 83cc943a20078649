import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';

/**
 * Where a repository's workspaces are: `$XDG_CACHE_HOME` (default `~/.cache`) `/workflow-runner/<name>-<hash>`; below the
 * system's folder for temporary files when there is no home that can be written. Nothing in it is needed for a resume.
 * `commonDir` is the repository's git directory, the same for all its worktrees. The folder exists afterwards, and is its real
 * path: that is where processes say that they work, and where agents keep what belongs to a folder.
 */
export function cacheFolder(commonDir: string, env: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash('sha256').update(commonDir).digest('hex').slice(0, 12);
  const name = basename(dirname(commonDir))
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 40);
  for (const parent of parents(env)) {
    const folder = join(parent, 'workflow-runner', `${name}-${hash}`);
    if (canMake(folder)) return realpathSync(folder);
  }
  const own = join(tmpdir(), `workflow-runner-${userInfo().uid}`, `${name}-${hash}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return realpathSync(own);
}

function parents(env: Readonly<Record<string, string | undefined>>): string[] {
  const { XDG_CACHE_HOME: cache, HOME: home } = env;
  const wanted = [cache, home === undefined ? undefined : join(home, '.cache')];
  return wanted.filter((folder): folder is string => folder !== undefined && isAbsolute(folder));
}

/** Level by level: the recursive mkdir of Node 20 never returns below /proc, where making a folder is 'not found'. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another run may have made it in between.
    if (!existsSync(folder)) throw error;
  }
}

function canMake(folder: string): boolean {
  try {
    makeFolders(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
