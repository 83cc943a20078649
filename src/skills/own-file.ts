import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText, type Diagnostic } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';

/** More than any file that a skill reads besides modules. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A path below the root as it is kept: without `./` and a last `/`; null when it leaves the root, is absolute, or is in `.git`. */
export function pathInside(text: string): string | null {
  const path = posix.normalize(text).replace(/\/$/, '');
  const isOutside = text === '' || path === '.' || path === '..' || path.startsWith('../') || posix.isAbsolute(path);
  return isOutside || path.split('/').includes('.git') || path.includes('\u0000') ? null : path;
}

/** Whether a path below the root, or a folder on the way to it, is a link; links are not followed. */
export function hasLink(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => {
    const part = join(root, ...parts.slice(0, index + 1));
    return lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  });
}

/** The text of a plain file below the root; null when there is nothing; else what it is instead. */
export function readOwnFile(root: string, path: string): Result<string | null, string> {
  if (hasLink(root, path)) return err('is reached through a symbolic link');
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return ok(null);
  if (!stats.isFile()) return err('is not a plain file');
  if (stats.size > MOST_BYTES) return err('is too large');
  return ok(readFileSync(join(root, path), 'utf8'));
}

/** Whether a text is one that a skill wrote, by its first line; whatever its line endings became in a checkout. */
export function isMarked(text: string, marker: string): boolean {
  return text.split('\n', 1)[0]?.trimEnd() === marker;
}

/** An error when a skill cannot write a file, since it is there and does not begin with the skill's own marker. */
export function notGenerated(root: string, path: string, { skill, marker, option }: Generator): Diagnostic[] {
  const found = readOwnFile(root, path);
  if (found.ok && (found.value === null || isMarked(found.value, marker))) return [];
  const message = found.ok ? `is there already and was not written by ${skill}` : found.error;
  const help = `remove it, or give another place with the option \`${option}\``;
  return [{ severity: 'error', code: 'not-generated', message, location: { file: path }, help }];
}

/** A skill that overwrites what it wrote itself. */
export interface Generator {
  readonly skill: string;
  /** The first line of every file that it writes. */
  readonly marker: string;
  /** The option that says where it writes. */
  readonly option: string;
}

/** The names of the plain files directly in a folder below the root, sorted; none when there is no such folder. */
export function fileNames(root: string, folder: string): string[] {
  if (hasLink(root, folder) || lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() !== true)
    return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort(compareText);
}
