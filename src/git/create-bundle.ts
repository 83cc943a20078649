import { mkdtemp, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, type Result } from '../base/result.js';
import type { Git, GitFailure, GitPlace } from './git.js';
import { missingIds } from './present-commit.js';
import { readShallowList } from './shallow-list.js';
import { prepareTrustedDirectory, trustedPlace } from './trusted-directory.js';
import type { TrustedGit } from './trusted-git.js';

export interface NewBundle {
  /** Absolute path of the file to write; an old one is replaced. */
  readonly file: string;
  /** The commit that the reader can get elsewhere. */
  readonly base: string;
  /** Full ref name -> commit. One that `base` contains takes no place in the bundle: the reader is told by other means. */
  readonly refs: ReadonlyMap<string, string>;
}

/**
 * Writes all commits that `refs` reach and `base` does not, synced. `empty`: there are none, and no file. In a shallow
 * checkout the commits that it ends at are left out too: they came from the remote, without what they build on.
 */
export async function createBundle(
  git: Git,
  trusted: TrustedGit,
  bundle: NewBundle,
): Promise<Result<'written' | 'empty', GitFailure>> {
  const { repository } = trusted;
  // Names in a bundle are names of real refs: a directory for this bundle alone has these and no others.
  const gitDir = await mkdtemp(`${trusted.gitDir}-bundle-`);
  try {
    await prepareTrustedDirectory(gitDir, repository);
    const place = trustedPlace(gitDir, repository);
    const written = await write({ git, trusted, place, gitDir }, bundle);
    if (written.ok && written.value === 'written') await syncFile(bundle.file);
    return written;
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

interface Room {
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly place: GitPlace;
  readonly gitDir: string;
}

async function write(
  { git, trusted, place, gitDir }: Room,
  { file, base, refs }: NewBundle,
): Promise<Result<'written' | 'empty', GitFailure>> {
  const ends = await readShallowList(gitDir);
  const missing = await missingIds(trusted, ends, 'commit');
  if (!missing.ok) return missing;
  const gone = new Set(missing.value);
  const without = [base, ...ends.filter((id) => !gone.has(id))].map((id) => `^${id}\n`).join('');
  const counted = await git.run({
    args: ['rev-list', '--count', '--stdin'],
    place,
    cwd: gitDir,
    input: [...refs.values()].map((commit) => `${commit}\n`).join('') + without,
  });
  if (!counted.ok) return counted;
  if (counted.value.text === '0') {
    await rm(file, { force: true });
    return ok('empty');
  }
  const named = await git.run({
    args: ['update-ref', '--stdin', '-z'],
    place,
    cwd: gitDir,
    input: [...refs].map(([name, commit]) => `create ${name}\0${commit}\0`).join(''),
    sync: 'later',
  });
  if (!named.ok) return named;
  const input = [...refs.keys()].map((name) => `${name}\n`).join('') + without;
  const created = await git.run({
    args: ['bundle', 'create', '--quiet', file, '--stdin'],
    place,
    cwd: gitDir,
    input,
  });
  return created.ok ? ok('written') : created;
}

/** The file, and the folder that has its name. */
async function syncFile(path: string): Promise<void> {
  for (const each of [path, dirname(path)]) {
    const file = await open(each);
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
