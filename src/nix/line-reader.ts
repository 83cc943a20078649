import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is cut: one endless line must not fill the memory. */
const LONGEST_LINE = 1024 * 1024;

/** Cuts a stream of bytes into lines. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #rest = '';

  /** `onLine` gets each line without its line feed. */
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    lines.forEach((line) => this.#onLine(line));
  }

  /** Hands over an unfinished last line. */
  end(): void {
    const last = this.#rest + this.#decoder.end();
    this.#rest = '';
    if (last !== '') this.#onLine(last);
  }
}
