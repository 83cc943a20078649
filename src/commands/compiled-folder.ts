import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import { fileTrouble, type FileTrouble } from '../files/trouble.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';

/** Where GitHub looks for workflows, from the top of the repository. */
const FOLDER = ['.github', 'workflows'] as const;
const NAME = /^workflow-runner-(.+)\.yml$/;

/** More than GitHub takes of a workflow file (500 kB). */
const MAX_FILE_BYTES = 1024 * 1024;

/** The compiled file of a workflow, relative to the repository. */
export const compiledFile = (workflow: string): string => `${FOLDER.join('/')}/workflow-runner-${workflow}.yml`;

/** `.github/workflows` of a checkout. Nothing is read or written through a symbolic link. */
export class CompiledFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Names of the workflows that there is a file for, sorted as the system gives them. */
  names(): string[] {
    if (this.#obstacle() !== null) return [];
    try {
      return readdirSync(join(this.#root, ...FOLDER))
        .sort()
        .flatMap((file) => NAME.exec(file)?.[1] ?? []);
    } catch (error) {
      fileTrouble(error, this.#root);
      return [];
    }
  }

  /** The text of a file given by `compiledFile`; null when there is none. */
  read(file: string): Result<string | null, Problem> {
    const obstacle = this.#obstacle();
    if (obstacle !== null) return err(obstacle);
    const path = join(this.#root, file);
    // A link is refused here, not followed: what it leads to is not this file's text.
    const kind = lstatSync(path, { throwIfNoEntry: false });
    if (kind === undefined) return ok(null);
    if (!kind.isFile()) return err(unusable(file, 'is not a regular file'));
    const bytes = readFileBounded(path, MAX_FILE_BYTES);
    return bytes.ok ? ok(bytes.value.toString('utf8')) : err(troubled(file, bytes.error));
  }

  /** Makes the folders where they are missing, and replaces the file at once or not at all. */
  write(file: string, text: string): Result<void, Problem> {
    const obstacle = this.#obstacle();
    if (obstacle !== null) return err(obstacle);
    try {
      mkdirSync(join(this.#root, ...FOLDER), { recursive: true });
    } catch (error) {
      return err(troubled(FOLDER.join('/'), fileTrouble(error, FOLDER.join('/'))));
    }
    const written = writeFileAtomic(join(this.#root, file), text);
    return written.ok ? written : err(troubled(file, written.error));
  }

  #obstacle(): Problem | null {
    for (const part of [FOLDER[0], FOLDER.join('/')]) {
      const kind = lstatSync(join(this.#root, part), { throwIfNoEntry: false });
      if (kind !== undefined && !kind.isDirectory()) return unusable(part, 'is not a folder');
    }
    return null;
  }
}

const unusable = (file: string, what: string): Problem => ({
  code: 'unusable-path',
  message: `${file} ${what}`,
  help: 'Compiled workflows are regular files in .github/workflows; symbolic links are not followed.',
  exitCode: 1,
});

const troubled = (file: string, { code }: FileTrouble): Problem => ({
  code: 'unusable-path',
  message: `${file} cannot be read or written (${code})`,
  help: 'Check permissions and free space.',
  exitCode: 1,
});
