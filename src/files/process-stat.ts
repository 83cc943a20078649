import { readFileSync } from 'node:fs';

/** What Linux tells about one process under /proc (proc(5)). */
export interface ProcStat {
  readonly pid: number;
  /** One letter; Z and X are dead. */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly threads: number;
  /** Clock ticks after boot: with the pid it names a process for as long as the machine is up. */
  readonly startTime: string;
}

/** Reads /proc/<pid>/stat; null when there is no such process. */
export function readStat(pid: number): ProcStat | null {
  const text = readProcText(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group, session] = fields;
  const threads = Number(fields[17]);
  const startTime = fields[19];
  if (state === undefined || session === undefined || startTime === undefined) return null;
  return { pid, state, parent: Number(parent), group: Number(group), session: Number(session), threads, startTime };
}

/** True for a process that is over and only waits to be collected by its parent. One whose first thread alone is over lives. */
export function isDead(stat: ProcStat): boolean {
  return stat.state === 'X' || (stat.state === 'Z' && stat.threads <= 1);
}

/** Text of a small file of /proc, or null when it cannot be read. */
export function readProcText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
