import { availableParallelism, freemem } from 'node:os';
import type { NixCommand } from '../nix-command.js';

export interface EvaluationLimits {
  /** How many hosts are evaluated at once, at least 1. */
  readonly processes: number;
  /** Heap that each may fill before it collects garbage for the first time: collecting costs a fifth of the time. */
  readonly heapBytes: number;
}

const GIB = 1024 ** 3;

/** What one host with a desktop takes at most, as a rule; one that takes more is tried again alone. */
const PER_HOST = 3 * GIB;

/** How many evaluations this machine bears at once, by its cores and the memory that is free now (that of the container, where it has a limit). */
export function evaluationLimits(): EvaluationLimits {
  const limit = process.constrainedMemory();
  const free = limit > 0 ? Math.min(freemem(), limit) : freemem();
  const processes = Math.max(1, Math.min(availableParallelism(), Math.floor(free / PER_HOST)));
  const heapBytes = Math.floor(Math.min(2 * GIB, free / processes / 2));
  return { processes, heapBytes };
}

/** Whether a Nix command ended for want of memory: killed by the kernel, or refused an allocation (Boehm's collector, C++). */
export function ranOutOfMemory({ result, readableTail }: NixCommand): boolean {
  if (result.end !== 'exited' || result.exitCode === 0) return false;
  return (
    result.signal === 'SIGKILL' ||
    result.exitCode === 137 ||
    OUT_OF_MEMORY.test(`${result.stderrTail}\n${readableTail}`)
  );
}

const OUT_OF_MEMORY = /out of memory|std::bad_alloc|cannot allocate memory|Failed to expand heap/i;
