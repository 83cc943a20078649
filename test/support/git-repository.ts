import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Git } from '../../src/git/git.js';
import { openRepository, type Repository } from '../../src/git/repository.js';
import { runProcess } from '../../src/process/spawn.js';

/** A folder of one test, removed with everything in it by `removeFolders`. */
const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-git-')));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) {
    execFileSync('chmod', ['-R', 'u+rwX', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where `git` lies on this machine. */
export const GIT_PATH = (process.env['PATH'] ?? '')
  .split(':')
  .map((folder) => join(folder, 'git'))
  .find((path) => existsSync(path)) as string;

/** The product's git with an empty HOME, so that the developer's own configuration takes no part in tests. */
export function productGit(gitPath = GIT_PATH, env: Record<string, string> = {}): Git {
  return new Git({ runProcess, gitPath, env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...env } });
}

/** Plain git as a user runs it; throws when it fails. Returns stdout without the last newline. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync(GIT_PATH, args, {
    cwd,
    env: userEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
    .toString('utf8')
    .replace(/\n$/, '');
}

export function userEnvironment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_ALLOW_PROTOCOL: 'file',
  };
}

export type Files = Readonly<Record<string, string>>;

export function writeFiles(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A repository with one commit on `main` that holds `files`. Returns its folder. */
export function newRepository(files: Files = { 'a.nix': '1\n', 'modules/b.nix': '2\n' }): string {
  const root = join(temporaryFolder(), 'repository');
  mkdirSync(root);
  git(root, 'init', '-q', '-b', 'main');
  commitFiles(root, files, 'first');
  return root;
}

/** Writes files, commits everything there is and returns the commit. */
export function commitFiles(root: string, files: Files, message = 'change'): string {
  writeFiles(root, files);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', message);
  return git(root, 'rev-parse', 'HEAD');
}

export async function opened(root: string, product = productGit()): Promise<Repository> {
  return valueOf(await openRepository(root, product));
}

/** The value of a Result; throws with the error where there is none. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error of a Result; throws where there is a value. */
export function errorOf<E>(result: { ok: true; value: unknown } | { ok: false; error: E }): E {
  if (result.ok) throw new Error(`unexpected success: ${JSON.stringify(result.value)}`);
  return result.error;
}
