import { setImmediate as nextTurn } from 'node:timers/promises';
import { safeTerminalText } from '../process/terminal-text.js';
import { parseLogLine, type LogLine } from './log-reader.js';
import type { CommandWorld } from './world.js';

export type IsWanted = (line: LogLine) => boolean;

/** Characters that are written at once. */
const BATCH = 64 * 1024;

/**
 * Lines of the run that began at `startedAt` (`YYYY-MM-DDTHH:MM:SS…`) only, and of one step where one is named; a line that is not
 * ours belongs to the one before it.
 */
export function wantedLines(startedAt: string, step: string | null): IsWanted {
  let last = false;
  return ({ time, step: of }) => {
    if (time !== '') last = time.slice(0, 19) >= startedAt.slice(0, 19) && (step === null || of === step);
    return last;
  };
}

/** Prints lines of a log, however many, until there are no more or nobody wants them: after Ctrl-C, or `| head` has seen enough. */
export class LogPrinter {
  /** Whether anything was printed. */
  hasPrinted = false;
  readonly #isWanted: IsWanted;
  readonly #world: Pick<CommandWorld, 'console' | 'signal'>;

  constructor(isWanted: IsWanted, world: Pick<CommandWorld, 'console' | 'signal'>) {
    this.#isWanted = isWanted;
    this.#world = world;
  }

  /** False once nobody wants to read any more. */
  get isRead(): boolean {
    return !this.#world.signal.aborted && this.#world.console.isOpen;
  }

  /** Signals and the end of the reader are heard between batches. */
  async print(lines: Iterable<string>): Promise<void> {
    let batch: string[] = [];
    let size = 0;
    for (const line of lines) {
      if (!this.#isWanted(parseLogLine(line))) continue;
      batch.push(safeTerminalText(line));
      size += line.length;
      if (size < BATCH) continue;
      this.#write(batch);
      [batch, size] = [[], 0];
      await nextTurn();
      if (!this.isRead) return;
    }
    this.#write(batch);
  }

  #write(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#world.console.print(lines.join('\n'));
    this.hasPrinted = true;
  }
}
