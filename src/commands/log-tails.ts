import type { LogReport } from '../report/html/run-report.js';
import { LogReader, parseLogLine } from './log-reader.js';

/** How much of what was printed goes into a page. */
const MAX_BYTES = 24 * 1024;
const MAX_LINES = 400;
const MAX_LINE = 2000;
/** For all steps together, so that a page of a thousand steps stays one that a browser opens at once. */
const MAX_ALL_BYTES = 1_200_000;
const LEAST_BYTES = 600;
const MAX_SECTIONS = 3000;

/**
 * The end of what each step, check and hook printed since `startedAt` (`YYYY-MM-DDTHH:MM:SS…`), by its name. Reads logs of any
 * size in bounded memory. `important`: names whose logs are not shortened for the sake of the others.
 */
export function logTails(folder: string, startedAt: string, important: ReadonlySet<string>): Map<string, LogReport> {
  const tails = new Map<string, Tail>();
  const reader = new LogReader(folder, startedAt.slice(0, 10));
  let current: Tail | null = null;
  const add = (line: string): void => {
    const { time, step, text } = parseLogLine(line);
    if (time !== '') current = time.slice(0, 19) < startedAt.slice(0, 19) ? null : tailOf(tails, step);
    current?.add(text);
  };
  for (const line of reader.read()) add(line);
  for (const line of reader.end()) add(line);
  const each = Math.max(LEAST_BYTES, Math.floor(MAX_ALL_BYTES / Math.max(1, tails.size)));
  return new Map(
    [...tails].map(([name, tail]) => [name, tail.cut(important.has(name) ? MAX_BYTES : Math.min(MAX_BYTES, each))]),
  );
}

function tailOf(tails: Map<string, Tail>, name: string): Tail | null {
  const known = tails.get(name);
  if (known !== undefined) return known;
  if (tails.size >= MAX_SECTIONS) return null;
  const tail = new Tail();
  tails.set(name, tail);
  return tail;
}

class Tail {
  #lines: string[] = [];
  #bytes = 0;
  #dropped = 0;

  add(line: string): void {
    const text = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)} …` : line;
    this.#lines.push(text);
    this.#bytes += text.length + 1;
    // Twice the limit, so that dropping happens once for many lines.
    if (this.#lines.length > 2 * MAX_LINES || this.#bytes > 2 * MAX_BYTES) this.#drop(MAX_BYTES);
  }

  cut(maxBytes: number): LogReport {
    this.#drop(maxBytes);
    return { lines: this.#lines, dropped: this.#dropped };
  }

  #drop(maxBytes: number): void {
    let bytes = 0;
    let from = this.#lines.length;
    while (from > 0 && this.#lines.length - from < MAX_LINES) {
      const length = (this.#lines[from - 1] ?? '').length + 1;
      if (bytes + length > maxBytes && from < this.#lines.length) break;
      bytes += length;
      from -= 1;
    }
    this.#dropped += from;
    this.#lines = this.#lines.slice(from);
    this.#bytes = bytes;
  }
}
