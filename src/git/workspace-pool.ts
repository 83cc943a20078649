import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './git.js';
import { removeTree } from './remove-tree.js';
import type { Repository } from './repository.js';
import { prepareTrustedDirectory } from './trusted-directory.js';
import { Workspace } from './workspace.js';

/** Workspaces by name, kept on disk between runs so that the next checkout writes only what differs. */
export class WorkspacePool {
  readonly #git: Git;
  readonly #repository: Repository;
  readonly #cacheDir: string;
  readonly #open = new Map<string, Promise<Workspace>>();

  /** `cacheDir`: an absolute folder of the runner's, one per repository, on a disk with room for the checkouts. */
  constructor(git: Git, repository: Repository, cacheDir: string) {
    this.#git = git;
    this.#repository = repository;
    this.#cacheDir = cacheDir;
  }

  /** The workspace `name` (`[a-z0-9_-]+`), made or reused. Two steps that run at once must use two names. */
  async workspace(name: string): Promise<Workspace> {
    const known = this.#open.get(name);
    if (known !== undefined) return await known;
    const opening = this.#openWorkspace(name);
    this.#open.set(name, opening);
    return await opening;
  }

  /** Removes all workspaces from the disk, those of earlier runs too. */
  async removeAll(): Promise<void> {
    this.#open.clear();
    await removeTree(join(this.#cacheDir, 'workspaces'));
    await removeTree(join(this.#cacheDir, 'trusted'));
  }

  /** The workspaces in which somebody was at work when the last runner was killed. */
  async abandoned(): Promise<Workspace[]> {
    const found: Workspace[] = [];
    for (const name of await this.names()) {
      const isNoted = await stat(join(this.#cacheDir, 'trusted', name, 'in-use.json')).then(
        () => true,
        () => false,
      );
      if (isNoted) found.push(await this.workspace(name));
    }
    return found;
  }

  /** Names on disk, sorted. */
  async names(): Promise<string[]> {
    return (await readdir(join(this.#cacheDir, 'workspaces')).catch(() => [])).sort();
  }

  async #openWorkspace(name: string): Promise<Workspace> {
    if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) throw new Error(`not a workspace name: ${name}`);
    const root = join(this.#cacheDir, 'workspaces', name);
    const trustedDir = join(this.#cacheDir, 'trusted', name);
    await mkdir(join(this.#cacheDir, 'workspaces'), { recursive: true });
    await mkdir(trustedDir, { recursive: true });
    await prepareTrustedDirectory(trustedDir, this.#repository);
    return new Workspace(this.#git, { root, trustedDir, repository: this.#repository });
  }
}
