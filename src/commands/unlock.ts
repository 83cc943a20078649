import { existsSync } from 'node:fs';
import { unlock } from '../files/lock.js';
import { timestamp } from '../report/timestamp.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { commonDirOf, lockFolder } from './lock-folder.js';
import { lockState } from './run-record.js';
import { EXIT, type CommandWorld } from './world.js';

/**
 * `unlock`: who holds the repository. Removes what a dead process left, refuses a live one. One of another machine or
 * container cannot be judged from here: `force` says that the person knows it to be dead.
 */
export function unlockCommand({ force }: { readonly force: boolean }, world: CommandWorld): Promise<number> {
  const { console, ownCommand } = world;
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(console.fail(root.error, root.error.exitCode));
  const folder = lockFolder(commonDirOf(root.value));
  const lock = existsSync(folder) ? lockState(root.value) : null;
  if (lock === null) {
    console.json({ locked: false, removed: false });
    console.print('Nobody holds the lock.');
    return Promise.resolve(EXIT.completed);
  }
  const { holder, liveness } = lock;
  const who = clean(
    `run ${holder.runId} of ${holder.workflow}, process ${holder.pid} on ${holder.host}, since ${timestamp(holder.startedAtMs)}`,
  );
  if (liveness === 'alive') {
    const help = `Wait for it, or stop it: kill ${holder.pid} (it pauses and can be resumed).`;
    return Promise.resolve(console.fail({ code: 'locked', message: `The lock is held by ${who}`, help }, EXIT.locked));
  }
  if (liveness === 'elsewhere' && !force) {
    const help = `Look there whether process ${holder.pid} still runs. If it does not: ${ownCommand} unlock --force`;
    return Promise.resolve(
      console.fail(
        { code: 'locked', message: `The lock is held by ${who}, which cannot be seen from here`, help },
        EXIT.locked,
      ),
    );
  }
  const removed = unlock(folder, holder.runId);
  if (!removed.ok || !removed.value) {
    const help = `Look again: ${ownCommand} unlock`;
    return Promise.resolve(
      console.fail({ code: 'not-unlocked', message: 'The lock could not be removed', help }, EXIT.failed),
    );
  }
  console.json({ locked: true, removed: true, holder });
  console.print(
    `Removed the lock of ${who}: ${liveness === 'dead' ? 'that process has ended' : 'asked for by --force'}.`,
  );
  return Promise.resolve(EXIT.completed);
}
