import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { REFERENCE_ROOT } from './references.js';
import type { Repository } from './repository.js';

/**
 * Removes the lock files that a killed git left where only the runner works: its git directories under `cacheDir`, and its own
 * refs in the user's repository. Only to be called while holding the repository lock. Returns what was removed.
 */
export async function cleanStale(repository: Repository, cacheDir: string): Promise<string[]> {
  const places = [join(cacheDir, 'git'), join(cacheDir, 'trusted'), join(repository.commonDir, REFERENCE_ROOT)];
  const locks: string[] = [];
  for (const place of places) locks.push(...(await locksBelow(place)));
  await Promise.all(locks.map((lock) => rm(lock, { force: true })));
  return locks.sort();
}

/** Folders only, never links: a link in our own places is nobody's but an intruder's. */
async function locksBelow(place: string): Promise<string[]> {
  const found: string[] = [];
  const left = [place];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (entry.isDirectory()) left.push(join(folder, entry.name));
      else if (entry.name.endsWith('.lock')) found.push(join(folder, entry.name));
    }
  }
  return found;
}
