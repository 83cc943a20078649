import { posix } from 'node:path';
import type { NixFile, NixTree } from '../nix-tree.js';
import type { PathMention } from '../syntax/path-mentions.js';
import { isEntryPoint } from './entry-points.js';
import { MarkedPaths, PathEnds } from './path-index.js';

/** Which files Nix may come to read, as far as the sources tell. */
export interface Reachability {
  /** The files that Nix starts from: `flake.nix`, and what `nix-build`, `nix-shell` and their kin are pointed at. Sorted. */
  readonly entryPoints: readonly string[];
  /**
   * False only when no file that may be read names the file, computes a path that could be its, or reads a folder that it is
   * in: then Nix never reads it. Everything is possible when something that cannot be read, or a framework that finds files by
   * their names, leaves it open.
   */
  readonly isPossible: (path: string) => boolean;
  /** Whether a file that may be read computes paths below this folder, or gives it, or one around it, to a function. */
  readonly mayBeReadWhole: (folder: string) => boolean;
}

/** Flake libraries that find files by convention in the tree that they get with `inputs`, without a path in any file. */
const FRAMEWORKS =
  /\b(?:snowfall-lib|snowfallorg|numtide\/blueprint|flakelight|nixos-unified|autoWire|ez-configs|easy-hosts|paisano|divnix\/(?:std|hive|digga)|denix|unified-flake|nilla)\b/;

/** Clan reads these by itself. */
const CLAN = /\bclan-core\b/;
const CLAN_FOLDERS = ['machines/', 'modules/', 'services/', 'inventory'];

/** Follows every mention of a path from the entry points. Each file is looked at once; linear but for mentions by their end. */
export function reachability(tree: NixTree): Reachability {
  const entryPoints = [...tree.files.values()].filter(isEntryPoint).map(({ path }) => path);
  const walk = new ReachWalk(tree);
  const isOpen = !tree.files.has('flake.nix') || walk.from(entryPoints) === 'open';
  return {
    entryPoints,
    isPossible: (path) => isOpen || walk.marked.has(path),
    mayBeReadWhole: (folder) => [...walk.beginnings].some((beginning) => `${folder}/`.startsWith(beginning)),
  };
}

class ReachWalk {
  readonly marked: MarkedPaths;
  /** What computed paths begin with, and folders that functions get. */
  readonly beginnings = new Set<string>();
  readonly #ends: PathEnds;
  readonly #endings = new Set<string>();
  #pending: string[] = [];

  constructor(private readonly tree: NixTree) {
    const paths = [...tree.files.keys()];
    this.marked = new MarkedPaths(paths);
    this.#ends = new PathEnds([...paths, ...tree.folders]);
  }

  /** `open`: a file cannot be read, or is known to bring in files that nothing names. */
  from(entryPoints: readonly string[]): 'open' | 'done' {
    for (const path of entryPoints) this.#reach(path);
    for (let path = this.#pending.pop(); path !== undefined; path = this.#pending.pop()) {
      const file = this.tree.files.get(path);
      if (file === undefined) continue;
      if (!file.parsed.ok || (posix.basename(path) === 'flake.nix' && FRAMEWORKS.test(file.text))) return 'open';
      if (path === 'flake.nix' && CLAN.test(file.text)) CLAN_FOLDERS.forEach((folder) => this.#reachAll(folder));
      for (const { path: literal } of file.imports) this.#reachWritten(posix.join(posix.dirname(path), literal));
      for (const mention of file.mentions) this.#follow(file, mention);
    }
    return 'done';
  }

  #follow(file: NixFile, mention: PathMention): void {
    if (mention.base === 'unknown') {
      this.#followEnd(mention);
      return;
    }
    const folders = mention.base === 'file' ? [posix.dirname(file.path)] : this.#rootsOf(file.path);
    for (const folder of folders) {
      const path = joined(folder, mention.path);
      if (path !== null) this.#followPath(path, mention);
    }
  }

  /** The folders that `self` may mean: the root, and folders around the file that are flakes themselves. */
  #rootsOf(path: string): string[] {
    const roots = ['.'];
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder))
      if (this.tree.files.has(`${folder}/flake.nix`)) roots.push(folder);
    return roots;
  }

  #followPath(path: string, { computed, use }: PathMention): void {
    if (computed) {
      this.#reachAll(path);
      return;
    }
    this.#reachWritten(path);
    if (path === '') {
      // the whole tree as the source of a build says nothing about its parts
      if (use === 'argument' || use === 'value') this.#reachAll('');
      return;
    }
    const isModule =
      use === 'import' || ((use === 'value' || use === 'text') && this.tree.files.has(`${path}/default.nix`));
    if (!isModule) this.#reachAll(`${path}/`);
  }

  #followEnd({ path, computed }: PathMention): void {
    const end = (computed ? posix.dirname(`${path}x`) : path).replace(/\/$/, '');
    const key = `${computed ? '…' : ''}${path}`;
    if (end === '.' || end === '' || this.#endings.has(key)) return;
    this.#endings.add(key);
    for (const found of this.#ends.endingWith(end)) {
      if (computed) this.#reachAll(`${found}${path.slice(end.length)}`);
      else {
        this.#reachWritten(found);
        if (!this.tree.files.has(found)) this.#reachAll(`${found}/`);
      }
    }
  }

  /** A file, or a folder that stands for its `default.nix`; also without `.nix`, which functions may add. */
  #reachWritten(path: string): void {
    this.#reach(path);
    this.#reach(posix.join(path, 'default.nix'));
    this.#reach(`${path}.nix`);
  }

  #reach(path: string): void {
    if (this.marked.mark(path)) this.#pending.push(path);
  }

  #reachAll(beginning: string): void {
    if (beginning !== '') this.beginnings.add(beginning);
    for (const path of this.marked.markAll(beginning)) this.#pending.push(path);
  }
}

/**
 * A mention's path from the root, null when it leads out of it. `./hosts/` with something computed behind it keeps its slash:
 * it is what all that is meant begins with.
 */
function joined(folder: string, literal: string): string | null {
  const path = posix.join(folder, literal);
  if (path === '..' || path.startsWith('../')) return null;
  return path === '.' || path === './' ? '' : path.replace(/^\.\//, '');
}
