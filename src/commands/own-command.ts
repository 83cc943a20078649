import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../process/environment.js';
import type { TerminalWorld } from './world.js';

const NAME = 'workflow-runner';

/**
 * What a person types to start this program again from the same shell: `workflow-runner` where it is on PATH, else in the way in
 * which it was started: npx, the Nix package by its store path, or node with its file.
 */
export function ownCommand({ env, programFile }: Pick<TerminalWorld, 'env' | 'programFile'>): string {
  // npx puts the program on the PATH of this one call only, and says so in the environment.
  const isNpx = env['npm_command'] === 'exec' && /[\\/]node_modules[\\/]/.test(programFile);
  if (isNpx) return `npx ${NAME}`;
  if (findProgram(NAME, env['PATH'] ?? '') !== null) return NAME;
  const packaged = /^\/nix\/store\/[^/]+\/lib\/workflow-runner\//.exec(programFile);
  if (packaged !== null) return join(dirname(dirname(packaged[0])), 'bin', NAME);
  return `node ${shellWord(real(programFile))}`;
}

/** A word as a POSIX shell reads it back. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
