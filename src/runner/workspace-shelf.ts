import type { Failure } from '../base/failure.js';
import { ok, type Result } from '../base/result.js';
import type { WorkspacePool } from '../git/workspace-pool.js';
import type { Workspace } from '../git/workspace.js';

/**
 * Lends workspaces: one user at a time, preferably one that is already at the wanted commit, so that sequential steps go on
 * in the same folder and nothing is checked out twice.
 */
export class WorkspaceShelf {
  readonly #pool: WorkspacePool;
  readonly #prefix: string;
  readonly #idle: Workspace[] = [];
  #made = 0;

  /** `prefix` names the workspaces on disk: `<prefix>1`, `<prefix>2`, …; two shelves of one pool need two prefixes. */
  constructor(pool: WorkspacePool, prefix: string) {
    this.#pool = pool;
    this.#prefix = prefix;
  }

  /**
   * A workspace at that commit, for the caller alone until it is released. Its files are those of the commit, or of `work`, a
   * commit whose changes are then its changes.
   */
  async acquire(commit: string, work: string | null = null): Promise<Result<Workspace, Failure>> {
    const workspace = this.#take(commit) ?? (await this.#pool.workspace(`${this.#prefix}${++this.#made}`));
    const checkedOut = await workspace.checkout(commit);
    const ready = checkedOut.ok && work !== null ? await workspace.takeOver(work) : checkedOut;
    if (ready.ok) return ok(workspace);
    this.release(workspace);
    return ready;
  }

  release(workspace: Workspace): void {
    this.#idle.push(workspace);
  }

  #take(commit: string): Workspace | undefined {
    const at = this.#idle.findIndex((workspace) => workspace.commitId === commit);
    return this.#idle.splice(Math.max(at, 0), 1)[0];
  }
}
