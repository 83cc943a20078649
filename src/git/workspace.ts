import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { NO_MODE, parseStatus, SUBMODULE_MODE, type Changes, type StatusEntry } from './changes.js';
import type { Trailers } from './commit-message.js';
import type { Git, GitFailure } from './git.js';
import { replaceFile } from './replace-file.js';
import { syncObjects } from './sync-objects.js';
import { setHead } from './trusted-directory.js';
import { TrustedGit } from './trusted-git.js';
import { isTouched, takeSnapshot, type TreeSnapshot } from './tree-snapshot.js';
import { WorkspaceDotGit } from './workspace-dot-git.js';
import { changesOfStatus, refuseEscapes } from './workspace-status.js';
import { WorkspaceTree, type WorkspaceFolders } from './workspace-tree.js';

/** The step's result as an object of git: what is validated and committed, whatever happens to the files afterwards. */
export interface Captured {
  readonly tree: string;
  readonly changes: Changes;
}

export interface Committed extends Captured {
  readonly commit: string;
}

export interface CommitOptions {
  readonly message: string;
  readonly trailers: Trailers;
  /** Author and committer date, milliseconds since 1970. */
  readonly atMs: number;
  /** Default: the commit that is checked out. */
  readonly parent?: string;
  /** A tree from `capture()`, for example one that was validated; without it the files are captured now. */
  readonly captured?: Captured;
}

/** The attempt that works in a workspace. */
export interface WorkspaceUse {
  readonly runId: string;
  readonly step: string;
  readonly attempt: number;
  /** The commit that the attempt builds on. */
  readonly base: string;
}

const useFile = (trustedDir: string): string => join(trustedDir, 'in-use.json');

/** Up to this many files, links and folders a look at all of them is cheaper than starting git. */
const SNAPSHOT_LIMIT = 2000;

/**
 * The folder a step works in. Order of use: `checkout`, the step, `changes` and `capture` as often as needed, `commit`; or `commitChanges`.
 *
 * W1 Everything in the folder, its `.git` included, is the step's; git runs only with the trusted directory beside it.
 * W2 `commit` commits the captured tree object. A file that changes later is not in it.
 * W3 After `commit`, and after `changes` found nothing, the workspace is settled: a `checkout` of the same commit starts no
 *    process and keeps ignored files. Any other `checkout` removes everything that is not in the commit.
 * W4 "Nothing changed" without a process is only said on a snapshot that git confirmed after it was taken.
 */
export class Workspace {
  readonly root: string;
  readonly #folders: WorkspaceFolders;
  readonly #git: TrustedGit;
  readonly #tree: WorkspaceTree;
  readonly #dotGit: WorkspaceDotGit;
  #commit: string | null = null;
  #submodules: readonly string[] = [];
  #settled = false;
  /** Objects of captured trees that no commit has synced yet. */
  readonly #unsynced = new Set<string>();
  /** Taken after git said "clean", not confirmed yet. */
  #candidate: TreeSnapshot | null = null;
  #snapshot: TreeSnapshot | null = null;

  constructor(git: Git, folders: WorkspaceFolders) {
    this.root = folders.root;
    this.#folders = folders;
    const { trustedDir: gitDir, repository, root: workTree } = folders;
    this.#git = new TrustedGit(git, { gitDir, repository, workTree });
    this.#tree = new WorkspaceTree(this.#git, folders);
    this.#dotGit = new WorkspaceDotGit(folders);
  }

  /** The commit that `changes` compares with; null before the first checkout. */
  get commitId(): string | null {
    return this.#commit;
  }

  /** Makes the folder hold exactly `commit` (an id), for a step to begin in. */
  async checkout(commit: string, signal?: AbortSignal): Promise<Result<void, GitFailure>> {
    const untouched = this.#settled || (this.#snapshot !== null && !isTouched(this.#snapshot));
    this.#settled = false;
    if (untouched && commit === this.#commit) {
      await this.#dotGit.agreeWith(commit, false);
      return ok(undefined);
    }
    this.#commit = null;
    this.#forgetSnapshots();
    const reset = await this.#tree.reset(commit, signal);
    if (!reset.ok) return reset;
    this.#submodules = reset.value;
    await setHead(this.#folders.trustedDir, commit);
    await this.#dotGit.agreeWith(commit, true);
    this.#commit = commit;
    return ok(undefined);
  }

  /** Makes the files those of `work`, another commit: what it changed is then what the workspace has changed. */
  async takeOver(work: string): Promise<Result<void, GitFailure>> {
    const commit = this.#checkedOut();
    this.#settled = false;
    this.#forgetSnapshots();
    const reset = await this.#tree.reset(work);
    const ready = reset.ok ? await this.#tree.forgetStaged(commit) : reset;
    if (!ready.ok) {
      this.#commit = null;
      return ready;
    }
    this.#submodules = ready.value;
    await this.#dotGit.agreeWith(commit, true);
    return ok(undefined);
  }

  /** Takes up the files that a killed runner has left: what they differ in from `commit` is what this workspace has changed. */
  async adopt(commit: string): Promise<Result<void, GitFailure>> {
    await setHead(this.#folders.trustedDir, commit);
    const submodules = await this.#tree.forgetStaged(commit);
    if (!submodules.ok) return submodules;
    this.#submodules = submodules.value;
    this.#commit = commit;
    this.#settled = false;
    this.#forgetSnapshots();
    return ok(undefined);
  }

  /** Notes beside the workspace, out of the step's reach, who works in it; null: nobody. It outlives a killed runner. */
  async noteUse(use: WorkspaceUse | null): Promise<void> {
    const file = useFile(this.#folders.trustedDir);
    if (use === null) await rm(file, { force: true });
    else await replaceFile(file, JSON.stringify(use));
  }

  /** Who was at work here when the last runner was killed; null when nobody was. */
  async lastUse(): Promise<WorkspaceUse | null> {
    const text = await readFile(useFile(this.#folders.trustedDir), 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as WorkspaceUse);
  }

  /** What the files differ in from the checked-out commit, as the tree's `.gitignore` sees it. Sorted by path. */
  async changes(): Promise<Result<Changes, Failure>> {
    const commit = this.#checkedOut();
    if (this.#snapshot !== null && !isTouched(this.#snapshot)) return this.#nothingChanged();
    const candidate = this.#candidate !== null && !isTouched(this.#candidate) ? this.#candidate : null;
    const found = await this.#look();
    if (!found.ok) return found;
    if (found.value.changes.length === 0) {
      this.#snapshot = candidate;
      this.#candidate = candidate ?? this.#takeSnapshot();
      return this.#nothingChanged();
    }
    this.#forgetSnapshots();
    if (!found.value.onlyTreeKnows) return ok(sortByPath(found.value.changes));
    const tree = await this.#tree.writeTree(found.value.changes);
    return tree.ok ? await this.#inspect(commit, tree.value) : tree;
  }

  /** Writes the files' content as a tree object, synced by `commit`. The workspace stays at its commit. */
  async capture(): Promise<Result<Captured, Failure>> {
    const commit = this.#checkedOut();
    const tree = await this.#writeTree();
    if (!tree.ok) return tree;
    const changes = await this.#inspect(commit, tree.value);
    return changes.ok ? ok({ tree: tree.value, changes: changes.value }) : changes;
  }

  /**
   * Commits what the files differ in: `changes`, `capture` and `commit` with a single look at the files, which is what costs
   * in a large repository. null when nothing has changed.
   */
  async commitChanges(options: Omit<CommitOptions, 'captured'>): Promise<Result<Committed | null, Failure>> {
    const changes = await this.changes();
    if (!changes.ok) return changes;
    if (changes.value.length === 0) return ok(null);
    const tree = await this.#tree.writeTree(changes.value);
    return tree.ok ? await this.#commitTree(tree.value, options) : tree;
  }

  /** Commits what was captured, all its objects synced, and moves the workspace, its own `.git` too, to the new commit. Makes no ref. */
  async commit(options: CommitOptions): Promise<Result<Committed, Failure>> {
    this.#checkedOut();
    const tree: Result<string, Failure> = options.captured ? ok(options.captured.tree) : await this.#writeTree();
    return tree.ok ? await this.#commitTree(tree.value, options) : tree;
  }

  async #commitTree(tree: string, options: CommitOptions): Promise<Result<Committed, Failure>> {
    const base = this.#checkedOut();
    const [changes, commit] = await Promise.all([
      options.captured ? ok(options.captured.changes) : this.#inspect(base, tree),
      this.#git.commit({ ...options, tree, parents: [options.parent ?? base] }, 'later'),
    ]);
    if (!changes.ok) return changes;
    if (!commit.ok) return commit;
    const objects = [...this.#unsynced, tree, commit.value];
    await Promise.all([syncObjects(this.#folders.repository.objectsDir, objects), this.#advance(commit.value)]);
    this.#unsynced.clear();
    return ok({ commit: commit.value, tree, changes: changes.value });
  }

  async #advance(commit: string): Promise<void> {
    await setHead(this.#folders.trustedDir, commit);
    this.#commit = commit;
    this.#forgetSnapshots();
    await this.#dotGit.agreeWith(commit, true);
    this.#settled = true;
  }

  async #writeTree(): Promise<Result<string, Failure>> {
    const found = await this.#look();
    if (!found.ok) return found;
    this.#forgetSnapshots();
    return await this.#tree.writeTree(found.value.changes);
  }

  async #look(): Promise<Result<{ changes: Changes; onlyTreeKnows: boolean }, Failure>> {
    this.#settled = false;
    // A link in the place of the whole folder: what it leads to is not the step's work, and nothing of ours is written there.
    const target = await readlink(this.root).catch(() => null);
    if (target !== null) return err({ reason: 'link-escapes', path: '.', target });
    const output = await this.#tree.status();
    if (!output.ok) return output;
    const entries = parseStatus(output.value);
    const changes = changesOfStatus(this.root, entries, this.#submodules);
    return changes.ok ? ok({ changes: changes.value, onlyTreeKnows: isAmbiguous(entries) }) : changes;
  }

  /** The changes as the tree object has them: a link or repository that slipped in after the look is found here. */
  async #inspect(commit: string, tree: string): Promise<Result<Changes, Failure>> {
    const found = await this.#git.objectChanges(commit, tree);
    if (!found.ok) return found;
    for (const change of found.value) if (change.newMode !== NO_MODE) this.#unsynced.add(change.newId);
    const changes = await this.#git.withLinkTargets(found.value);
    if (!changes.ok) return changes;
    const submodules = changes.value.filter((c) => c.oldMode === SUBMODULE_MODE || c.newMode === SUBMODULE_MODE);
    if (submodules.length > 0) return err({ reason: 'nested-repository', paths: submodules.map((c) => c.path) });
    return refuseEscapes(changes.value);
  }

  #nothingChanged(): Result<Changes, Failure> {
    this.#settled = true;
    return ok([]);
  }

  #takeSnapshot(): TreeSnapshot | null {
    const probe = join(this.#folders.trustedDir, 'probe');
    return takeSnapshot({ root: this.root, except: ['.git'], probe, limit: SNAPSHOT_LIMIT });
  }

  #forgetSnapshots(): void {
    this.#snapshot = null;
    this.#candidate = null;
  }

  #checkedOut(): string {
    if (this.#commit === null) throw new Error('workspace used before checkout');
    return this.#commit;
  }
}

/** One path twice in the answer, or changed both in the index and on disk: happens after a capture that was not committed. */
function isAmbiguous(entries: readonly StatusEntry[]): boolean {
  return entries.some((entry) => entry.twice) || new Set(entries.map((entry) => entry.path)).size < entries.length;
}

function sortByPath(changes: Changes): Changes {
  return [...changes].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
