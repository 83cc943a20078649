import {
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from './file-change.js';

/** A change that would do nothing: a file that already has the bytes. */
export function isNeeded(root: string, change: FileChange): boolean {
  if (change.kind !== 'write') return true;
  const path = join(root, change.path);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true || !readFileSync(path).equals(change.bytes);
}

/**
 * What is in the way of a change, or null: a link on the way to it (it would leave the tree), a folder in its place, a file
 * where a moved one is to be, a parent that is a file.
 */
export function obstacle(root: string, change: FileChange): string | null {
  const target = change.kind === 'move' ? change.to : change.path;
  const parts = target.split('/');
  if (parts[0] === '.git' || parts.includes('..') || target.startsWith('/')) return `${target} is no place for a file`;
  for (let length = 1; length < parts.length; length += 1) {
    const folder = parts.slice(0, length).join('/');
    const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isDirectory()) return `${folder} is not a folder`;
  }
  const stats = lstatSync(join(root, target), { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (change.kind === 'move') return `${target} exists already`;
  return stats.isFile() ? null : `${target} is not a plain file`;
}

/** Does the changes, in their order. `obstacle` has found nothing in the way; what changes meanwhile is an exception. */
export function applyChanges(root: string, changes: readonly FileChange[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'write':
        writeBytes(root, change.path, { bytes: change.bytes, mode: null });
        break;
      case 'move': {
        const mode = lstatSync(join(root, change.from)).mode & 0o777;
        writeBytes(root, change.to, { bytes: change.bytes, mode });
        removeFile(root, change.from);
        break;
      }
      case 'remove':
        removeFile(root, change.path);
    }
  }
}

/** Never through a link. */
function writeBytes(root: string, path: string, { bytes, mode }: { bytes: Buffer; mode: number | null }): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
  const file = openSync(join(root, path), flags, 0o644);
  try {
    writeFileSync(file, bytes);
    if (mode !== null) fchmodSync(file, mode);
  } finally {
    closeSync(file);
  }
}

/** Git keeps no empty folders, so none is left behind. */
function removeFile(root: string, path: string): void {
  unlinkSync(join(root, path));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}
