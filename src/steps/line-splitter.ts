/**
 * A line may be as long as the text of a large file; what is longer is no event that anybody waits for. Hostile JSON takes 200
 * times its length when it is read, and the memory of the runner is bounded.
 */
const MAX_LINE_BYTES = 512 * 1024;

/** A line that comes byte by byte would be millions of parts. */
const MAX_PARTS = 1024;

/** Cuts a stream of bytes into lines. Bounded: a line that is too long is dropped whole. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  #parts: Buffer[] = [];
  #bytes = 0;
  #isDropping = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      this.#add(chunk.subarray(start, at));
      this.#flush();
      start = at + 1;
    }
    this.#add(chunk.subarray(start));
  }

  /** The last line, which may have no end. */
  end(): void {
    this.#flush();
  }

  #add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > MAX_LINE_BYTES) {
      this.#isDropping = true;
      this.#parts = [];
    }
    if (this.#isDropping || part.length === 0) return;
    this.#parts.push(part);
    if (this.#parts.length > MAX_PARTS) this.#parts = [Buffer.concat(this.#parts)];
  }

  #flush(): void {
    const line = Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#bytes = 0;
    this.#isDropping = false;
    if (line.trim() !== '') this.#onLine(line);
  }
}
