import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { NO_MODE, type Change } from './changes.js';
import { decodePath, pathOnDisk } from './path-text.js';

/**
 * Files of the user that git does not track and that `changes` would overwrite, ignored ones too: git itself would overwrite an
 * ignored file without a word. Looks at names only, follows no link.
 */
export function pathsInTheWay(root: string, changes: readonly Change[]): string[] {
  const leaving = new Set(changes.filter((c) => c.newMode === NO_MODE).map((c) => c.path));
  const clear = new Set<string>();
  const found = new Set<string>();
  for (const { path, oldMode } of changes) {
    if (oldMode !== NO_MODE) continue;
    const leader = leaderInTheWay(root, path, clear);
    if (leader !== null) {
      if (!leaving.has(leader)) found.add(leader);
      continue;
    }
    for (const file of filesAt(root, path)) {
      if (!leaving.has(file)) found.add(file);
    }
  }
  return [...found];
}

/** The first part of the path above the file itself that is there and is not a folder; `clear` remembers the good ones. */
export function leaderInTheWay(root: string, path: string, clear = new Set<string>()): string | null {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const leader = path.slice(0, at);
    if (clear.has(leader)) continue;
    const stats = statsAt(root, leader);
    if (stats === undefined) return null;
    if (!stats.isDirectory()) return leader;
    clear.add(leader);
  }
  return null;
}

/** The path itself, or all files below it when a folder stands there. */
function filesAt(root: string, path: string): string[] {
  const files: string[] = [];
  const left = [path];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const stats = statsAt(root, at);
    if (stats === undefined) continue;
    if (!stats.isDirectory()) files.push(at);
    else
      for (const name of readdirSync(pathOnDisk(root, at), { encoding: 'buffer' }))
        left.push(`${at}/${decodePath(name)}`);
  }
  return files;
}

function statsAt(root: string, path: string): Stats | undefined {
  try {
    return lstatSync(pathOnDisk(root, path), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
