import { constants } from 'node:fs';
import { copyFile, lstat, readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolderBelow } from './home-files.js';

/** No conversation is as long: copied, what an agent has left in its place could fill the disk. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Where a backend keeps a conversation. */
export interface SessionPlace {
  readonly id: string;
  /** Relative to HOME, for the workspace of now; null when the CLI's files are not known. */
  readonly file: string | null;
}

/**
 * Makes the file of a conversation be where the CLI will look for it: its folder may depend on the workspace, which may be another
 * one now. Where files are not known `unknown` is the answer, provided that HOME has been used at all. False when it is lost, or
 * cannot be read or copied.
 */
export async function bringSession(home: string, { id, file }: SessionPlace, unknown: boolean): Promise<boolean> {
  if (file === null) return unknown && (await isUsed(home));
  const target = join(home, file);
  const found = await findSession(home, { id, file });
  if (found === null || found === target) return found !== null;
  try {
    await makeFolderBelow(home, dirname(file));
    await rm(target, { recursive: true, force: true });
    await copyFile(found, target, constants.COPYFILE_EXCL);
    return true;
  } catch {
    return false;
  }
}

/**
 * The file of a conversation, absolute: where its name holds the id, the newest of that name in the folder or in one beside it; null
 * when there is none. What is in HOME is the agent's work: a link there is nothing, else we would read for it what it cannot.
 */
export async function findSession(
  home: string,
  { id, file }: SessionPlace & { readonly file: string },
): Promise<string | null> {
  const above = dirname(dirname(file));
  const isNamedAfterIt = basename(file).includes(id);
  if (!(await isOwnFolder(home, above))) return null;
  let newest: { readonly path: string; readonly at: number } | null = null;
  for (const folder of await readdir(join(home, above), { withFileTypes: true }).catch(() => [])) {
    if (!folder.isDirectory() || (!isNamedAfterIt && folder.name !== basename(dirname(file)))) continue;
    const path = join(home, above, folder.name, basename(file));
    const status = await lstat(path).catch(() => null);
    if (status?.isFile() !== true || status.size > MOST_BYTES || (newest !== null && newest.at >= status.mtimeMs))
      continue;
    newest = { path, at: status.mtimeMs };
  }
  return newest?.path ?? null;
}

/** Whether that folder of HOME is there, and no link leads to it. */
async function isOwnFolder(home: string, folder: string): Promise<boolean> {
  try {
    const path = join(home, folder);
    return (await realpath(path)) === join(await realpath(home), folder) && (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** On another machine it is empty but for the folder of temporary files, and a conversation cannot be there. */
async function isUsed(home: string): Promise<boolean> {
  return (await readdir(home).catch(() => [])).some((name) => name !== 'tmp');
}
