import { readdirSync, readFileSync, readlinkSync, rmSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Repository } from './repository.js';

/** How long a git that outlived a killed runner may go on before the landing counts as locked. */
const PATIENCE_MS = 10_000;
const STEP_MS = 100;
/** File systems stamp with a clock that may lag behind a little. */
const CLOCK_SLACK_MS = 1_000;

/**
 * Removes `index.lock`, `HEAD.lock` and the branch's lock in the user's git directory when they were made after the landing began
 * and no git is at work in the checkout any more. Returns the locks that stay. Without /proc (macOS) a running git is not seen.
 */
export async function removeLandingLocks(landing: {
  readonly repository: Repository;
  readonly branch: string | null;
  readonly startedAtMs: number;
}): Promise<string[]> {
  const { repository, branch, startedAtMs } = landing;
  const names = [join(repository.gitDir, 'index.lock'), join(repository.gitDir, 'HEAD.lock')];
  if (branch !== null) names.push(join(repository.commonDir, `${branch}.lock`));
  let waitedMs = 0;
  for (; present(names).length > 0 && gitAtWork(repository.root); waitedMs += STEP_MS) {
    if (waitedMs >= PATIENCE_MS) return present(names);
    await sleep(STEP_MS);
  }
  const locks = present(names);
  const ours = locks.filter((lock) => lstatSync(lock).mtimeMs >= startedAtMs - CLOCK_SLACK_MS);
  if (ours.length < locks.length) return locks;
  for (const lock of ours) rmSync(lock, { force: true });
  return [];
}

function present(names: readonly string[]): string[] {
  return names.filter((name) => lstatSync(name, { throwIfNoEntry: false }) !== undefined);
}

/** Whether a process called git has its working folder in the checkout: ours all do. */
function gitAtWork(root: string): boolean {
  return processIds().some((id) => {
    try {
      if (!readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('git')) return false;
      const folder = readlinkSync(`/proc/${id}/cwd`);
      return folder === root || folder.startsWith(`${root}/`);
    } catch {
      return false;
    }
  });
}

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
