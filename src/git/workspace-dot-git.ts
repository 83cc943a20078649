import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_PATTERNS } from './exclude.js';
import { removeTree } from './remove-tree.js';
import type { Repository } from './repository.js';
import { replaceFile } from './replace-file.js';
import { formatConfig } from './trusted-directory.js';
import { isTouched, takeSnapshot, type TreeSnapshot } from './tree-snapshot.js';

/**
 * The `.git` that a step sees in its workspace: a real repository of its own, with the user's objects as alternates, HEAD
 * detached at the step's base and an index under which everything is clean. The step may do with it what it likes; the runner
 * never runs git with it and never reads it. When anything in it is not what was written here, it is replaced whole.
 */

const FOLDERS = ['info', 'objects/info', 'objects/pack', 'refs/heads', 'refs/tags'];

export interface DotGitOptions {
  /** The workspace's folder. */
  readonly root: string;
  /** The runner's own git directory for this workspace; its index is what the step gets a copy of. */
  readonly trustedDir: string;
  readonly repository: Repository;
}

export class WorkspaceDotGit {
  readonly #options: DotGitOptions;
  readonly #path: string;
  /** Digest of each file as written, by path below `.git`; empty before the first writing. */
  #written = new Map<string, string>();
  #snapshot: TreeSnapshot | null = null;

  constructor(options: DotGitOptions) {
    this.#options = options;
    this.#path = join(options.root, '.git');
  }

  /** Makes `.git` agree with `commit` and the runner's index. Cheap when nobody touched it and only the commit is new. */
  async agreeWith(commit: string, indexChanged: boolean): Promise<void> {
    if (!this.#isIntact()) await this.#replaceWhole(commit);
    else if (indexChanged || this.#written.get('HEAD') !== digest(headOf(commit))) {
      await this.#put('HEAD', headOf(commit));
      await this.#putIndex();
      this.#snapshot = null;
    }
  }

  /** Forgets what was written: the next `agreeWith` replaces the folder. */
  forget(): void {
    this.#written.clear();
    this.#snapshot = null;
  }

  /** By times where they can be trusted, by content where the last writing is too young. Never follows a link. */
  #isIntact(): boolean {
    if (this.#written.size === 0) return false;
    if (this.#snapshot !== null && !isTouched(this.#snapshot)) return true;
    const snapshot = takeSnapshot({
      root: this.#path,
      except: [],
      probe: join(this.#options.trustedDir, 'probe'),
      limit: FOLDERS.length + this.#written.size + 8,
    });
    if (snapshot === null || !this.#holdsWhatWasWritten(snapshot)) return false;
    this.#snapshot = snapshot;
    return true;
  }

  #holdsWhatWasWritten(snapshot: TreeSnapshot): boolean {
    const skip = this.#path.length + 1;
    const names = snapshot.paths.slice(1).map((path) => path.toString('utf8').slice(skip));
    const folders = new Set(FOLDERS.flatMap((folder) => [folder, folder.split('/')[0] ?? folder]));
    if (names.length !== folders.size + this.#written.size || !lstatSync(this.#path).isDirectory()) return false;
    return names.every((name) => {
      const path = join(this.#path, name);
      const stats = lstatSync(path);
      if (folders.has(name)) return stats.isDirectory();
      return stats.isFile() && stats.nlink === 1 && digest(readFileSync(path)) === this.#written.get(name);
    });
  }

  async #replaceWhole(commit: string): Promise<void> {
    await removeTree(this.#path);
    this.#written.clear();
    for (const folder of FOLDERS) await mkdir(join(this.#path, folder), { recursive: true });
    const { repository } = this.#options;
    await this.#put('HEAD', headOf(commit));
    await this.#put('config', `${formatConfig(repository)}${CONFIG}`);
    await this.#put('info/exclude', `${STATE_PATTERNS.join('\n')}\n`);
    await this.#put('objects/info/alternates', `${alternateLine(repository.objectsDir)}\n`);
    const shallow = await readFile(join(this.#options.trustedDir, 'shallow')).catch(() => null);
    if (shallow !== null) await this.#put('shallow', shallow);
    await this.#putIndex();
    this.#snapshot = null;
  }

  async #put(name: string, content: string | Buffer): Promise<void> {
    await replaceFile(join(this.#path, name), content);
    this.#written.set(name, digest(content));
  }

  /** The copy is dated back to the index it is made from: git takes entries younger than their index for unknown. */
  async #putIndex(): Promise<void> {
    const from = join(this.#options.trustedDir, 'index');
    const content = await readFile(from).catch(() => null);
    if (content === null) return;
    const to = join(this.#path, 'index');
    const seconds = Math.floor((await stat(from)).mtimeMs) / 1000;
    await writeFile(`${to}.workflow-runner-new`, content);
    await utimes(`${to}.workflow-runner-new`, seconds, seconds);
    await rename(`${to}.workflow-runner-new`, to);
    this.#written.set('index', digest(content));
  }
}

const CONFIG = `[core]
	bare = false
	filemode = true
	logAllRefUpdates = false
[user]
	name = workflow-runner
	email = workflow-runner@localhost
[commit]
	gpgSign = false
[gc]
	auto = 0
[maintenance]
	auto = false
[advice]
	detachedHead = false
`;

function headOf(commit: string): string {
  return `${commit}\n`;
}

function digest(content: string | Buffer): string {
  return createHash('sha1').update(content).digest('hex');
}

/** git reads a line in double quotes with C escapes, any other line as it stands. */
export function alternateLine(path: string): string {
  return /^[/A-Za-z0-9._ -]+$/.test(path) ? path : JSON.stringify(path);
}
