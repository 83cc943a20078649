import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shellWord } from '../base/shell-word.js';
import { findProgram } from '../process/environment.js';

const NAME = 'workflow-runner';

interface Started {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file that runs, absolute. */
  readonly programFile: string;
}

/**
 * What a person types to start this program again from the same shell: `workflow-runner` where it is on PATH, else in the way in
 * which it was started: npx, the Nix package by its store path, or node with its file.
 */
export function ownCommand({ env, programFile }: Started): string {
  // npx puts the program on the PATH of this one call only, and says so in the environment.
  const isNpx = env['npm_command'] === 'exec' && /[\\/]node_modules[\\/]/.test(programFile);
  if (isNpx) return `npx ${NAME}`;
  if (findProgram(NAME, env['PATH'] ?? '') !== null) return NAME;
  const packaged = /^\/nix\/store\/[^/]+\/lib\/workflow-runner\//.exec(programFile);
  if (packaged !== null) return join(dirname(dirname(packaged[0])), 'bin', NAME);
  return `node ${shellWord(real(programFile))}`;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
