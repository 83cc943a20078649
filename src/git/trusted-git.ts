import { ok, type Result } from '../base/result.js';
import {
  FOLDER_MODE,
  LINK_MODE,
  NO_MODE,
  parseRawDiff,
  type Change,
  type Changes,
  type TreeChange,
} from './changes.js';
import { commitMessage, type Trailers } from './commit-message.js';
import type { Git, GitCommand, GitFailure, GitOutput } from './git.js';
import { decodePath, splitNul } from './path-text.js';
import type { Repository } from './repository.js';
import { prepareTrustedDirectory, trustedPlace } from './trusted-directory.js';

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly trailers: Trailers;
  /** Author and committer date, milliseconds since 1970. */
  readonly atMs: number;
}

export type MergedTree =
  { readonly kind: 'clean'; readonly tree: string } | { readonly kind: 'conflict'; readonly paths: readonly string[] };

export interface TrustedFolders {
  /** A git directory made by `prepareTrustedDirectory`. */
  readonly gitDir: string;
  readonly repository: Repository;
  readonly workTree?: string;
}

/** git on objects of the user's store, with nobody's configuration but ours. */
export class TrustedGit {
  readonly #git: Git;
  readonly #folders: TrustedFolders;

  constructor(git: Git, folders: TrustedFolders) {
    this.#git = git;
    this.#folders = folders;
  }

  get repository(): Repository {
    return this.#folders.repository;
  }

  get gitDir(): string {
    return this.#folders.gitDir;
  }

  async run(command: Omit<GitCommand, 'place' | 'cwd'>): Promise<Result<GitOutput, GitFailure>> {
    const { gitDir, repository, workTree } = this.#folders;
    const place = trustedPlace(gitDir, repository, workTree);
    return await this.#git.run({ ...command, place, cwd: workTree ?? gitDir });
  }

  /**
   * Writes a commit object with the runner's identity; the same input gives the same id. No ref is made. Synced, unless the
   * caller asks to do that itself.
   */
  async commit(commit: NewCommit, sync: 'each' | 'later' = 'each'): Promise<Result<string, GitFailure>> {
    const parents = commit.parents.flatMap((parent) => ['-p', parent]);
    return await this.#text({
      args: ['commit-tree', commit.tree, ...parents, '-F', '-'],
      input: commitMessage(commit.message, commit.trailers),
      atMs: commit.atMs,
      sync,
    });
  }

  /** As `commit`, with a message that is written down as it is: that of another commit of ours. */
  async commitAs(
    commit: Omit<NewCommit, 'message' | 'trailers'> & { readonly message: Buffer },
  ): Promise<Result<string, GitFailure>> {
    const parents = commit.parents.flatMap((parent) => ['-p', parent]);
    const args = ['commit-tree', commit.tree, ...parents, '-F', '-'] as const;
    return await this.#text({ args, input: commit.message, atMs: commit.atMs });
  }

  /** The tree of a commit. */
  async treeOf(commit: string): Promise<Result<string, GitFailure>> {
    return await this.#text({ args: ['rev-parse', '--verify', `${commit}^{tree}`] });
  }

  async isAncestor(ancestor: string, commit: string): Promise<Result<boolean, GitFailure>> {
    const answer = await this.run({ args: ['merge-base', '--is-ancestor', ancestor, commit], okCodes: [0, 1] });
    return answer.ok ? ok(answer.value.exitCode === 0) : answer;
  }

  /** Merges two commits over their common ancestor, in objects only. git >= 2.38. */
  async mergeTrees(ours: string, theirs: string): Promise<Result<MergedTree, GitFailure>> {
    const answer = await this.run({
      args: ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs],
      okCodes: [0, 1],
    });
    if (!answer.ok) return answer;
    const [tree, ...paths] = splitNul(answer.value.stdout).map(decodePath);
    if (answer.value.exitCode === 0 && tree !== undefined) return ok({ kind: 'clean', tree });
    return ok({ kind: 'conflict', paths: [...new Set(paths)].sort() });
  }

  /** What differs between two trees or commits, without link targets. */
  async treeChanges(from: string, to: string): Promise<Result<TreeChange[], GitFailure>> {
    const all = await this.objectChanges(from, to);
    return all.ok ? ok(all.value.filter((change) => !isFolder(change))) : all;
  }

  /** As `treeChanges`, with the folders above the changed files: every object that is new in `to`. */
  async objectChanges(from: string, to: string): Promise<Result<TreeChange[], GitFailure>> {
    const answer = await this.run({ args: ['diff-tree', '-r', '-t', '-z', '--raw', '--no-renames', from, to] });
    return answer.ok ? ok(parseRawDiff(answer.value.stdout)) : answer;
  }

  /** The changes of files among `found`, link targets included: read from objects, not from files. */
  async withLinkTargets(found: readonly TreeChange[]): Promise<Result<Changes, GitFailure>> {
    const links = found.filter((change) => change.newMode === LINK_MODE).map((change) => change.newId);
    const targets = await this.blobs(links);
    if (!targets.ok) return targets;
    const files = found.filter((change) => !isFolder(change));
    return ok(
      files.map(({ path, type, oldMode, newMode, newId }): Change => {
        const target = newMode === LINK_MODE ? targets.value.get(newId) : undefined;
        const change = { path, type, oldMode, newMode };
        return target === undefined ? change : { ...change, linkTarget: decodePath(target) };
      }),
    );
  }

  /** Content of blobs by id, all at once: for links and other small ones. */
  async blobs(ids: readonly string[]): Promise<Result<Map<string, Buffer>, GitFailure>> {
    if (ids.length === 0) return ok(new Map());
    const answer = await this.run({ args: ['cat-file', '--batch'], input: `${ids.join('\n')}\n` });
    return answer.ok ? ok(parseBatch(answer.value.stdout)) : answer;
  }

  /** Bytes of blobs by id, without reading them; ids that are not here are left out. */
  async blobSizes(ids: readonly string[]): Promise<Result<Map<string, number>, GitFailure>> {
    if (ids.length === 0) return ok(new Map());
    const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)'] as const;
    const answer = await this.run({ args, input: `${ids.join('\n')}\n` });
    if (!answer.ok) return answer;
    const sizes = answer.value.text.split('\n').map((line) => line.split(' '));
    return ok(new Map(sizes.filter(([, size]) => size !== 'missing').map(([id = '', size]) => [id, Number(size)])));
  }

  async #text(command: Omit<GitCommand, 'place' | 'cwd'>): Promise<Result<string, GitFailure>> {
    const answer = await this.run(command);
    return answer.ok ? ok(answer.value.text) : answer;
  }
}

/** The runner's own git directory of a repository, at `<cacheDir>/git`: for merging, reverting and comparing. */
export async function openTrustedGit(git: Git, repository: Repository, cacheDir: string): Promise<TrustedGit> {
  const gitDir = `${cacheDir}/git`;
  await prepareTrustedDirectory(gitDir, repository);
  return new TrustedGit(git, { gitDir, repository });
}

/** A folder that became a file is two changes in git's raw listing; the half that is a folder goes. */
function isFolder(change: TreeChange): boolean {
  return [change.oldMode, change.newMode].every((mode) => mode === FOLDER_MODE || mode === NO_MODE);
}

/** `<id> blob <size>\n<content>\n` for each object. */
function parseBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const [id = '', , size = '0'] = output.subarray(at, end).toString('latin1').split(' ');
    const length = Number(size);
    blobs.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return blobs;
}
