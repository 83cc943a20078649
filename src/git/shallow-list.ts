import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { RemoteFailure } from './remote-contract.js';
import { copyShallow } from './trusted-directory.js';
import type { TrustedGit } from './trusted-git.js';

/**
 * The list of commits at which a shallow checkout ends. A fetch writes the list of the directory that it runs in, which is the
 * runner's own; the objects are the user's, so their repository needs the same list.
 */

/** Full ids; empty for a complete repository. */
export async function readShallowList(gitDir: string): Promise<string[]> {
  const text = await readFile(join(gitDir, 'shallow'), 'latin1').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

/**
 * Runs `fetch` with the user's list, and gives them what it made of it, whatever came of it. Lines that another git added
 * meanwhile stay. Fails when the list cannot be written, or another git holds its lock.
 */
export async function withShallowList<T>(
  trusted: TrustedGit,
  fetch: () => Promise<Result<T, RemoteFailure>>,
): Promise<Result<T, RemoteFailure>> {
  const { repository, gitDir } = trusted;
  await copyShallow(repository, gitDir);
  const before = await readShallowList(gitDir);
  const fetched = await fetch();
  const after = await readShallowList(gitDir);
  if (before.join() === after.join()) return fetched;
  const written = await publish(repository.commonDir, before, after);
  return written.ok ? fetched : written;
}

async function publish(
  commonDir: string,
  before: readonly string[],
  after: readonly string[],
): Promise<Result<void, GitFailure>> {
  const lock = join(commonDir, 'shallow.lock');
  const file = await open(lock, 'wx').catch((error: unknown) => String(error));
  if (typeof file === 'string') return err(notWritten(file));
  try {
    const known = new Set(before);
    const foreign = (await readShallowList(commonDir)).filter((id) => !known.has(id));
    const list = [...new Set([...after, ...foreign])].sort();
    await file.writeFile(list.map((id) => `${id}\n`).join(''));
    await file.sync();
    if (list.length > 0) {
      await rename(lock, join(commonDir, 'shallow'));
    } else {
      await rm(join(commonDir, 'shallow'), { force: true });
      await rm(lock);
    }
    return ok(undefined);
  } catch (error) {
    await rm(lock, { force: true });
    return err(notWritten(String(error)));
  } finally {
    await file.close();
  }
}

function notWritten(outputTail: string): GitFailure {
  return { reason: 'command-failed', command: 'write shallow list', exitCode: null, signal: null, outputTail };
}
