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
    const add = (text: string): void => {
      if (text === '') return;
      if (written > MAX_STEP_BYTES) return;
      written += text.length;
      const full = written > MAX_STEP_BYTES;
      this.#lines(name, full ? `${text}\n(more than ${MAX_STEP_BYTES} bytes: the rest is left out)` : text);
    };
    return { write: (chunk) => add(cleaner.push(chunk)), close: () => add(cleaner.end()) };
  }

  /** One line of the runner itself. */
  note(text: string): void {
    this.#lines('run', text);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #lines(name: string, text: string): void {
    const now = new Date(this.#deps.now());
    const time = now.toISOString();
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    const last = lines.at(-1);
    if (last !== undefined) this.#deps.onLine(name, last);
    this.#append(localDay(now), lines.map((line) => `${time} [${name}] ${line}\n`).join(''));
  }

  #append(day: string, text: string): void {
    try {
      const bytes = Buffer.from(text);
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
