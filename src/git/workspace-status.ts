import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { LINK_MODE, NO_MODE, SUBMODULE_MODE, typeOf, type Change, type Changes, type StatusEntry } from './changes.js';
import { linkEscapes } from './link-escapes.js';
import { decodePath, pathOnDisk } from './path-text.js';

/**
 * Turns what `git status` said into changes: adds modes and link targets of new files, drops what vanished meanwhile, and
 * refuses what cannot be committed as it is. `submodules` are paths whose folders belong to other repositories.
 */
export function changesOfStatus(
  root: string,
  entries: readonly StatusEntry[],
  submodules: readonly string[],
): Result<Changes, Failure> {
  const nested = entries.filter(isNestedRepository).map((entry) => entry.path.replace(/\/$/, ''));
  nested.push(...submodules.filter((path) => isOccupied(root, path)));
  if (nested.length > 0) return err({ reason: 'nested-repository', paths: [...new Set(nested)].sort() });
  const changes = entries.map((entry) => withDisk(root, entry)).filter((change) => change !== null);
  return refuseEscapes(changes);
}

/** A link that leaves the tree fails the step; the first one in path order is named. */
export function refuseEscapes(changes: Changes): Result<Changes, Failure> {
  const bad = changes.find((change) => change.linkTarget !== undefined && linkEscapes(change.path, change.linkTarget));
  if (bad?.linkTarget === undefined) return ok(changes);
  return err({ reason: 'link-escapes', path: bad.path, target: bad.linkTarget });
}

/** git lists a repository inside the tree as one untracked path with a slash at its end. */
function isNestedRepository(entry: StatusEntry): boolean {
  if (entry.kind === 'untracked') return entry.path.endsWith('/');
  return entry.oldMode !== entry.newMode && (entry.oldMode === SUBMODULE_MODE || entry.newMode === SUBMODULE_MODE);
}

/** Files in a submodule's folder, or one in its place, are invisible to git here: they would be lost without a word. */
function isOccupied(root: string, path: string): boolean {
  const onDisk = pathOnDisk(root, path);
  try {
    const stats = lstatSync(onDisk, { throwIfNoEntry: false });
    return stats?.isDirectory() === true ? readdirSync(onDisk).length > 0 : stats !== undefined;
  } catch {
    return false;
  }
}

/** The disk is asked once more: `git status` gives no mode for new files, and takes a pipe in a file's place for a file. */
function withDisk(root: string, entry: StatusEntry): Change | null {
  const { path, oldMode } = entry;
  const isGone = entry.kind === 'tracked' && entry.newMode === NO_MODE;
  const onDisk = pathOnDisk(root, path);
  const stats = isGone ? undefined : lstatSync(onDisk, { throwIfNoEntry: false });
  const newMode = stats === undefined ? NO_MODE : modeOf(stats);
  if (oldMode === NO_MODE && newMode === NO_MODE) return null;
  const change: Change = { path, oldMode, newMode, type: typeOf(oldMode, newMode) };
  if (newMode !== LINK_MODE) return change;
  return { ...change, linkTarget: decodePath(readlinkSync(onDisk, { encoding: 'buffer' })) };
}

function modeOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return LINK_MODE;
  if (!stats.isFile()) return NO_MODE;
  return (stats.mode & 0o100) === 0 ? '100644' : '100755';
}
