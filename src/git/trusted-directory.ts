import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_PATTERNS } from './exclude.js';
import type { GitPlace } from './git.js';
import { replaceFile } from './replace-file.js';
import type { Repository } from './repository.js';

/**
 * A git directory that only the runner writes and nothing of a step can reach: own configuration, own attributes, own
 * index, and the user's object store, so that refs of the user's repository can name what is made here.
 */

/** What is in a file is what is committed: no line ending conversion, no filter, no keyword, whatever a tree's attributes say. */
const ATTRIBUTES = '* -text -filter -ident -working-tree-encoding !merge\n';

/** Makes or repairs the directory at `gitDir`; its index is kept. Throws when the cache folder cannot be written. */
export async function prepareTrustedDirectory(gitDir: string, repository: Repository): Promise<void> {
  await mkdir(join(gitDir, 'info'), { recursive: true });
  await mkdir(join(gitDir, 'refs'), { recursive: true });
  await mkdir(join(gitDir, 'objects'), { recursive: true });
  await Promise.all([
    replaceFile(join(gitDir, 'config'), configOf(repository)),
    replaceFile(join(gitDir, 'info', 'attributes'), ATTRIBUTES),
    replaceFile(join(gitDir, 'info', 'exclude'), `${STATE_PATTERNS.join('\n')}\n`),
    copyShallow(repository, gitDir),
    setHead(gitDir, repository.head),
  ]);
}

/** The place for commands that need no work tree, or with one for those that do. */
export function trustedPlace(gitDir: string, repository: Repository, workTree?: string): GitPlace {
  const place = { kind: 'trusted', gitDir, objectsDir: repository.objectsDir } as const;
  return workTree === undefined ? place : { ...place, workTree };
}

/** Points the detached HEAD of a directory of ours at `commit`. */
export async function setHead(gitDir: string, commit: string): Promise<void> {
  await replaceFile(join(gitDir, 'HEAD'), `${commit}\n`);
}

/** A shallow checkout stays shallow here: without this list git would look for parents that do not exist. */
export async function copyShallow(repository: Repository, gitDir: string): Promise<void> {
  const from = join(repository.commonDir, 'shallow');
  const isShallow = await readFile(from).then(
    () => true,
    () => false,
  );
  if (isShallow) await copyFile(from, join(gitDir, 'shallow'));
  else await rm(join(gitDir, 'shallow'), { force: true });
}

/** Lines about the object format, needed by every git directory that shares the user's objects. */
export function formatConfig(repository: Repository): string {
  return repository.objectFormat === 'sha256'
    ? '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n'
    : '[core]\n\trepositoryformatversion = 0\n';
}

/** `showUntrackedFiles = all` must stand in the configuration: only then the untracked cache serves `--untracked-files=all`. */
function configOf(repository: Repository): string {
  return `${formatConfig(repository)}[core]
\tbare = false
\tfilemode = true
\tsymlinks = true
\tautocrlf = false
\tuntrackedCache = true
\tpreloadIndex = true
\tlogAllRefUpdates = false
[index]
\tversion = 4
[status]
\tshowUntrackedFiles = all
[merge]
\trenameLimit = 7000
[gc]
\tauto = 0
`;
}
