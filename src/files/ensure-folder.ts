import { lstatSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import { fileTrouble, type FileTrouble } from './trouble.js';

/**
 * Makes the folder `relative` below `root` with everything on the way, and gives its path. A symbolic link, or anything else that is
 * not a folder, on the way below `root` is refused; `root` itself is trusted. `relative` must not leave `root`: that would be
 * our own bug, and throws. Node has no openat(2): someone who swaps a folder for a link between check and use wins.
 */
export function ensureFolder(root: string, relative: string): Result<string, FileTrouble> {
  const parts = relative.split('/').filter((part) => part !== '' && part !== '.');
  if (isAbsolute(relative) || parts.includes('..') || relative.includes('\0')) {
    throw new Error(`folder leaves its root: ${JSON.stringify(relative)}`);
  }
  let folder = root;
  for (const part of parts) {
    folder = join(folder, part);
    const made = ensureOne(folder);
    if (!made.ok) return made;
  }
  return ok(folder);
}

function ensureOne(folder: string): Result<void, FileTrouble> {
  try {
    mkdirSync(folder);
    return ok(undefined);
  } catch (error) {
    const trouble = fileTrouble(error, folder);
    if (trouble.code !== 'EEXIST') return err(trouble);
  }
  const status = lstatSync(folder, { throwIfNoEntry: false });
  if (status?.isDirectory() === true) return ok(undefined);
  if (status?.isSymbolicLink() === true) return err({ reason: 'symlink', path: folder, code: 'ELOOP' });
  return err({ reason: 'wrong-kind', path: folder, code: 'ENOTDIR' });
}
