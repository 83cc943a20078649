import { rename, writeFile } from 'node:fs/promises';

/**
 * Writes `content` beside `path` and renames it over: readers see the old or the new file, and a link in the file's
 * place is replaced, not followed. Not synced: what is written here can be rebuilt. The folder must exist.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.workflow-runner-new`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}
