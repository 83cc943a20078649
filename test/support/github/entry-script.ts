import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folders: string[] = [];

/**
 * A small action: a module with this source. It lies in the project, because packages are found from there; `.cache` is ignored by git.
 * Returns its path.
 */
export function entryScript(source: string): string {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache', 'entry-'));
  folders.push(folder);
  const path = join(folder, 'index.mjs');
  writeFileSync(path, source);
  return path;
}

/** For `afterAll`. */
export function removeEntryScripts(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
