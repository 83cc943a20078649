import { mkdirSync } from 'node:fs';
import type { Problem } from '../base/problem.js';
import { err, type Result } from '../base/result.js';
import { acquireLock, type HeldLock, type LockTrouble } from '../files/lock.js';
import { timestamp } from '../report/timestamp.js';
import { lockFolder } from './lock-folder.js';
import type { PreparedRun } from './prepared-run.js';
import type { CommandWorld } from './world.js';

/** Takes the repository's lock for a run; the problem names the run that holds it. A dead run's lock is taken over. */
export function takeLock(
  { repository, runId, name }: PreparedRun,
  { now, console, ownCommand }: CommandWorld,
): Result<HeldLock, Problem> {
  const folder = lockFolder(repository.commonDir);
  mkdirSync(folder, { recursive: true });
  const lock = acquireLock({ folder, runId, workflow: name, startedAtMs: now() });
  if (!lock.ok) return err(lockProblem(lock.error, ownCommand));
  const { takenOverFrom } = lock.value;
  if (takenOverFrom !== null) {
    console.note(
      `note: run ${takenOverFrom.runId} (process ${takenOverFrom.pid}) had died holding the lock; taken over`,
    );
  }
  return lock;
}

function lockProblem(trouble: LockTrouble, ownCommand: string): Problem {
  switch (trouble.reason) {
    case 'held': {
      const { pid, runId, workflow, host, startedAtMs } = trouble.holder;
      const where = trouble.liveness === 'elsewhere' ? ` on ${host}` : '';
      return {
        code: 'locked',
        message: `run ${runId} of workflow '${workflow}' holds this repository (process ${pid}${where}, since ${timestamp(startedAtMs)})`,
        help: `wait for it (${ownCommand} status --watch), or if it cannot be alive: ${ownCommand} unlock`,
        exitCode: 4,
      };
    }
    case 'unknown-claim':
      return {
        code: 'locked',
        message: `the lock was written by another version of workflow-runner: ${trouble.path}`,
        help: 'when no run is going on, remove that folder',
        exitCode: 4,
      };
    case 'file': {
      const { path, code } = trouble.trouble;
      return {
        code: 'lock-unusable',
        message: `cannot lock ${path}: ${code}`,
        help: 'check its permissions',
        exitCode: 1,
      };
    }
  }
}
