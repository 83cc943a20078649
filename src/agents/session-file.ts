import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes the file of a conversation be where the CLI will look for it: its name depends on the workspace, which may be another one
 * now. `wanted` is relative to HOME; null when the CLI's files are not known, then `unknown` is the answer. False when it is lost.
 */
export async function bringSession(home: string, wanted: string | null, unknown: boolean): Promise<boolean> {
  if (wanted === null) return unknown;
  const target = join(home, wanted);
  if (await isFile(target)) return true;
  const folders = dirname(dirname(target));
  for (const folder of await readdir(folders).catch(() => [])) {
    const candidate = join(folders, folder, basename(target));
    if (!(await isFile(candidate))) continue;
    await mkdir(dirname(target), { recursive: true });
    await copyFile(candidate, target, constants.COPYFILE_EXCL);
    return true;
  }
  return false;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
