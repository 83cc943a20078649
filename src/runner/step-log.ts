import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What one step may add to the log; the rest is counted and left out, so that a step cannot fill the disk. */
const MAX_STEP_BYTES = 64 * 1024 * 1024;

/** Takes hostile bytes in, gives safe and redacted whole lines out; see `process/redact.ts`. */
export interface LineCleaner {
  push: (chunk: Uint8Array | string) => string;
  end: () => string;
}

export interface StepLogDeps {
  /** The folder `logs/` of the workflow; it exists. */
  readonly folder: string;
  readonly now: () => number;
  readonly newCleaner: () => LineCleaner;
  /** The newest line of a step, for the live view. */
  readonly onLine: (stepId: string, line: string) => void;
}

/** What is written while one step, check or hook runs. */
export interface LogSection {
  readonly write: (chunk: Buffer) => void;
  /** Writes what is left of an unfinished line. */
  readonly close: () => void;
}

/**
 * The daily log of a workflow, `logs/YYYY-MM-DD.log`: the day as `date +%Y-%m-%d` says it on this machine, so that
 * `tail -f` finds it. Every line has its time (UTC) and the step it belongs to. A log that
 * cannot be written costs the log, never the run: `problem` says so once.
 */
export class StepLog {
  readonly #deps: StepLogDeps;
  #day = '';
  #file: number | null = null;
  /** The first reason why something could not be written; null while all is well. */
  problem: string | null = null;

  constructor(deps: StepLogDeps) {
    this.#deps = deps;
  }

  section(name: string): LogSection {
    const cleaner = this.#deps.newCleaner();
    let written = 0;
    let isFull = false;
    const add = (text: string): void => {
      if (text === '') return;
      written += this.#lines(name, text);
      isFull = written > MAX_STEP_BYTES;
      if (isFull) this.#lines(name, `(more than ${MAX_STEP_BYTES} bytes: the rest is left out)`);
    };
    const write = (chunk: Buffer): void => {
      // What nobody will read is not cleaned either: that costs far more than reading it.
      if (!isFull) add(cleaner.push(chunk));
    };
    return { write, close: () => (isFull ? undefined : add(cleaner.end())) };
  }

  /** One line of the runner itself. */
  note(text: string): void {
    this.#lines('run', text);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** How many bytes that were, with what stands before each line. */
  #lines(name: string, text: string): number {
    const now = new Date(this.#deps.now());
    const time = now.toISOString();
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    const last = lines.at(-1);
    if (last !== undefined) this.#deps.onLine(name, last);
    const bytes = Buffer.from(lines.map((line) => `${time} [${name}] ${line}\n`).join(''));
    this.#append(localDay(now), bytes);
    return bytes.length;
  }

  #append(day: string, bytes: Buffer): void {
    try {
      const file = this.#open(day);
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    } catch (error) {
      this.problem ??= error instanceof Error ? error.message : String(error);
    }
  }

  #open(day: string): number {
    if (this.#file !== null && this.#day === day) return this.#file;
    this.close();
    this.#day = day;
    this.#file = openSync(join(this.#deps.folder, `${day}.log`), 'a', 0o644);
    return this.#file;
  }
}

function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
