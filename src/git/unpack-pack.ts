import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';
import { alternateLine } from './workspace-dot-git.js';

/** What the machine is to blame for, and not the pack; git's and the C library's words with LC_ALL=C. */
const OF_THE_MACHINE =
  /No space left|quota exceeded|Permission denied|Read-only file system|Input\/output error|[Oo]ut of memory/;

/** git makes its index last: a pack counts as soon as that is there. */
const ORDER = ['.pack', '.rev', '.idx'];

export interface PackOutcome {
  /** What is wrong with the pack; null when its objects are in the user's store. */
  readonly wrong: string | null;
}

/**
 * Adds the objects of a thin pack to the user's store, after a look at each as `git fsck` has (also at what it names being here).
 * git 2.39 does not look when it fetches from a bundle, whatever `transfer.fsckObjects` says (measured). Nothing stays of a
 * pack that is refused: it is opened in a folder aside, as git does with what is pushed to it.
 */
export async function unpackPack(
  trusted: TrustedGit,
  pack: Uint8Array,
  signal?: AbortSignal,
): Promise<Result<PackOutcome, GitFailure>> {
  const { objectsDir } = trusted.repository;
  // `git prune` takes away what has this name, should we be killed here.
  const aside = await mkdtemp(join(objectsDir, 'tmp_objdir-import-'));
  try {
    await mkdir(join(aside, 'info'));
    await writeFile(join(aside, 'info', 'alternates'), `${alternateLine(objectsDir)}\n`);
    const indexed = await trusted.run({
      args: ['index-pack', '--stdin', '--fix-thin', '--strict'],
      env: { GIT_OBJECT_DIRECTORY: aside },
      input: pack,
      ...(signal === undefined ? {} : { signal }),
    });
    if (indexed.ok) await movePacks(join(aside, 'pack'), join(objectsDir, 'pack'));
    if (indexed.ok) return ok({ wrong: null });
    const { error } = indexed;
    const isPack =
      error.reason === 'command-failed' && error.exitCode !== null && !OF_THE_MACHINE.test(error.outputTail);
    return isPack ? ok({ wrong: error.outputTail.trim() }) : indexed;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function movePacks(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  for (const end of ORDER) {
    for (const name of names.filter((one) => one.endsWith(end))) await rename(join(from, name), join(to, name));
  }
  const folder = await open(to);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
