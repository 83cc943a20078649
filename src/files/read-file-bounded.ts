import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { err, ok, type Result } from '../base/result.js';
import { fileTrouble, type FileTrouble } from './trouble.js';

/**
 * Reads a regular file of at most `limitBytes`. A symbolic link, a folder, a pipe or a device is trouble, not content; it never
 * waits for a writer. Links in the folders on the way are followed.
 */
export function readFileBounded(path: string, limitBytes: number): Result<Buffer, FileTrouble> {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(fd);
    if (!status.isFile()) return err({ reason: 'wrong-kind', path, code: 'EINVAL' });
    const tooLarge = err({ reason: 'too-large', path, code: 'EFBIG' } as const);
    if (status.size > limitBytes) return tooLarge;
    // One byte more than allowed: the size may be wrong (files of /proc) or grow while we read.
    const bytes = readUpTo(fd, limitBytes + 1, status.size);
    return bytes.length > limitBytes ? tooLarge : ok(bytes);
  } catch (error) {
    return err(fileTrouble(error, path));
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function readUpTo(fd: number, limit: number, expected: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; total < limit;) {
    const chunk = Buffer.allocUnsafe(Math.min(limit - total, Math.max(expected + 1 - total, 4096)));
    const read = readSync(fd, chunk, 0, chunk.length, null);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  return Buffer.concat(chunks);
}
