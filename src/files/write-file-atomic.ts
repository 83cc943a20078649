import { randomBytes } from 'node:crypto';
import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import { appendFully } from './append-fully.js';
import { fileTrouble, type FileTrouble } from './trouble.js';

/**
 * Replaces a file so that a reader, and a crash at any point, sees the old text or the new one, and so that it survives a
 * power cut once this returns. Never writes through a symbolic link; the folder must exist. A crash may leave
 * `.<name>.<random>.tmp` beside it.
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): Result<void, FileTrouble> {
  return replaceFile(path, content, true);
}

/** The same without the two syncs, for files that can be made again: a power cut may bring back an older text or an empty one. */
export function writeProjection(path: string, content: string | Uint8Array): Result<void, FileTrouble> {
  return replaceFile(path, content, false);
}

/** Makes what was created, renamed or removed in a folder survive a power cut. Throws the system's error. */
export function syncFolder(folder: string): void {
  const fd = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function replaceFile(path: string, content: string | Uint8Array, durable: boolean): Result<void, FileTrouble> {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (kind?.isSymbolicLink() === true) return err({ reason: 'symlink', path, code: 'ELOOP' });
  if (kind !== undefined && !kind.isFile()) return err({ reason: 'wrong-kind', path, code: 'EISDIR' });
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeNew(temporary, Buffer.from(content), durable);
    renameSync(temporary, path);
    if (durable) syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    remove(temporary);
    return err(fileTrouble(error, path));
  }
}

function writeNew(path: string, bytes: Uint8Array, durable: boolean): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const fd = openSync(path, flags, 0o644);
  try {
    appendFully(fd, bytes);
    if (durable) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was renamed already, or never made; the trouble that brought us here is the one to tell.
  }
}
