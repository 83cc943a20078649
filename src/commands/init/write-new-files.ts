import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { err, ok, type Result } from '../../base/result.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import type { CommandError } from '../console.js';
import type { TemplateFile } from './template-folder.js';

/** What became of a file: written; there already with this text; or there with another text, or in another spelling. */
export type Outcome =
  | { readonly path: string; readonly kind: 'written' | 'same' }
  | { readonly path: string; readonly kind: 'kept'; readonly because: string };

/**
 * Writes files that are not there, and touches nothing that is: not a file, not a link, not a folder of somebody else. Paths are
 * relative to the checkout at `root`. Error: a folder on the way leads out of the repository or is none, or the disk refused; files
 * that were written before stay, and a second call goes on after them.
 */
export function writeNewFiles(root: string, files: readonly TemplateFile[]): Result<Outcome[], CommandError> {
  for (const folder of foldersOf(files)) {
    const problem = folderProblem(root, folder);
    if (problem !== null) return err(problem);
  }
  const outcomes: Outcome[] = [];
  for (const file of files) {
    try {
      outcomes.push(writeNewFile(root, file));
    } catch (error) {
      return err(refused(file.path, error));
    }
  }
  return ok(outcomes);
}

/** Every folder that the files need, `.claude` before `.claude/workflows`. */
function foldersOf(files: readonly TemplateFile[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const parts = dirname(path).split('/');
    parts.forEach((_, at) => folders.add(parts.slice(0, at + 1).join('/')));
  }
  return [...folders];
}

/** A repository can be hostile: a link in the place of a folder must not make us write elsewhere. */
function folderProblem(root: string, folder: string): CommandError | null {
  const path = join(root, folder);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return null;
  if (!found.isSymbolicLink()) {
    return { code: 'not-a-folder', message: `${folder} is not a folder`, help: 'Move it away, then call init again.' };
  }
  const target = existsSync(path) ? realpathSync(path) : null;
  const isInside = target !== null && `${target}${sep}`.startsWith(`${realpathSync(root)}${sep}`);
  if (isInside && lstatSync(target).isDirectory()) return null;
  const help = 'Nothing is written there. Put a folder in its place, then call init again.';
  return { code: 'link-leaves-repository', message: `${folder} is a link that leads out of the repository`, help };
}

function writeNewFile(root: string, { path, text }: TemplateFile): Outcome {
  const target = join(root, path);
  const twin = /\.yaml$/.test(path) ? path.replace(/yaml$/, 'yml') : null;
  if (twin !== null && exists(join(root, twin))) return { path, kind: 'kept', because: `${twin} is that workflow` };
  mkdirSync(dirname(target), { recursive: true });
  let file: number;
  try {
    file = openSync(target, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const there = readFileBounded(target, Buffer.byteLength(text) + 1);
    return there.ok && there.value.toString('utf8') === text
      ? { path, kind: 'same' }
      : { path, kind: 'kept', because: 'it is there already, with a text of its own' };
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    // Half a file would be kept by the next call as if somebody had meant it.
    unlinkSync(target);
    throw error;
  } finally {
    closeSync(file);
  }
  return { path, kind: 'written' };
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function refused(path: string, error: unknown): CommandError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === '') throw error;
  const help =
    'Check the permissions of the folder and the room on its disk, then call init again: it goes on after this.';
  return { code: 'not-written', message: `${path} could not be written (${code})`, help };
}
