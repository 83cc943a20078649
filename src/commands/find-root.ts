import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { CommandWorld } from './world.js';

/**
 * The top folder of the checkout that a command works on: the one around `--repo`, or around the current folder. Looks for
 * `.git` only, so that reading commands work also where git itself would complain.
 */
export function findRoot({ repo, cwd }: Pick<CommandWorld, 'repo' | 'cwd'>): Result<string, Problem> {
  const start = repo ?? cwd;
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return err({
      code: 'no-such-folder',
      message: `There is no folder ${start}`,
      help: 'Check the path given with --repo.',
      exitCode: 2,
    });
  }
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return ok(folder);
    if (dirname(folder) === folder) break;
  }
  return err({
    code: 'not-a-repository',
    message: `${start} is not in a git repository`,
    help: 'Run in a checkout, or name one with --repo DIR.',
    exitCode: 2,
  });
}
