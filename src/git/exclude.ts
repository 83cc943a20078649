import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.js';
import type { Repository } from './repository.js';

/** The state folders of workflows, and the files of all runs beside them: never part of a commit nor of `git status`. */
export const STATE_PATTERNS = [
  '/.claude/workflows/*/',
  '/.claude/workflows/metrics.json',
  '/.claude/workflows/run-history.json',
];

/**
 * Adds `STATE_PATTERNS` (and `more`) to the repository's own `info/exclude` where they are missing; the rest of the file is
 * kept byte for byte. Returns whether the file was changed. Shared by all linked worktrees, as git reads it.
 */
export async function addExclude(repository: Repository, more: readonly string[] = []): Promise<boolean> {
  const folder = join(repository.commonDir, 'info');
  const path = join(folder, 'exclude');
  const before = await readFile(path).catch(() => Buffer.alloc(0));
  const lines = new Set(before.toString('latin1').split(/\r?\n/));
  const missing = [...STATE_PATTERNS, ...more].filter((pattern) => !lines.has(pattern));
  if (missing.length === 0) return false;
  const gap = before.length > 0 && before.at(-1) !== 0x0a ? '\n' : '';
  await mkdir(folder, { recursive: true });
  await replaceFile(path, Buffer.concat([before, Buffer.from(`${gap}${missing.join('\n')}\n`)]));
  return true;
}
