import { lstatSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { err, ok, type Result } from '../base/result.js';
import { LINK_MODE, NO_MODE, SUBMODULE_MODE, type TreeChange } from './changes.js';
import type { Git, GitFailure } from './git.js';
import { encodePath, pathOnDisk } from './path-text.js';
import { checkoutOf } from './repository.js';
import type { TrustedGit } from './trusted-git.js';

export interface LandingPaths {
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly changes: readonly TreeChange[];
}

type OnDisk = 'nothing' | 'folder' | 'foreign' | Stats;

/**
 * The paths of a half-done landing whose file is neither the old nor the new one, nor a beginning of one, nor missing.
 * Files are compared as the user's line endings and filters make them. Sorted.
 */
export async function pathsNotOurs(landing: LandingPaths): Promise<Result<string[], GitFailure>> {
  const { root } = landing.trusted.repository;
  const foreign: string[] = [];
  const files: TreeChange[] = [];
  const links: TreeChange[] = [];
  const changed = new Set(landing.changes.map((change) => change.path));
  for (const change of landing.changes) {
    if (change.oldMode === SUBMODULE_MODE || change.newMode === SUBMODULE_MODE) continue;
    const found = look(root, change.path, changed);
    if (found === 'foreign') foreign.push(change.path);
    else if (typeof found === 'string') continue;
    else if (found.isSymbolicLink()) links.push(change);
    else if (found.isFile()) files.push(change);
    else foreign.push(change.path);
  }
  const [badLinks, badFiles] = await Promise.all([foreignLinks(landing, links), foreignFiles(landing, files)]);
  if (!badLinks.ok) return badLinks;
  if (!badFiles.ok) return badFiles;
  return ok([...foreign, ...badLinks.value, ...badFiles.value].sort());
}

/** A link or file above the path is ours only when it is one of the landing's own paths; then the path itself is not there. */
function look(root: string, path: string, changed: ReadonlySet<string>): OnDisk {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const leader = path.slice(0, at);
    const stats = lstatSync(pathOnDisk(root, leader), { throwIfNoEntry: false });
    if (stats === undefined) return 'nothing';
    if (!stats.isDirectory()) return changed.has(leader) ? 'nothing' : 'foreign';
  }
  const stats = lstatSync(pathOnDisk(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return 'nothing';
  return stats.isDirectory() ? 'folder' : stats;
}

async function foreignLinks(
  landing: LandingPaths,
  links: readonly TreeChange[],
): Promise<Result<string[], GitFailure>> {
  const { trusted } = landing;
  const blobs = await trusted.blobs(links.flatMap((link) => linkIds(link)));
  if (!blobs.ok) return blobs;
  const foreign = links.filter((link) => {
    const target = readlinkSync(pathOnDisk(trusted.repository.root, link.path), { encoding: 'buffer' });
    return !linkIds(link).some((id) => blobs.value.get(id)?.equals(target) === true);
  });
  return ok(foreign.map((link) => link.path));
}

function linkIds({ oldMode, oldId, newMode, newId }: TreeChange): string[] {
  return [...(oldMode === LINK_MODE ? [oldId] : []), ...(newMode === LINK_MODE ? [newId] : [])];
}

async function foreignFiles(
  landing: LandingPaths,
  files: readonly TreeChange[],
): Promise<Result<string[], GitFailure>> {
  if (files.length === 0) return ok([]);
  const { git, trusted } = landing;
  const place = checkoutOf(trusted.repository);
  const input = Buffer.concat(files.map((file) => Buffer.from(`${quoted(file.path)}\n`)));
  const cwd = trusted.repository.root;
  const hashed = await git.run({ args: ['hash-object', '--stdin-paths'], input, place, cwd });
  if (!hashed.ok) return hashed;
  const ids = hashed.value.text.split('\n');
  if (ids.length !== files.length) {
    return err({ reason: 'command-failed', command: 'git hash-object', exitCode: 0, signal: null, outputTail: '' });
  }
  const unknown = files.filter((file, at) => ids[at] !== file.oldId && ids[at] !== file.newId);
  const foreign: string[] = [];
  for (const file of unknown) {
    const beginning = await isBeginning(landing, file);
    if (!beginning.ok) return beginning;
    if (!beginning.value) foreign.push(file.path);
  }
  return ok(foreign);
}

/** git writes a file in place: a kill leaves its first bytes. At most the few files that were being written get here. */
async function isBeginning({ git, trusted }: LandingPaths, file: TreeChange): Promise<Result<boolean, GitFailure>> {
  const onDisk = readFileSync(pathOnDisk(trusted.repository.root, file.path));
  const sides = [
    { mode: file.oldMode, id: file.oldId },
    { mode: file.newMode, id: file.newId },
  ].filter((side) => side.mode !== NO_MODE && side.mode !== LINK_MODE);
  if (onDisk.length === 0) return ok(true);
  for (const { id } of sides) {
    const args = ['cat-file', '--filters', `--path=${file.path}`, id] as const;
    const whole = await git.run({
      args: [...args],
      place: checkoutOf(trusted.repository),
      cwd: trusted.repository.root,
    });
    if (!whole.ok) return whole;
    if (whole.value.stdout.subarray(0, onDisk.length).equals(onDisk)) return ok(true);
  }
  return ok(false);
}

/** A line of `--stdin-paths`: git reads C quoting, which any byte can be written in. */
function quoted(path: string): string {
  if (/^[A-Za-z0-9_./@+ -]+$/.test(path)) return path;
  const octal = [...encodePath(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"${octal.join('')}"`;
}
