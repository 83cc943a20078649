import { lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../base/result.js';
import { NO_MODE, SUBMODULE_MODE, type Changes } from './changes.js';
import type { GitFailure, GitOutput } from './git.js';
import { dateForward } from './date-forward.js';
import { decodePath, joinNul, pathOnDisk, splitNul } from './path-text.js';
import { emptyFolder, removeTree } from './remove-tree.js';
import type { Repository } from './repository.js';
import type { TrustedGit } from './trusted-git.js';

/** Above this many changed files git syncs their objects together; fewer are synced by `commit` with the trees. */
const SYNC_LATER_LIMIT = 64;

export interface WorkspaceFolders {
  readonly root: string;
  /** The runner's git directory for this workspace: HEAD, index and configuration that no step can reach. */
  readonly trustedDir: string;
  readonly repository: Repository;
}

/** The git commands of a workspace: files on disk <-> index <-> tree objects. Holds no state but what is on disk. */
export class WorkspaceTree {
  readonly #git: TrustedGit;
  readonly #folders: WorkspaceFolders;

  constructor(git: TrustedGit, folders: WorkspaceFolders) {
    this.#git = git;
    this.#folders = folders;
  }

  /** Makes the files exactly those of `commit`, ignored files and foreign repositories removed. Returns the submodule paths. */
  async reset(commit: string, signal?: AbortSignal): Promise<Result<string[], GitFailure>> {
    await this.#ensureRoot();
    const gentle = await this.#resetOnce(commit, signal);
    if (gentle.ok || gentle.error.reason === 'cancelled') return gentle;
    await this.#startOver();
    return await this.#resetOnce(commit, signal);
  }

  /** Raw answer of `git status` against HEAD, the index refreshed on the way so that the next look is cheaper. */
  async status(): Promise<Result<Buffer, GitFailure>> {
    const answer = await this.#git.run({
      args: ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'],
    });
    return answer.ok ? ok(answer.value.stdout) : answer;
  }

  /** Takes the changed files into the index and writes all objects. `commit` syncs them. Returns the id of the tree. */
  async writeTree(changes: Changes): Promise<Result<string, GitFailure>> {
    const gone = changes.filter((change) => change.newMode === NO_MODE).map((change) => change.path);
    const present = changes.filter((change) => change.newMode !== NO_MODE).map((change) => change.path);
    const removed = gone.length === 0 ? null : await this.#updateIndex(['--force-remove'], gone);
    if (removed?.ok === false) return removed;
    dateForward(this.#folders.root, present, join(this.#folders.trustedDir, 'probe'));
    const added = present.length === 0 ? null : await this.#updateIndex(['--add', '--replace'], present);
    if (added?.ok === false) return added;
    const tree = await this.#git.run({ args: ['write-tree'], sync: 'later' });
    return tree.ok ? ok(tree.value.text) : tree;
  }

  /** Makes the index that of `commit`, whatever the files are: they then differ from it. Returns the submodule paths. */
  async forgetStaged(commit: string): Promise<Result<string[], GitFailure>> {
    const read = await this.#git.run({ args: ['read-tree', commit] });
    if (!read.ok) return read;
    const listed = await this.#git.run({ args: ['ls-files', '-s', '-z'], readOnly: true });
    return listed.ok ? ok(submodulesOf(listed.value.stdout)) : listed;
  }

  async #resetOnce(commit: string, signal?: AbortSignal): Promise<Result<string[], GitFailure>> {
    const abort = signal === undefined ? {} : { signal };
    const read = await this.#git.run({ args: ['read-tree', '--reset', '-u', commit], ...abort });
    if (!read.ok) return read;
    const [clean, listed] = await Promise.all([
      this.#git.run({ args: ['clean', '-ffdxq'], ...abort }),
      this.#git.run({ args: ['ls-files', '-s', '-z'], readOnly: true }),
    ]);
    if (!clean.ok) return clean;
    if (!listed.ok) return listed;
    const submodules = submodulesOf(listed.value.stdout);
    for (const path of submodules) await emptyFolder(pathOnDisk(this.#folders.root, path));
    return ok(submodules);
  }

  /** A step may have put a link or a file in the place of its folder. */
  async #ensureRoot(): Promise<void> {
    const stats = await lstat(this.#folders.root).catch(() => null);
    if (stats?.isDirectory() === true) return;
    await this.#startOver();
  }

  async #startOver(): Promise<void> {
    await removeTree(this.#folders.root);
    await rm(join(this.#folders.trustedDir, 'index'), { force: true });
    await mkdir(this.#folders.root, { recursive: true });
  }

  async #updateIndex(flags: readonly string[], paths: readonly string[]): Promise<Result<GitOutput, GitFailure>> {
    return await this.#git.run({
      args: ['update-index', ...flags, '-z', '--stdin'],
      input: joinNul(paths),
      sync: paths.length > SYNC_LATER_LIMIT ? 'batch' : 'later',
    });
  }
}

/** Paths with mode 160000 in `git ls-files -s -z`; the whole list is only cut up when there is one. */
function submodulesOf(listing: Buffer): string[] {
  if (!listing.includes(`${SUBMODULE_MODE} `)) return [];
  return splitNul(listing)
    .filter((record) => record.subarray(0, 7).toString('latin1') === `${SUBMODULE_MODE} `)
    .map((record) => decodePath(record.subarray(record.indexOf(0x09) + 1)));
}
