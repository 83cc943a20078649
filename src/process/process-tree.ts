import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isDead, readStat, type ProcStat } from '../files/process-stat.js';
import { forksSinceBoot, lastPid, listPids, pidMax, procIsOurs, searchEnvironment } from './proc.js';

/**
 * Finds and ends everything that a child has started, daemons too.
 *
 * A process belongs to the tree when (T1) a random token of this child is in its environment, or (T2) it is in the
 * child's session, or (T3) its parent belongs to the tree. A daemon that calls setsid and forks twice escapes T2 and T3 and
 * is caught by T1. What escapes all three has emptied its environment *and* left the session *and* lost its parent:
 * only a pid namespace (the sandbox) holds that one.
 *
 * Cheap in the normal case: Linux gives out process ids in a circle (pid_namespace's idr_alloc_cyclic), so everything
 * born after the child has an id between the child's and the last one given out, which /proc/loadavg tells. When that range
 * is empty, nothing is left, and /proc is not listed at all. The range is trusted only while the ids cannot have gone
 * round: see `#rangeIsTrusted`. What is in it is mostly siblings; one in the session of another child of ours that lives is
 * that child's, since nobody can join a session that exists.
 *
 * Where there is no /proc (macOS) only the child's process group is ended; a daemon that left it stays.
 */

/** More forks per millisecond than any machine does; below `pidMax / this` milliseconds ids cannot have gone round. */
const forksPerMs = 300;

/** How old the count of forks may be that a child is given as the one at its start: an older count is only more careful. */
const forkCountMs = 100;

/** Children that have been started and not collected: each leads a session of its own. */
const liveChildren = new Set<number>();

/** At most this many ids are probed one by one; listing /proc is cheaper beyond. */
const probeLimit = 48;

/** How long a search goes on after processes that are born while it looks. */
const searchRounds = 20;

/**
 * How many searches in a row may end with a process that shows no environment: one that is starting a program shows it as
 * soon as it gets the processor, after that many it is taken for a stranger that has none.
 */
const undecidedSearches = 10;

interface Search {
  readonly sessions: ReadonlySet<number>;
  /** The id that was given out last when the search began. */
  readonly last: number | null;
  readonly found: Map<number, ProcStat>;
  readonly onFound: (member: ProcStat) => void;
}

export class ProcessTree {
  /** Process id of the child: it leads its own session and group. */
  readonly #child: number;
  readonly #token: string;
  readonly #hasProc: boolean;
  /** Members by `pid:startTime`, so that a process id that was given to somebody else is never signalled. */
  readonly #known = new Map<string, ProcStat>();
  readonly #forksAtStart: number | null;
  #firstSearch = true;
  #undecidedInARow = 0;

  constructor(child: number, token: string) {
    this.#child = child;
    this.#token = token;
    this.#hasProc = hasProc();
    this.#forksAtStart = this.#hasProc ? recentForks() : null;
    liveChildren.add(child);
  }

  /** The child has been collected: the kernel may give its id to a stranger. */
  forgetChild(): void {
    liveChildren.delete(this.#child);
  }

  /**
   * Members that are alive, the child included. `ageMs`: how long ago the child was started; with it only ids given out
   * since then are looked at, where that is safe.
   */
  members(ageMs: number): ProcStat[] {
    return this.#search(ageMs, () => {});
  }

  /** Sends SIGKILL to each member in the moment it is found, since one that forks and leaves is gone a millisecond later. */
  kill(ageMs: number): ProcStat[] {
    const members = this.#search(ageMs, ({ pid }) => sendSignal(pid, 'SIGKILL'));
    this.signal('SIGKILL', members);
    return members;
  }

  #search(ageMs: number, onFound: (member: ProcStat) => void): ProcStat[] {
    if (!this.#hasProc) return [];
    const found = new Map<number, ProcStat>();
    const sessions = this.#sessions();
    let from = this.#child;
    let undecided = false;
    for (let round = 0; round < searchRounds; round++) {
      undecided = false;
      const last = lastPid();
      const search = { sessions, last, found, onFound };
      for (const pid of this.#candidates(from, last, ageMs)) undecided = this.#look(pid, search) || undecided;
      const now = lastPid();
      // One that is just starting a program cannot be told yet: the same ones are looked at again.
      if (undecided) continue;
      // Nobody was born during the search: it is complete. Otherwise only the newcomers are looked at.
      if (now === last && now !== null) break;
      if (last !== null && now !== null && now > last) from = last + 1;
      else if (round > 1) break;
    }
    if (found.size > 0) this.#addDescendants(found);
    this.#firstSearch = false;
    this.#undecidedInARow = undecided ? this.#undecidedInARow + 1 : 0;
    for (const stat of found.values()) this.#known.set(keyOf(stat), stat);
    return [...found.values()];
  }

  /** Sends a signal to the child's group and to every member given. */
  signal(name: 'SIGTERM' | 'SIGKILL', members: readonly ProcStat[]): void {
    // Once the child is collected its id may name another group; then only members are signalled, which were just checked.
    if (!this.#hasProc || members.some((m) => m.group === this.#child)) sendSignal(-this.#child, name);
    for (const member of members) if (member.group !== this.#child) sendSignal(member.pid, name);
  }

  /** True while something of the tree lives, or may live: ask again after a pause. */
  isAlive(ageMs: number): boolean {
    return this.#hasProc ? this.hasLeftovers(ageMs) : sendSignal(-this.#child, 0);
  }

  /** As `isAlive`, for a child that was collected: where there is no /proc its group may be a stranger's by now. */
  hasLeftovers(ageMs: number): boolean {
    if (this.members(ageMs).length > 0) return true;
    return this.#undecidedInARow > 0 && this.#undecidedInARow < undecidedSearches;
  }

  /** True when the process cannot be told to be a member or not at this moment. */
  #look(pid: number, { sessions, last, found, onFound }: Search): boolean {
    if (pid === process.pid || pid <= 1 || found.has(pid)) return false;
    const stat = readStat(pid);
    if (stat === null || isDead(stat)) return false;
    if (stat.session !== this.#child && liveChildren.has(stat.session)) return false;
    const isKnown = this.#known.has(keyOf(stat)) || sessions.has(stat.session);
    const environment = isKnown ? 'found' : searchEnvironment(stat, this.#token);
    if (environment === 'found') {
      found.set(pid, stat);
      onFound(stat);
    }
    // Ids below the child's are older than it, but for those given out after the ids have gone round.
    return environment === 'empty' && (pid > this.#child || (last !== null && last < this.#child));
  }

  #candidates(from: number, last: number | null, ageMs: number): number[] {
    if (last === null || last < from || !this.#rangeIsTrusted(ageMs)) return listPids();
    if (last - from < probeLimit) return range(from, last).filter((pid) => existsSync(`/proc/${pid}`));
    return listPids().filter((pid) => pid >= from && pid <= last);
  }

  /** By age when the child is young, else by how many processes were made since: both are upper bounds. */
  #rangeIsTrusted(ageMs: number): boolean {
    pidMaxAnswer ??= pidMax() ?? 0;
    if (ageMs * forksPerMs < pidMaxAnswer) return true;
    const forks = forksSinceBoot();
    return forks !== null && this.#forksAtStart !== null && forks - this.#forksAtStart < pidMaxAnswer;
  }

  // A session's id stays taken while it has a member; after that the kernel may give it to a stranger.
  #sessions(): ReadonlySet<number> {
    const sessions = new Set<number>(this.#firstSearch ? [this.#child] : []);
    for (const [key, stat] of this.#known) {
      const now = readStat(stat.pid);
      if (now === null || keyOf(now) !== key) this.#known.delete(key);
      else if (now.session === this.#child) sessions.add(now.session);
    }
    return sessions;
  }

  #addDescendants(found: Map<number, ProcStat>): void {
    const childrenOf = new Map<number, ProcStat[]>();
    for (const pid of listPids()) {
      const stat = readStat(pid);
      if (stat === null || isDead(stat) || pid === process.pid) continue;
      const siblings = childrenOf.get(stat.parent);
      if (siblings === undefined) childrenOf.set(stat.parent, [stat]);
      else siblings.push(stat);
    }
    const queue = [...found.keys()];
    for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
      for (const stat of childrenOf.get(pid) ?? []) {
        if (found.has(stat.pid)) continue;
        found.set(stat.pid, stat);
        queue.push(stat.pid);
      }
    }
  }
}

let hasProcAnswer: boolean | undefined;

function hasProc(): boolean {
  return (hasProcAnswer ??= procIsOurs());
}

/** Names a process for as long as the machine is up. */
export function keyOf(stat: ProcStat): string {
  return `${stat.pid}:${stat.startTime}`;
}

let pidMaxAnswer: number | undefined;

let forkCount: { readonly forks: number | null; readonly atMs: number } | undefined;

/** The count of forks now, or a little earlier. */
function recentForks(): number | null {
  const nowMs = performance.now();
  if (forkCount === undefined || nowMs - forkCount.atMs > forkCountMs)
    forkCount = { forks: forksSinceBoot(), atMs: nowMs };
  return forkCount.forks;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** False when there is nobody to receive the signal. */
function sendSignal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
