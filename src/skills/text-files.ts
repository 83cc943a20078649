import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText } from '../base/diagnostic.js';

/** A file that is no Nix file, and not too large or binary to be read. */
export interface TextFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** As git does: a file with a zero among its first bytes is binary. */
const PROBE_BYTES = 8000;
const LEFT_OUT = new Set(['.git', 'node_modules', '.direnv']);

/**
 * The text files below a root that are no Nix files, hidden ones too, read one after the other. Links are not followed; git's
 * folder, those of package managers and shells, and the state of runs are left out, as are files that cannot be opened and those
 * of more than `maxBytes`.
 */
export function* textFiles(root: string, maxBytes: number): Generator<TextFile> {
  const buffer = Buffer.alloc(maxBytes);
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !isLeftOut(path)) pending.push(path);
      if (!entry.isFile() || path.endsWith('.nix')) continue;
      const length = readInto(buffer, join(root, path));
      if (length === null || buffer.subarray(0, Math.min(length, PROBE_BYTES)).includes(0)) continue;
      yield { path, text: buffer.toString('utf8', 0, length) };
    }
  }
}

function isLeftOut(path: string): boolean {
  return LEFT_OUT.has(posix.basename(path)) || /^\.claude\/workflows\/[^/]+$/.test(path);
}

/** The length of a file that fits into the buffer and is in it now; else null. */
function readInto(buffer: Buffer, path: string): number | null {
  let file;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(file);
    return size > buffer.length ? null : readSync(file, buffer, 0, size, 0);
  } finally {
    closeSync(file);
  }
}
