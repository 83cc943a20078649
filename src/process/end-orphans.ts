import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDead, readStat } from '../files/process-stat.js';
import { listPids, procIsOurs, searchEnvironment } from './proc.js';
import { treeVariable } from './spawn.js';

/** After this a process that does not die is stuck in the kernel: it writes nothing any more either. */
const patienceMs = 2_000;
const stepMs = 20;

/**
 * Ends processes that an earlier runner, killed before it could, left at work below `folder` (absolute): those that carry the
 * mark of a runner's child and have their working folder there, or its path in their environment. They would write into
 * workspaces that are used again. Resolves with how many there were; 0 where there is no /proc. Only to be called while the
 * caller alone may use the folder, and before it starts anything there.
 */
export async function endOrphans(folder: string): Promise<number> {
  if (!procIsOurs()) return 0;
  const ended = new Set<number>();
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += stepMs) {
    const orphans = listPids().filter((pid) => isOrphan(pid, folder));
    if (orphans.length === 0) break;
    for (const pid of orphans) {
      ended.add(pid);
      kill(pid);
    }
    await sleep(stepMs);
  }
  return ended.size;
}

function isOrphan(pid: number, folder: string): boolean {
  if (pid === process.pid || pid <= 1) return false;
  const stat = readStat(pid);
  if (stat === null || isDead(stat) || searchEnvironment(stat, `${treeVariable}=`) !== 'found') return false;
  return worksBelow(pid, folder) || searchEnvironment(stat, `${folder}/`) === 'found';
}

function worksBelow(pid: number, folder: string): boolean {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
