import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { readProcText, readStat, type ProcStat } from '../files/process-stat.js';

/** What Linux tells about all processes under /proc (proc(5)). Every function answers null or [] where there is no /proc. */

/** Every process id that /proc lists now. */
export function listPids(): number[] {
  return listNumbers('/proc');
}

/**
 * `empty`: the process shows no environment at all, because it has none, or because it is at this moment starting a program
 * and will show it in a moment. One read tells: between two the program may have started. Threads of the kernel (session 0)
 * never have one, and what may not be read holds nothing.
 */
export type EnvironmentSearch = 'found' | 'not-found' | 'empty';

/** Looks for a text in the process's environment as it was when its program started. */
export function searchEnvironment(stat: ProcStat, text: string): EnvironmentSearch {
  if (stat.state !== 'Z') {
    const answer = searchFile(`/proc/${stat.pid}/environ`, text);
    return answer === 'empty' && stat.session === 0 ? 'not-found' : answer;
  }
  // The first thread is over and took its view of the environment along; the other threads still have it.
  const tasks = `/proc/${stat.pid}/task`;
  const isFound = listNumbers(tasks).some((thread) => searchFile(`${tasks}/${thread}/environ`, text) === 'found');
  return isFound ? 'found' : 'not-found';
}

/** The process id that was given out last in our pid namespace (fifth field of /proc/loadavg), or null. */
export function lastPid(): number | null {
  const last = Number(readProcText('/proc/loadavg')?.trim().split(' ')[4]);
  return Number.isInteger(last) && last > 0 ? last : null;
}

/** How many processes and threads were made since the system started ("processes" of /proc/stat), or null. */
export function forksSinceBoot(): number | null {
  const forks = Number(/^processes (\d+)$/m.exec(readProcText('/proc/stat') ?? '')?.[1]);
  return Number.isInteger(forks) ? forks : null;
}

/** The number of process ids before they are given out again, or null. */
export function pidMax(): number | null {
  const max = Number(readProcText('/proc/sys/kernel/pid_max')?.trim());
  return Number.isInteger(max) && max > 0 ? max : null;
}

/** False on systems without /proc, and where /proc shows another pid namespace than ours. */
export function procIsOurs(): boolean {
  return existsSync('/proc/self/stat') && readStat(process.pid) !== null && selfPid() === process.pid;
}

function selfPid(): number {
  return Number(readProcText('/proc/self/stat')?.split(' ', 1)[0]);
}

function isNumber(name: string): boolean {
  return /^[0-9]+$/.test(name);
}

const scanBuffer = Buffer.alloc(64 * 1024);
const scanLimitBytes = 4 * 1024 * 1024;

function searchOpenFile(fd: number, needle: Buffer): EnvironmentSearch {
  let kept = 0;
  for (let total = 0; total < scanLimitBytes;) {
    const read = readSync(fd, scanBuffer, kept, scanBuffer.length - kept, null);
    if (read === 0) return total === 0 ? 'empty' : 'not-found';
    const filled = kept + read;
    if (scanBuffer.subarray(0, filled).includes(needle)) return 'found';
    // The needle may lie across two reads.
    kept = Math.min(filled, needle.length - 1);
    scanBuffer.copyWithin(0, filled - kept, filled);
    total += read;
  }
  return 'not-found';
}

function listNumbers(folder: string): number[] {
  try {
    return readdirSync(folder).filter(isNumber).map(Number);
  } catch {
    return [];
  }
}

function searchFile(path: string, text: string): EnvironmentSearch {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return 'not-found';
  }
  try {
    return searchOpenFile(fd, Buffer.from(text));
  } catch {
    return 'not-found';
  } finally {
    closeSync(fd);
  }
}
