import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';

/** More than any file that a skill reads besides modules. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A path below the root as it is kept: without `./` and a last `/`; null when it leaves the root, is absolute, or is in `.git`. */
export function pathInside(text: string): string | null {
  const path = posix.normalize(text).replace(/\/$/, '');
  const isOutside = text === '' || path === '.' || path === '..' || path.startsWith('../') || posix.isAbsolute(path);
  return isOutside || path.split('/').includes('.git') || path.includes('\u0000') ? null : path;
}

/** Whether a path below the root, or a folder on the way to it, is a link; links are not followed. */
export function hasLink(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => {
    const part = join(root, ...parts.slice(0, index + 1));
    return lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  });
}

/** The text of a plain file below the root; null when there is nothing; else what it is instead. */
export function readOwnFile(root: string, path: string): Result<string | null, string> {
  if (hasLink(root, path)) return err('is reached through a symbolic link');
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return ok(null);
  if (!stats.isFile()) return err('is not a plain file');
  if (stats.size > MOST_BYTES) return err('is too large');
  return ok(readFileSync(join(root, path), 'utf8'));
}

/** The names of the plain files directly in a folder below the root, sorted; none when there is no such folder. */
export function fileNames(root: string, folder: string): string[] {
  if (hasLink(root, folder) || lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() !== true)
    return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort(compareText);
}
