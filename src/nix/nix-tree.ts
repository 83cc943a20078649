import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import type { Result } from '../base/result.js';
import { moduleImports, type NixImport } from './syntax/module-imports.js';
import { pathMentions, type PathMention } from './syntax/path-mentions.js';
import { parseNix, type NixSource, type NixSyntaxError } from './syntax/parse-nix.js';

/** Where a path literal leads. Links are not followed: a link counts as a file that nothing is known about. */
export type ImportTarget =
  | { readonly kind: 'nix-file'; readonly path: string }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** Above the root, or an absolute path. */
  | { readonly kind: 'outside' };

/** Files above this size are no modules; they are listed but not read. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** One `.nix` file. Parsing waits until it is asked for. */
export class NixFile {
  /** The text; bytes that are not UTF-8 are read as Latin-1, so that offsets still count something real. */
  readonly text: string;
  readonly isUtf8: boolean;
  #parsed: Result<NixSource, NixSyntaxError> | null = null;
  #imports: readonly NixImport[] | null = null;
  #mentions: readonly PathMention[] | null = null;

  constructor(
    /** From the root, with `/`. */
    readonly path: string,
    readonly bytes: Buffer,
  ) {
    const utf8 = bytes.toString('utf8');
    this.isUtf8 = !utf8.includes('\uFFFD') || Buffer.from(utf8, 'utf8').equals(bytes);
    this.text = this.isUtf8 ? utf8 : bytes.toString('latin1');
  }

  get parsed(): Result<NixSource, NixSyntaxError> {
    return (this.#parsed ??= parseNix(this.text));
  }

  /** Every path that the file names, in whatever way. Empty for a file that does not parse. */
  get mentions(): readonly PathMention[] {
    return (this.#mentions ??= this.parsed.ok ? pathMentions(this.parsed.value) : []);
  }

  /** The written paths that may bring in another file: all but those of the file's own folder (`src = ./.`). */
  get references(): readonly string[] {
    const literals = this.mentions.filter(
      ({ base, computed, path }) => base === 'file' && !computed && !/^[./]+$/.test(path),
    );
    return [...new Set([...literals, ...this.imports].map(({ path }) => path))];
  }

  /** Empty for a file that does not parse. */
  get imports(): readonly NixImport[] {
    // most modules import nothing, and need no walk
    const { parsed } = this;
    return (this.#imports ??= parsed.ok && parsed.value.hasPaths ? moduleImports(parsed.value.tree) : []);
  }
}

/**
 * All `.nix` files below a root as they are when it is read. Left out are links, and folders that programs keep beside the
 * sources: git's, those of package managers and development shells, the state of runs.
 */
export class NixTree {
  readonly files: ReadonlyMap<string, NixFile>;
  /** All folders but the root, sorted. */
  readonly folders: readonly string[];

  private constructor(
    readonly root: string,
    files: NixFile[],
    folders: readonly string[],
  ) {
    this.files = new Map(files.sort((a, b) => compareText(a.path, b.path)).map((file) => [file.path, file]));
    this.folders = [...folders].sort(compareText);
  }

  /** Reads the tree; `root` is an absolute path. Throws when the root cannot be read. */
  static read(root: string): NixTree {
    const files: NixFile[] = [];
    const folders: string[] = [];
    const pending = [''];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const path = posix.join(folder, entry.name);
        if (entry.isDirectory() && !isIgnored(path)) {
          folders.push(path);
          pending.push(path);
        } else if (entry.isFile() && path.endsWith('.nix') && statSync(join(root, path)).size <= MAX_FILE_BYTES) {
          files.push(new NixFile(path, readFileSync(join(root, path))));
        }
      }
    }
    return new NixTree(root, files, folders);
  }

  /** The tree as it would be with these files written into folders that are there; nothing on disk changes. */
  withFiles(files: readonly NixFile[]): NixTree {
    const written = new Map([...this.files, ...files.map((file) => [file.path, file] as const)]);
    return new NixTree(this.root, [...written.values()], this.folders);
  }

  /** Where a path literal in a file leads. A folder stands for its `default.nix`. */
  resolve(from: string, literal: string): ImportTarget {
    if (literal.startsWith('/') || literal.startsWith('~')) return { kind: 'outside' };
    const path = posix.join(posix.dirname(from), literal).replace(/\/$/, '');
    if (path === '..' || path.startsWith('../')) return { kind: 'outside' };
    if (this.files.has(path)) return { kind: 'nix-file', path };
    const aggregator = posix.join(path, 'default.nix');
    if (this.files.has(aggregator)) return { kind: 'nix-file', path: aggregator };
    return { kind: this.#exists(path) ? 'other' : 'missing', path };
  }

  /** The `.nix` files that are reached by path literals from a file, itself included. */
  reachableFrom(start: string): Set<string> {
    const reached = new Set<string>();
    const pending = [start];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const file = this.files.get(path);
      if (file === undefined || reached.has(path)) continue;
      reached.add(path);
      for (const literal of file.references) {
        const target = this.resolve(path, literal);
        if (target.kind === 'nix-file') pending.push(target.path);
      }
    }
    return reached;
  }

  /** A folder without `default.nix` is no import; a file that is not Nix, or a link, may be one. */
  #exists(path: string): boolean {
    const stats = lstatSync(join(this.root, path), { throwIfNoEntry: false });
    return stats !== undefined && !stats.isDirectory();
  }
}

/** No flake means anything in these; they may hold thousands of files. */
const LEFT_OUT = new Set(['.git', '.jj', '.hg', '.direnv', '.devenv', 'node_modules']);

function isIgnored(path: string): boolean {
  return LEFT_OUT.has(posix.basename(path)) || /^\.claude\/workflows\/[^/]+$/.test(path);
}
