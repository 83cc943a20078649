import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, resolve } from 'node:path';
import type { CageTree } from './cage-arguments.js';
import { systemPaths } from './system-paths.js';

interface TreeRequest {
  /** A PATH. */
  readonly path: string;
  readonly readable: readonly string[];
  /** See `CageTree`. */
  readonly placed: ReadonlyMap<string, string>;
  readonly workspace: string;
  readonly home: string;
}

/**
 * What of this machine is inside a cage: the system, and `readable` as far as it exists. What is reached through symbolic links
 * is put where it really is, with a link where it was asked for, because programs find their own files by their real path.
 */
export function cageTree(request: TreeRequest): CageTree {
  const readable = systemPaths(request.path);
  const links = new Map<string, string>();
  for (const path of request.readable.filter(isAbsolute).map((one) => resolve(one))) {
    const real = realPath(path);
    if (real === null) continue;
    if (real !== path && !isBelowAny(path, readable)) links.set(path, real);
    if (!isBelowAny(real, readable)) readable.push(real);
  }
  const { placed, workspace, home } = request;
  return { readable, links, placed, writable: [workspace, home], workspace };
}

/**
 * The entries of `path` (a PATH) that lead to something inside, each as it is, or by its real path when only that is there
 * (~/.nix-profile/bin leads to the store). Nothing that the agent can write: it would change what its own CLI starts.
 */
export function visiblePath(path: string, tree: CageTree): string {
  const seen = path
    .split(delimiter)
    .filter(isAbsolute)
    .map((entry) => (isInside(entry, tree) ? entry : realPath(entry)))
    .filter((entry): entry is string => entry !== null && isInside(entry, tree) && !isBelowAny(entry, tree.writable));
  return [...new Set(seen)].join(delimiter);
}

/** True for `path` itself and for everything below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function isInside(entry: string, { readable, links }: CageTree): boolean {
  const files = [...readable, ...links.keys()];
  return existsSync(entry) && (isBelowAny(entry, readable) || files.some((file) => dirname(file) === entry));
}

function isBelowAny(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isBelow(path, folder));
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
