import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { findProgram } from '../process/environment.js';

/** Whose files a program needs. */
export interface ReadableOptions {
  /** Whether the folder beside the program belongs to it. */
  readonly withFolder: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const MODULES = '/node_modules/';

/**
 * What a program must be able to read to run: itself; of an npm package its folder, and of one that is a script all packages beside it;
 * the interpreter of a script. `program` is a real path. HOME, and what is above it, is never among them.
 */
export function readablePaths(program: string, { withFolder, env }: ReadableOptions): readonly string[] {
  const interpreter = interpreterOf(program, env['PATH'] ?? '');
  const folder = packageFolder(program, interpreter !== null) ?? (withFolder ? dirname(program) : program);
  const own = holdsHome(folder, env['HOME']) ? program : folder;
  const paths = interpreter === null ? [own] : [own, interpreter, realpathSync(interpreter)];
  return [...new Set(paths)];
}

/** The folder of the npm package that the program is part of; of a script the outermost `node_modules`. null outside of packages. */
function packageFolder(program: string, isScript: boolean): string | null {
  const at = isScript ? program.indexOf(MODULES) : program.lastIndexOf(MODULES);
  if (at === -1) return null;
  const modules = program.slice(0, at + MODULES.length - 1);
  if (isScript) return modules;
  const [scope = '', name = ''] = program.slice(modules.length + 1).split('/');
  return `${modules}/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}

/** The program in the first line of a script, as it is found; null when it is none, or nothing that is there. */
function interpreterOf(program: string, path: string): string | null {
  const [, first = '', rest = ''] = /^#!\s*(\S+)[ \t]*([^\r\n]*)/.exec(beginningOf(program)) ?? [];
  if (!isAbsolute(first)) return null;
  if (!first.endsWith('/env')) return findProgram(first, '');
  const name = rest.split(/\s+/).find((word) => word !== '' && !word.startsWith('-') && !word.includes('=')) ?? '';
  // Where PATH has no Node, the one that runs us is given.
  return findProgram(name, path) ?? (name === 'node' ? process.execPath : null);
}

function beginningOf(file: string): string {
  const bytes = Buffer.alloc(256);
  const fd = openSync(file, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(fd, bytes));
  } finally {
    closeSync(fd);
  }
}

function holdsHome(folder: string, home: string | undefined): boolean {
  if (folder === '/') return true;
  if (home === undefined) return false;
  // `folder` is a real path, HOME may lead there by a link: /home -> /var/home.
  const real = existsSync(home) ? realpathSync(home) : home;
  return real === folder || real.startsWith(`${folder}/`);
}
