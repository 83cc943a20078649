import type { Readable } from 'node:stream';

/** Reads a stream on demand: up to a delimiter, or a number of bytes. What is not asked for is not read ahead of one chunk. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffered: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The bytes before the next `delimiter` byte, which is taken and left out; null at the end or beyond `limitBytes`. */
  async readUntil(delimiter: number, limitBytes = 16 * 1024 * 1024): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let length = 0;
    while (length <= limitBytes) {
      const at = this.#buffered.indexOf(delimiter);
      const part = this.#take(at < 0 ? this.#buffered.length : at);
      parts.push(part);
      length += part.length;
      if (at >= 0) {
        this.#take(1);
        return length <= limitBytes ? Buffer.concat(parts) : null;
      }
      if (!(await this.#fill())) return null;
    }
    return null;
  }

  /** Exactly `count` bytes, or null when the stream ends before. */
  async readBytes(count: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      if (this.#buffered.length === 0 && !(await this.#fill())) return null;
      const part = this.#take(missing);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  #take(count: number): Buffer {
    const taken = this.#buffered.subarray(0, count);
    this.#buffered = this.#buffered.subarray(taken.length);
    return taken;
  }

  async #fill(): Promise<boolean> {
    try {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#buffered = this.#buffered.length === 0 ? next.value : Buffer.concat([this.#buffered, next.value]);
      return true;
    } catch {
      // Destroyed with the child: the end, as far as a reader can tell.
      return false;
    }
  }
}
