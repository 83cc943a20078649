import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isDead, readProcText, readStat } from './process-stat.js';

/** Names one process for as long as the machine is up: a pid alone is given to others later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot (proc(5), field 22 of /proc/<pid>/stat); null where there is no /proc. */
  readonly startTime: string | null;
  readonly bootId: string | null;
  /** Pids mean something only inside it: `pid:[4026531836]`. */
  readonly pidNamespace: string | null;
  readonly host: string;
}

/** `elsewhere`: another machine or container, whose processes cannot be seen from here. */
export type Liveness = 'alive' | 'dead' | 'elsewhere';

/** The process that asks. */
export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    bootId: bootId(),
    pidNamespace: pidNamespace(),
    host: hostname(),
  };
}

/** Whether the process that `identity` names still runs. */
export function livenessOf(identity: ProcessIdentity): Liveness {
  const boot = bootId();
  if (boot === null || identity.bootId === null) {
    if (identity.host !== hostname()) return 'elsewhere';
    return answersSignal(identity.pid) ? 'alive' : 'dead';
  }
  // The same machine after a restart; with another name too it is taken for another machine.
  if (identity.bootId !== boot) return identity.host === hostname() ? 'dead' : 'elsewhere';
  if (identity.pidNamespace !== pidNamespace()) return 'elsewhere';
  return startTimeOf(identity.pid) === identity.startTime ? 'alive' : 'dead';
}

/** null for no such process, and for one that is dead and only waits to be collected. */
function startTimeOf(pid: number): string | null {
  const stat = readStat(pid);
  return stat === null || isDead(stat) ? null : stat.startTime;
}

function bootId(): string | null {
  return readProcText('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function pidNamespace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
