import { lstatSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { NixTree } from '../../nix/nix-tree.js';
import type { MovePlan } from './move-plan.js';
import type { PathRole } from './path-roles.js';

/** What the move makes of the paths of the tree. */
export class MoveScope {
  /** Every path that means something moved: files, their folders when they are moved whole, and folders that mean a `default.nix`. */
  readonly names: ReadonlySet<string>;

  constructor(
    readonly tree: NixTree,
    readonly plan: MovePlan,
  ) {
    const names = new Set(plan.files.keys());
    for (const file of plan.files.keys()) {
      if (posix.basename(file) === 'default.nix') names.add(posix.dirname(file));
      if (!plan.isFolder) continue;
      for (let folder = posix.dirname(file); this.isInside(folder); folder = posix.dirname(folder)) names.add(folder);
    }
    this.names = names;
  }

  /** Whether a path is the moved folder, or in it. */
  isInside(path: string): boolean {
    const { isFolder, from } = this.plan;
    return isFolder && (path === from || path.startsWith(`${from}/`));
  }

  /** Where a path lies after the move. A folder goes with its `default.nix` for who loads it, or when nothing is left of it. */
  newPath(path: string, role: PathRole['kind']): string {
    const { plan } = this;
    if (this.isInside(path)) return plan.to + path.slice(plan.from.length);
    if (path === plan.from) return plan.to;
    if (!this.isDefaultNix(path) || (role !== 'module' && !this.isEmptied(path))) return path;
    return posix.basename(plan.to) === 'default.nix' ? posix.dirname(plan.to) : plan.to;
  }

  /** Whether the one moved file is the `default.nix` of this folder. */
  isDefaultNix(folder: string): boolean {
    return !this.plan.isFolder && this.plan.from === posix.join(folder, 'default.nix');
  }

  isFolder(path: string): boolean {
    return lstatSync(join(this.tree.root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  /** Whether a folder, itself not in the moved one, has no files after the move. */
  isEmptied(path: string): boolean {
    const { from, to } = this.plan;
    if (!from.startsWith(`${path}/`) || to.startsWith(`${path}/`)) return false;
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      if (readdirSync(join(this.tree.root, folder)).length > 1) return false;
      if (folder === path || folder === '.') return true;
    }
  }

  /** Whether the move changes what is in a folder that stays: anywhere in it, or only the names directly in it. */
  changesContents(folder: string, deep: boolean): boolean {
    if (this.isInside(folder)) return false;
    const { from, to } = this.plan;
    const goes = below(folder, from);
    const comes = below(folder, to);
    if (goes === null && comes === null) return false;
    // who loads every folder that is listed misses its default.nix
    if (deep || isListed(goes) || isListed(comes)) return true;
    const [added] = comes ?? [];
    const [left] = goes ?? [];
    if (added !== undefined && lstatSync(join(this.tree.root, folder, added), { throwIfNoEntry: false }) === undefined)
      return true;
    return left !== undefined && this.isEmptied(posix.join(folder, left));
  }
}

/** A name directly in a folder, or the `default.nix` of a folder directly in it. */
function isListed(names: readonly string[] | null): boolean {
  return names?.length === 1 || (names?.length === 2 && names[1] === 'default.nix');
}

function below(folder: string, path: string): string[] | null {
  if (folder === '.') return path.split('/');
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : null;
}
