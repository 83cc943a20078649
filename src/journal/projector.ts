import { performance } from 'node:perf_hooks';

/** Not more often than this, in ms: a person or `watch` does not see more, and each write costs with the number of steps. */
const SHORTEST_GAP_MS = 200;
/** Writing may take one part in this many of the run's time, however many steps there are. */
const SHARE = 25;

/**
 * Writes files that are projections of the journal, at a bounded rate: soon after a change, at once on `flush`. The journal
 * is the truth; a projection that cannot be written is tried again at the next change, and `problem` says so.
 */
export class Projector {
  readonly #writeAll: () => void;
  #timer: NodeJS.Timeout | null = null;
  #lastEnd = Number.NEGATIVE_INFINITY;
  #gapMs = SHORTEST_GAP_MS;
  problem: string | null = null;

  /** `writeAll` replaces every projected file atomically. */
  constructor(writeAll: () => void) {
    this.#writeAll = writeAll;
  }

  /** Something changed: write now when the last write is long enough ago, else when it will be. */
  note(): void {
    const waitMs = this.#lastEnd + this.#gapMs - performance.now();
    if (waitMs <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), waitMs);
  }

  /** Writes now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const start = performance.now();
    try {
      this.#writeAll();
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.#lastEnd = performance.now();
    this.#gapMs = Math.max(SHORTEST_GAP_MS, (this.#lastEnd - start) * SHARE);
  }
}
