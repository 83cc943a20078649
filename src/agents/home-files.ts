import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder below an agent's HOME and returns its absolute path. What is in HOME is the agent's work, and this is done
 * outside of its cage: links, and whatever else stands in the way, are removed and never followed. No process of the agent may be
 * running. Rejects with the system's error.
 */
export async function makeFolderBelow(home: string, folder: string): Promise<string> {
  let path = home;
  for (const part of folder.split('/').filter((name) => name !== '' && name !== '.')) {
    path = join(path, part);
    if ((await lstat(path).catch(() => null))?.isDirectory() === true) continue;
    await rm(path, { force: true });
    await mkdir(path, { mode: 0o700 });
  }
  return path;
}

/** Writes a file below an agent's HOME, in the same manner; `path` is relative to it. */
export async function writeFileBelow(home: string, path: string, text: string): Promise<void> {
  const target = join(await makeFolderBelow(home, dirname(path)), basename(path));
  await rm(target, { recursive: true, force: true });
  await writeFile(target, text, { mode: 0o600, flag: 'wx' });
}
