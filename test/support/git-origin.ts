import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Remote } from '../../src/git/remote.js';
import { openTrustedGit, type TrustedGit } from '../../src/git/trusted-git.js';
import { openGitServer, type GitServer, type GitServerOptions } from './git-http-server.js';
import { git, GIT_PATH, opened, productGit, temporaryFolder, userEnvironment } from './git-repository.js';

export const TOKEN = `ghs_${'a1B2'.repeat(10)}`;
export const AUTHORIZATION = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;

/** A bare repository on disk that others clone from and push to. */
export interface Origin {
  readonly root: string;
  /** `<root>/origin.git`. */
  readonly bare: string;
  /** Commits of `main`, oldest first: each writes its number into the file `a`. */
  readonly commits: readonly string[];
}

/** An origin with `count` commits on `main`. */
export function newOrigin(count: number, format: 'sha1' | 'sha256' = 'sha1'): Origin {
  const root = temporaryFolder();
  const bare = join(root, 'origin.git');
  git(root, 'init', '-q', '--bare', '-b', 'main', `--object-format=${format}`, bare);
  const commits = Array.from({ length: count }, (_, at) => {
    const [message, content] = [`change ${at}`, `${at}\n`];
    const committer = `committer A <a@example.org> ${1_700_000_000 + at} +0000`;
    return `commit refs/heads/main\n${committer}\ndata ${message.length}\n${message}\nM 644 inline a\ndata ${content.length}\n${content}\n`;
  });
  execFileSync(GIT_PATH, ['fast-import', '--quiet'], { cwd: bare, env: userEnvironment(), input: commits.join('') });
  return { root, bare, commits: git(bare, 'rev-list', '--reverse', 'main').split('\n') };
}

/** A commit of the origin with that parent and one file, on no branch. */
export function commitAt(origin: Origin, parent: string, content: string): string {
  const blob = execFileSync(GIT_PATH, ['hash-object', '-w', '--stdin'], {
    cwd: origin.bare,
    env: userEnvironment(),
    input: content,
  });
  const tree = execFileSync(GIT_PATH, ['mktree'], {
    cwd: origin.bare,
    env: userEnvironment(),
    input: `100644 blob ${blob.toString().trim()}\ta\n`,
  });
  return git(origin.bare, 'commit-tree', '-p', parent, '-m', content, tree.toString().trim());
}

const servers: GitServer[] = [];

/** Serves the origin by HTTP until `closeServers`; the remote has the authorization that the server asks for. */
export async function serve(
  origin: Origin,
  options: Partial<GitServerOptions> = {},
): Promise<GitServer & { readonly remote: Remote }> {
  const server = await openGitServer({ root: origin.root, ...options });
  servers.push(server);
  return { ...server, remote: { url: `${server.url}/origin.git`, authorization: options.authorization ?? null } };
}

export async function closeServers(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.close()));
}

/** A detached clone without identity and remotes, as actions/checkout leaves it, and the runner's own git directory for it. */
export async function checkout(origin: Origin, ...depth: string[]): Promise<TrustedGit> {
  const root = join(temporaryFolder(), 'work');
  git(origin.root, 'clone', '-q', '--no-tags', ...depth, `file://${origin.bare}`, root);
  git(root, 'checkout', '-q', '--detach');
  git(root, 'symbolic-ref', '-d', 'refs/remotes/origin/HEAD');
  git(root, 'remote', 'remove', 'origin');
  return await openTrustedGit(productGit(), await opened(root), join(temporaryFolder(), 'cache'));
}

/** How many commits a clone knows of a commit's history. */
export function historyOf(trusted: TrustedGit, commit: string): number {
  return Number(git(trusted.repository.root, 'rev-list', '--count', commit));
}
