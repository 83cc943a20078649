import { chmod, lstat, readdir, rm } from 'node:fs/promises';

/**
 * Removes a file, link or folder with all that is in it, never through a link. Folders that a step made unreadable or
 * read-only are opened first. Throws when it still cannot be removed (another user's files, a mount).
 */
export async function removeTree(path: string | Buffer): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch {
    await openFolders(path);
    await rm(path, { recursive: true, force: true });
  }
}

async function openFolders(path: string | Buffer): Promise<void> {
  const left = [typeof path === 'string' ? Buffer.from(path) : path];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    if (!(await lstat(folder)).isDirectory()) continue;
    await chmod(folder, 0o700);
    for (const name of await readdir(folder, { encoding: 'buffer' })) {
      left.push(Buffer.concat([folder, Buffer.from('/'), name]));
    }
  }
}

/** Removes what is in a folder and keeps the folder itself. A folder that is not there counts as empty. */
export async function emptyFolder(folder: Buffer): Promise<void> {
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => []);
  for (const name of names) await removeTree(Buffer.concat([folder, Buffer.from('/'), name]));
}
