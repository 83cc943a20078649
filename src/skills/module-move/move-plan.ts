import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { err, ok, type Result } from '../../base/result.js';

/** Files to be moved, from the root. */
export interface MovePlan {
  readonly from: string;
  readonly to: string;
  /** The moved folder's whole contents, or the one file. */
  readonly files: ReadonlyMap<string, string>;
  readonly isFolder: boolean;
  /** FROM is gone and TO is there. */
  readonly isDone: boolean;
}

export interface Refusal {
  readonly message: string;
  readonly help: string;
}

/** Bytes in one name, on all file systems in use. */
const MAX_NAME = 255;

/** What the two paths mean in the tree; a refusal when it cannot be done, or not safely. */
export function movePlan(root: string, from: string, to: string): Result<MovePlan, Refusal> {
  const source = treePath(root, from);
  if (!source.ok) return source;
  const target = treePath(root, to);
  if (!target.ok) return target;
  const wanted = source.value;
  const stats = lstat(root, wanted);
  const isInto = to.endsWith('/') || lstat(root, target.value)?.isDirectory() === true;
  const final = isInto && target.value !== wanted ? posix.join(target.value, posix.basename(wanted)) : target.value;
  const plan = { from: wanted, to: final };
  if (stats === undefined) return missingSource(root, wanted, [final, ...(to.endsWith('/') ? [] : [target.value])]);
  if (final === wanted) return refuse(`${from} is there already`, 'name another place');
  if (stats.isSymbolicLink())
    return refuse(`${wanted} is a symbolic link`, 'move what it leads to, and make the link anew');
  if (!stats.isFile() && !stats.isDirectory()) return refuse(`${wanted} is no file`, 'name a file or a folder');
  if (final.startsWith(`${wanted}/`)) return refuse(`${final} is inside ${wanted}`, 'name a place outside of it');
  if (stats.isFile() && wanted.endsWith('.nix') && !final.endsWith('.nix'))
    return refuse(`${final} is neither a folder nor named like a Nix file`, `write ${to}/ for a new folder`);
  const problem = takenName(root, final);
  if (problem !== null) return refuse(problem, 'name another place, or remove what is there');
  return withFiles(root, plan, stats);
}

function withFiles(root: string, { from, to }: Pick<MovePlan, 'from' | 'to'>, stats: Stats): Result<MovePlan, Refusal> {
  const found = stats.isDirectory() ? filesBelow(root, from) : ok([from]);
  if (!found.ok) return found;
  const paths = found.value;
  if (paths.length === 0) return refuse(`${from} has no files`, 'name a file, or a folder with files');
  const special = paths.find((path) => ['flake.nix', 'flake.lock'].includes(posix.basename(path)));
  if (special !== undefined) return refuse(`${special} belongs where it is`, 'move the modules of the flake instead');
  const files = new Map(paths.map((path) => [path, to + path.slice(from.length)]));
  return ok({ from, to, files, isFolder: stats.isDirectory(), isDone: false });
}

/** Nothing to do when TO is there in the place of FROM; a folder that was renamed to TO is now a folder to move into. */
function missingSource(root: string, from: string, places: readonly string[]): Result<MovePlan, Refusal> {
  const to = places.find((path) => path !== from && lstat(root, path) !== undefined);
  if (to === undefined)
    return refuse(`${from} does not exist`, 'name a file or a folder, from the root of the repository');
  const isFolder = lstat(root, to)?.isDirectory() === true;
  return ok({ from, to, files: new Map([[from, to]]), isFolder, isDone: true });
}

/** A path from the root, normalised, that leads through no link. */
function treePath(root: string, given: string): Result<string, Refusal> {
  const named = JSON.stringify(given);
  const path = posix.normalize(given).replace(/\/$/, '');
  if (given === '' || path === '.') return refuse(`${named} is no path below the root`, 'name a file or a folder');
  if (posix.isAbsolute(path)) return refuse(`${named} is an absolute path`, 'paths are relative to the root');
  if (path === '..' || path.startsWith('../'))
    return refuse(`${named} is outside the repository`, 'paths are relative to the root');
  if (path.split('/').includes('.git')) return refuse(`${named} is inside .git`, 'that belongs to git');
  if (path.includes('\0')) return refuse(`${named} is no path`, 'name a file or a folder');
  const names = path.split('/');
  if (names.some((name) => Buffer.byteLength(name) > MAX_NAME))
    return refuse(`${named} has a name that is too long`, 'shorten it');
  for (let length = 1; length < names.length; length += 1) {
    const folder = names.slice(0, length).join('/');
    const stats = lstat(root, folder);
    if (stats === undefined) break;
    if (!stats.isDirectory())
      return refuse(`${named} leads through ${folder}, which is no folder`, 'name a place in a folder');
  }
  return ok(path);
}

/** A path that exists, also when only its case differs somewhere: many file systems hold them for the same. */
function takenName(root: string, to: string): string | null {
  if (lstat(root, to) !== undefined) return `${to} exists already`;
  const names = to.split('/');
  for (let length = 1; length <= names.length; length += 1) {
    const folder = names.slice(0, length - 1).join('/');
    const name = names[length - 1] ?? '';
    if (lstat(root, folder)?.isDirectory() !== true) return null;
    const siblings = readdirSync(join(root, folder));
    const twin = siblings.find((sibling) => sibling !== name && sibling.toLowerCase() === name.toLowerCase());
    if (twin !== undefined && !siblings.includes(name))
      return `${posix.join(folder, twin)} differs from it in nothing but upper and lower case`;
  }
  return null;
}

function filesBelow(root: string, top: string): Result<string[], Refusal> {
  const files: string[] = [];
  const pending = [top];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.name === '.git') return refuse(`${path} is another repository`, 'move it with git');
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) files.push(path);
      else return refuse(`${path} is a link or no plain file`, 'move the files beside it one by one');
    }
  }
  return ok(files.sort(compareText));
}

function lstat(root: string, path: string): Stats | undefined {
  return lstatSync(join(root, path), { throwIfNoEntry: false });
}

function refuse(message: string, help: string): Result<never, Refusal> {
  return err({ message, help });
}
