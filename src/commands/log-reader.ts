import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { compareText } from '../base/diagnostic.js';
import { fileTrouble } from '../files/trouble.js';

/** A line of a log: `2025-11-01T10:00:00.000Z [step] text`. */
export interface LogLine {
  /** As written; empty for a line that is not ours. */
  readonly time: string;
  /** Id of the step, or what else wrote it. */
  readonly step: string;
  readonly text: string;
}

const LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) \[([^\]]*)\] (.*)$/;
const FILE = /^\d{4}-\d\d-\d\d\.log$/;
const CHUNK_BYTES = 64 * 1024;
/** A line that never ends is given in pieces. */
const MAX_LINE = 256 * 1024;

/** The parts of a line of the log. */
export function parseLogLine(line: string): LogLine {
  const [, time = '', step = '', text = line] = LINE.exec(line) ?? [];
  return { time, step, text };
}

/**
 * Reads the daily logs of a workflow from the first on, and on from where it stopped when asked again: for `--follow`.
 * Memory for one chunk and one line. A symbolic link in place of a log is not read.
 */
export class LogReader {
  readonly #folder: string;
  /** Logs of days before this are not read: `YYYY-MM-DD`. */
  readonly #fromDay: string;
  #file = '';
  #offset = 0;
  #rest = '';
  #decoder = new StringDecoder('utf8');

  constructor(folder: string, fromDay: string) {
    this.#folder = folder;
    this.#fromDay = fromDay;
  }

  /** The whole lines that are new since the last call, in order. */
  *read(): Generator<string> {
    for (const name of this.#days()) {
      if (name !== this.#file) {
        yield* this.end();
        this.#file = name;
        this.#offset = 0;
        this.#decoder = new StringDecoder('utf8');
      }
      yield* this.#readFile(join(this.#folder, name));
    }
  }

  /** What is left of a line without an end. */
  *end(): Generator<string> {
    const rest = this.#rest;
    this.#rest = '';
    if (rest !== '') yield rest;
  }

  #days(): string[] {
    try {
      const names = readdirSync(this.#folder).filter((name) => FILE.test(name) && name.slice(0, 10) >= this.#fromDay);
      return names.sort(compareText).filter((name) => name >= this.#file);
    } catch (error) {
      fileTrouble(error, this.#folder);
      return [];
    }
  }

  *#readFile(path: string): Generator<string> {
    let fd: number;
    try {
      fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      fileTrouble(error, path);
      return;
    }
    try {
      if (!fstatSync(fd).isFile()) return;
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      for (let read = readSync(fd, chunk, 0, CHUNK_BYTES, this.#offset); read > 0;) {
        this.#offset += read;
        yield* this.#split(this.#decoder.write(chunk.subarray(0, read)));
        read = readSync(fd, chunk, 0, CHUNK_BYTES, this.#offset);
      }
    } finally {
      closeSync(fd);
    }
  }

  *#split(text: string): Generator<string> {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    yield* lines;
    if (this.#rest.length > MAX_LINE) yield* this.end();
  }
}
